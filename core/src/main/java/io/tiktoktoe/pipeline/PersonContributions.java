package io.tiktoktoe.pipeline;

import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.pipeline.insight.ActivitySink;
import io.tiktoktoe.pipeline.insight.AnalyticsConfig;
import io.tiktoktoe.pipeline.insight.AnalyticsStream;
import io.tiktoktoe.pipeline.insight.PersonAct;
import io.tiktoktoe.pipeline.insight.PersonEvent;
import io.tiktoktoe.privacy.question.Statistic;
import io.tiktoktoe.privacy.release.ContributionSource;
import io.tiktoktoe.privacy.release.Contributions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Contributions of persons to the statistics of a release, from one pass over the stream when the
 * first of them is read. Each person's tally becomes at most some 25 rows, however many events
 * there were; the privacy engine bounds them once more.
 */
final class PersonContributions implements ContributionSource, ActivitySink {

  private static final Set<String> KNOWN_COUNTRIES = Set.copyOf(KnownCells.COUNTRIES);

  private static final long MS_PER_MINUTE = 60_000;

  private final AnalyticsStream stream;
  private final PeriodClock clock;
  private final Set<String> platforms;
  private final Map<String, Contributions> filled = new HashMap<>();
  private final Map<Long, PersonTally> shared = new HashMap<>();
  private boolean read;
  private PersonTally tally = new PersonTally();
  private Sessions sessions = new Sessions(tally);

  PersonContributions(AnalyticsStream stream, AnalyticsConfig config) {
    this.stream = stream;
    this.clock = new PeriodClock(config.period());
    this.platforms = Set.copyOf(ReleaseQuestions.platforms(config));
  }

  /** These, read now rather than when the first is asked for. */
  PersonContributions whole() {
    if (!read) {
      read = true;
      stream.activity(this);
      shared.forEach(this::contribute);
      shared.clear();
    }
    return this;
  }

  @Override
  public Contributions read(Statistic statistic) {
    whole();
    return Optional.ofNullable(filled.remove(statistic.name())).orElseGet(Contributions::new);
  }

  @Override
  public void event(PersonEvent event) {
    tally.add(event, clock);
    sessions.add(event);
  }

  @Override
  public void endOfAccount(long person, boolean more) {
    sessions.end();
    if (more) {
      shared.merge(
          person,
          tally,
          (all, one) -> {
            all.add(one);
            return all;
          });
    } else {
      contribute(person, tally);
    }
    tally = new PersonTally();
    sessions = new Sessions(tally);
  }

  private void contribute(long person, PersonTally one) {
    if (!one.isActive()) {
      return;
    }
    add(person, ReleaseQuestions.PEOPLE, ReleaseQuestions.ACTIVE);
    engagement(person, one);
    preferences(person, one);
    retention(person, one);
    money(person, one);
  }

  private void engagement(long person, PersonTally one) {
    most(person, ReleaseQuestions.HOURS, KnownCells.HOURS, one.hours);
    most(person, ReleaseQuestions.WEEKDAYS, KnownCells.WEEKDAYS, one.weekdays);
    most(person, ReleaseQuestions.RUNS, KnownCells.RUNS, one.runs);
    most(person, ReleaseQuestions.NEXT, KnownCells.NEXT, one.next);
    most(person, ReleaseQuestions.SESSIONS, KnownCells.SESSIONS, one.sessions);
    most(person, ReleaseQuestions.COMPLETION, KnownCells.COMPLETION, one.completion);
    add(person, ReleaseQuestions.LADDER, KnownCells.LADDER.get(rung(one)));
    if (one.watchMs > 0) {
      amount(
          person,
          ReleaseQuestions.MINUTES,
          ReleaseQuestions.WATCHING,
          Math.max(1, one.watchMs / MS_PER_MINUTE));
    }
  }

  private static int rung(PersonTally one) {
    PersonAct[] ladder = {
      PersonAct.LIKE, PersonAct.FOLLOW, PersonAct.COMMENT, PersonAct.SHARE, PersonAct.PAYMENT
    };
    int rung = 0;
    for (int at = 0; at < ladder.length; at++) {
      if (one.acts[ladder[at].ordinal()] > 0) {
        rung = at + 1;
      }
    }
    return rung;
  }

  private void preferences(long person, PersonTally one) {
    most(person, ReleaseQuestions.LENGTHS, KnownCells.LENGTHS, one.lengths);
    // Under their numbers: what they are called is looked up for the few that are published.
    for (long creator : one.favouriteCreators(ReleaseQuestions.FAVOURITES)) {
      add(person, ReleaseQuestions.CREATORS, Long.toString(creator));
    }
    for (long content : one.favouriteContents(ReleaseQuestions.FAVOURITES)) {
      add(person, ReleaseQuestions.CONTENTS, Long.toString(content));
    }
    add(person, ReleaseQuestions.PLATFORMS, platform(one.place()));
    add(person, ReleaseQuestions.COUNTRIES, country(one.place()));
  }

  private String platform(int place) {
    String platform = stream.platform(place);
    return platforms.contains(platform) ? platform : KnownCells.OTHER;
  }

  private String country(int place) {
    String country = stream.country(place);
    return KNOWN_COUNTRIES.contains(country) ? country : KnownCells.NOT_TOLD;
  }

  private void retention(long person, PersonTally one) {
    add(
        person,
        ReleaseQuestions.DAYS,
        KnownCells.DAYS.get(KnownCells.days(one.days.cardinality())));
    if (one.views() > 0) {
      add(
          person,
          ReleaseQuestions.LOYALTY,
          KnownCells.LOYALTY.get(KnownCells.loyalty(one.loyalty())));
    }
    if (one.quarters[0] + one.quarters[1] > 0) {
      boolean stayed = one.quarters[2] + one.quarters[3] > 0;
      String sign = KnownCells.SIGNS.get(sign(one));
      add(person, ReleaseQuestions.CHURN, stayed ? KnownCells.stayed(sign) : KnownCells.left(sign));
    }
  }

  private static int sign(PersonTally one) {
    if (one.unfollowed) {
      return 0;
    }
    if (one.paymentTrouble) {
      return 1;
    }
    return 2 * one.quarters[1] < one.quarters[0] ? 2 : 3;
  }

  private void money(long person, PersonTally one) {
    long sum = 0;
    long[] byStream = one.paid.clone();
    byStream[Stream.ADVERTISING.ordinal()] = 0;
    for (long paid : byStream) {
      sum += paid;
    }
    if (sum == 0) {
      unpriced(person, one);
      return;
    }
    String main = Stream.values()[KnownCells.most(byStream)].name().toLowerCase(Locale.ROOT);
    add(person, ReleaseQuestions.PAYERS, main);
    add(person, WindowQuestions.PAYING_PEOPLE, ReleaseQuestions.PAYING);
    amount(person, ReleaseQuestions.SPEND, ReleaseQuestions.PAYING, sum);
    // All that a person paid counts for the stream that most was paid for: one cell, less noise.
    amount(person, ReleaseQuestions.REVENUE, main, sum);
  }

  /** Of whom no payment could be converted is a payer of an unknown amount. */
  private void unpriced(long person, PersonTally one) {
    if (one.unpriced) {
      add(person, ReleaseQuestions.PAYERS, KnownCells.NO_RATE);
      add(person, WindowQuestions.PAYING_PEOPLE, ReleaseQuestions.PAYING);
    }
  }

  @Override
  public String published(Statistic statistic, String label) {
    return switch (statistic.name()) {
      case ReleaseQuestions.CREATORS ->
          ProtectedAnalyticsData.named(label, stream.creator(Long.parseLong(label)));
      case ReleaseQuestions.CONTENTS ->
          ProtectedAnalyticsData.named(label, stream.content(Long.parseLong(label)));
      default -> label;
    };
  }

  private void most(long person, String statistic, List<String> cells, long[] table) {
    int most = KnownCells.most(table);
    if (most >= 0) {
      add(person, statistic, cells.get(most));
    }
  }

  private void add(long person, String statistic, String cell) {
    amount(person, statistic, cell, 1);
  }

  private void amount(long person, String statistic, String cell, long amount) {
    Contributions in = of(statistic);
    in.add(person, in.partition(cell), 1, amount);
  }

  private Contributions of(String statistic) {
    return filled.computeIfAbsent(statistic, name -> new Contributions());
  }
}
