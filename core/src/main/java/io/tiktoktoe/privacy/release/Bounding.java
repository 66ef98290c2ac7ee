package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.noise.BitSource;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Partitions;
import io.tiktoktoe.privacy.question.Statistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/**
 * Contribution bounding: of each person's rows those of at most so many partitions are kept, one
 * for each person and partition, before anything is added up. Which partitions, if there are too
 * many, is decided by a secret key and that person's rows alone, so that a person more or less
 * changes nothing for others. O(rows) but for the sorting of each person's own.
 */
final class Bounding {

  private final List<String> labels;
  private final int[] partitions;
  private final int[] events;
  private final long[] amounts;
  private final int[] ends;
  private final int persons;

  private Bounding(List<String> labels, int rows, int persons) {
    this.labels = labels;
    this.partitions = new int[rows];
    this.events = new int[rows];
    this.amounts = new long[rows];
    this.ends = new int[persons + 1];
    this.persons = persons;
  }

  /** Bounds what was contributed to a statistic; the bits make the secret key. */
  static Bounding of(Statistic statistic, Contributions raw, BitSource bits) {
    List<String> labels = labels(statistic, raw);
    int[] cells = cells(raw.labels(), labels);
    int[] rows = new int[raw.size()];
    int[] starts = PersonOrder.group(raw, cells, rows);
    Bounding bounded = new Bounding(labels, starts[starts.length - 1], starts.length - 1);
    long key = bits.next();
    long[] ranks = new long[0];
    int at = 0;
    for (int person = 0; person < bounded.persons; person++) {
      int first = starts[person];
      int last = starts[person + 1];
      if (last - first > ranks.length) {
        ranks = new long[2 * (last - first)];
      }
      at = bounded.keep(raw, cells, rows, first, last, statistic.bounds(), key, ranks, at);
      bounded.ends[person + 1] = at;
    }
    return bounded;
  }

  /** Known cells, or those of the data in the order of their names, which is nobody's. */
  private static List<String> labels(Statistic statistic, Contributions raw) {
    return switch (statistic.partitions()) {
      case Partitions.Known(List<String> known) -> known;
      case Partitions.Selected() -> raw.labels().stream().sorted().toList();
    };
  }

  /** The cell of each label of the data; -1 for those not asked for. */
  private static int[] cells(List<String> from, List<String> to) {
    Map<String, Integer> indexes = HashMap.newHashMap(to.size());
    for (int i = 0; i < to.size(); i++) {
      indexes.put(to.get(i), i);
    }
    return from.stream().mapToInt(label -> indexes.getOrDefault(label, -1)).toArray();
  }

  /** Merges a person's rows of one cell, then keeps the cells of the lowest ranks. */
  private int keep(
      Contributions raw,
      int[] cells,
      int[] rows,
      int first,
      int last,
      ContributionBounds bounds,
      long key,
      long[] ranks,
      int start) {
    sortByCell(raw, cells, rows, first, last);
    int end = start;
    for (int i = first; i < last; i++) {
      int row = rows[i];
      int cell = cells[raw.partitionOf(row)];
      if (end > start && partitions[end - 1] == cell) {
        events[end - 1] =
            (int) Math.min(Integer.MAX_VALUE, 0L + events[end - 1] + raw.eventsOf(row));
        amounts[end - 1] = added(amounts[end - 1], raw.amountOf(row));
      } else {
        partitions[end] = cell;
        events[end] = raw.eventsOf(row);
        amounts[end] = raw.amountOf(row);
        end++;
      }
    }
    int kept =
        end - start > bounds.partitions()
            ? choose(start, end, bounds.partitions(), mixed(key, raw.person(rows[first])), ranks)
            : end;
    for (int i = start; i < kept; i++) {
      events[i] = Math.min(events[i], bounds.events());
    }
    return kept;
  }

  private static void sortByCell(Contributions raw, int[] cells, int[] rows, int first, int last) {
    if (last - first > 1) {
      long[] keyed = new long[last - first];
      for (int i = first; i < last; i++) {
        keyed[i - first] = (long) cells[raw.partitionOf(rows[i])] << Integer.SIZE | rows[i];
      }
      Arrays.sort(keyed);
      for (int i = first; i < last; i++) {
        rows[i] = (int) keyed[i - first];
      }
    }
  }

  /** Keeps the cells whose keyed hashes are the lowest, in their order. */
  private int choose(int start, int end, int most, long key, long[] ranks) {
    LongUnaryOperator rank = cell -> mixed(key, cell);
    int count = end - start;
    for (int i = 0; i < count; i++) {
      ranks[i] = rank.applyAsLong(partitions[start + i]);
    }
    Arrays.sort(ranks, 0, count);
    long highest = ranks[most - 1];
    int at = start;
    for (int i = start; i < end; i++) {
      if (at - start < most && rank.applyAsLong(partitions[i]) <= highest) {
        partitions[at] = partitions[i];
        events[at] = events[i];
        amounts[at] = amounts[i];
        at++;
      }
    }
    return at;
  }

  /** Spreads bits (Stafford's mix 13); fairness of the choice, not privacy, depends on it. */
  private static long mixed(long key, long value) {
    long z = (value + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L ^ key;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  /** Saturates: a person's own amounts never wrap. */
  private static long added(long a, long b) {
    long sum = a + b;
    boolean wrapped = ((a ^ sum) & (b ^ sum)) < 0;
    return wrapped ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
  }

  /** The cells, in order. */
  List<String> labels() {
    return labels;
  }

  /** How many persons have rows. */
  int persons() {
    return persons;
  }

  /** Calls for each person and cell. */
  void forEach(Row row) {
    for (int person = 0; person < persons; person++) {
      for (int i = ends[person]; i < ends[person + 1]; i++) {
        row.accept(person, partitions[i], events[i], amounts[i]);
      }
    }
  }

  /** The same without the cells that were not chosen. */
  Bounding of(boolean[] chosen) {
    List<String> names = new ArrayList<>();
    int[] moved = new int[chosen.length];
    for (int cell = 0; cell < chosen.length; cell++) {
      moved[cell] = chosen[cell] ? names.size() : -1;
      if (chosen[cell]) {
        names.add(labels.get(cell));
      }
    }
    Bounding kept = new Bounding(names, ends[persons], persons);
    int at = 0;
    for (int person = 0; person < persons; person++) {
      for (int i = ends[person]; i < ends[person + 1]; i++) {
        if (moved[partitions[i]] >= 0) {
          kept.partitions[at] = moved[partitions[i]];
          kept.events[at] = events[i];
          kept.amounts[at] = amounts[i];
          at++;
        }
      }
      kept.ends[person + 1] = at;
    }
    return kept;
  }

  /** Takes what one person did in one cell. */
  @FunctionalInterface
  interface Row {

    /** A person's number, a cell, how many events (bounded), their amount (not yet clamped). */
    void accept(int person, int cell, int events, long amount);
  }
}
