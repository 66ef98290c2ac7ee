package io.tiktoktoe.pipeline;

import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.pipeline.insight.PersonAct;
import io.tiktoktoe.pipeline.insight.PersonEvent;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one person did in a period, added up: a few kilobytes, however many events. Accounts of one
 * person are added to each other before anything is bounded.
 */
final class PersonTally {

  /** Creators and contents of a person that are told apart; a person counts in three of each. */
  private static final int MOST_KEYS = 1_000;

  /** Beyond it, sums of one person say nothing. */
  private static final long MOST = 1L << 40;

  final long[] hours = new long[24];
  final long[] weekdays = new long[7];
  final long[] acts = new long[PersonAct.values().length];
  final long[] runs = new long[KnownCells.RUNS.size()];
  final long[] next = new long[KnownCells.NEXT.size()];
  final long[] sessions = new long[KnownCells.SESSIONS.size()];
  final long[] lengths = new long[KnownCells.LENGTHS.size()];
  final long[] completion = new long[KnownCells.COMPLETION.size()];
  final long[] paid = new long[Stream.values().length];
  final BitSet days = new BitSet();

  /** Activity in the first, second, third and last quarter of the period. */
  final long[] quarters = new long[4];

  boolean unfollowed;
  boolean paymentTrouble;

  /** Whether a payment could not be converted. */
  boolean unpriced;

  long watchMs;
  private final Map<Long, Long> creators = new HashMap<>();
  private final Map<Long, Long> contents = new HashMap<>();
  private final Map<Integer, Long> places = new HashMap<>();

  /** Adds an event but for what its neighbours tell. */
  void add(PersonEvent event, PeriodClock clock) {
    PersonAct act = event.act();
    long times = event.times();
    more(acts, act.ordinal(), times);
    int day = clock.day(event.second());
    int quarter = Math.min(3, 4 * day / clock.days());
    if (!act.isActivity()) {
      unfollowed |= act == PersonAct.UNFOLLOW && quarter < 2;
      paymentTrouble |= act == PersonAct.PAYMENT_TROUBLE && quarter < 2;
      return;
    }
    days.set(day);
    more(quarters, quarter, times);
    count(places, event.place(), times);
    if (act == PersonAct.PAYMENT) {
      unpriced |= event.amount() == PersonEvent.NO_RATE;
      more(paid, event.stream().ordinal(), Math.max(0, event.amount()));
    }
    if (act == PersonAct.VIEW) {
      view(event, times, clock);
    }
  }

  private void view(PersonEvent event, long times, PeriodClock clock) {
    more(weekdays, clock.weekday(event.second()), times);
    if (!event.wholeDay()) {
      more(hours, clock.hour(event.second()), times);
    }
    more(lengths, KnownCells.length(event.lengthMs()), times);
    if (event.lengthMs() > 0) {
      more(completion, event.finished() ? 0 : 1, times);
    }
    watchMs = Math.min(MOST, watchMs + Math.max(0, event.watchMs()));
    count(creators, event.creator(), times);
    if (event.content() != PersonEvent.NONE) {
      count(contents, event.content(), times);
    }
  }

  /** Adds another account of the same person. */
  void add(PersonTally other) {
    long[][] mine = all();
    long[][] theirs = other.all();
    for (int table = 0; table < mine.length; table++) {
      for (int at = 0; at < mine[table].length; at++) {
        more(mine[table], at, theirs[table][at]);
      }
    }
    days.or(other.days);
    unfollowed |= other.unfollowed;
    paymentTrouble |= other.paymentTrouble;
    unpriced |= other.unpriced;
    watchMs = Math.min(MOST, watchMs + other.watchMs);
    other.creators.forEach((key, times) -> count(creators, key, times));
    other.contents.forEach((key, times) -> count(contents, key, times));
    other.places.forEach((key, times) -> count(places, key, times));
  }

  private long[][] all() {
    return new long[][] {
      hours, weekdays, acts, runs, next, sessions, lengths, completion, paid, quarters
    };
  }

  static void more(long[] table, int at, long times) {
    table[at] = Math.min(MOST, table[at] + times);
  }

  private static <K> void count(Map<K, Long> counts, K key, long times) {
    if (counts.size() < MOST_KEYS || counts.containsKey(key)) {
      counts.merge(key, times, (a, b) -> Math.min(MOST, a + b));
    }
  }

  boolean isActive() {
    return !days.isEmpty();
  }

  long views() {
    return acts[PersonAct.VIEW.ordinal()];
  }

  /** The creators that the person watches most, most first. */
  List<Long> favouriteCreators(int most) {
    return favourites(creators, most);
  }

  /** The contents that the person watches most, most first. */
  List<Long> favouriteContents(int most) {
    return favourites(contents, most);
  }

  /** Where the person mostly is. */
  int place() {
    return favourites(places, 1).getFirst();
  }

  /** Share of the views that go to one creator, 0 to 1. */
  double loyalty() {
    long most = creators.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return (double) most / Math.max(1, views());
  }

  private static <K extends Comparable<K>> List<K> favourites(Map<K, Long> counts, int most) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<K, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }
}
