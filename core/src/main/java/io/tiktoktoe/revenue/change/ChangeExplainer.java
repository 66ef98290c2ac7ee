package io.tiktoktoe.revenue.change;

import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.revenue.cells.Cells;
import io.tiktoktoe.revenue.cells.ComparedParts;
import io.tiktoktoe.revenue.cells.DailyGroups;
import io.tiktoktoe.revenue.insight.ChangeDrivers;
import io.tiktoktoe.revenue.insight.ChangeExplanation;
import io.tiktoktoe.revenue.insight.ChangeFact;
import io.tiktoktoe.revenue.insight.ChangeLine;
import io.tiktoktoe.revenue.insight.Dimension;
import io.tiktoktoe.revenue.insight.RevenueBridge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Contribution analysis: attributes a change of net income to groups and to drivers. Exact: every
 * list adds up to the change to the minor unit.
 */
public final class ChangeExplainer {

  private static final Comparator<ChangeLine> LARGEST_FIRST =
      Comparator.<ChangeLine>comparingLong(line -> -Math.abs(line.change()))
          .thenComparing(ChangeLine::group);

  private final ComparedParts parts;
  private final Cells cells;
  private final RevenueBridge before;
  private final RevenueBridge after;

  public ChangeExplainer(ComparedParts parts, RevenueBridge before, RevenueBridge after) {
    this.parts = parts;
    this.cells = parts.cells();
    this.before = before;
    this.after = after;
  }

  /** Why net income changed. O(cells) and one test a group. */
  public ChangeExplanation explain() {
    int[] everything = new int[cells.size];
    double[] daily = DailyGroups.of(parts, everything, 1)[0];
    SamplingError.Judgement judgement = SamplingError.of(daily, parts);
    long then = before.total().net();
    long now = after.total().net();
    ChangeLine total =
        ChangeLines.holm(List.of(ChangeLines.line(Dimension.STREAM, "total", then, now, judgement)))
            .getFirst();
    Combinations combinations = Combinations.of(cells);
    List<ChangeLine> finest = finest(combinations);
    Map<Stream, ChangeDrivers> drivers = drivers(combinations);
    ChangeDrivers all = ChangeDrivers.ZERO;
    for (ChangeDrivers one : drivers.values()) {
      all = all.plus(one);
    }
    Map<Dimension, List<ChangeLine>> byDimension = byDimension();
    List<ChangeFact> facts = ChangeFacts.of(total, judgement.calendar(), byDimension, all);
    return new ChangeExplanation(
        total, judgement.calendar(), byDimension, finest, drivers, all, facts);
  }

  private Map<Dimension, List<ChangeLine>> byDimension() {
    Map<Dimension, List<ChangeLine>> lines = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      int groups = cells.groups(dimension);
      long[] then = net(cells.codes(dimension), groups, parts.then());
      long[] now = net(cells.codes(dimension), groups, parts.now());
      lines.put(
          dimension,
          ChangeLines.judge(parts, dimension, now, then).stream()
              .filter(line -> line.before() != 0 || line.after() != 0)
              .sorted(LARGEST_FIRST)
              .toList());
    }
    return lines;
  }

  private List<ChangeLine> finest(Combinations combinations) {
    long[] then = net(combinations.codes(), combinations.count(), parts.then());
    long[] now = net(combinations.codes(), combinations.count(), parts.now());
    int[] order = largestChanges(then, now);
    int listed = Math.min(order.length, ChangeExplanation.MOST_CELLS);
    int[] renumbered = new int[combinations.count()];
    Arrays.fill(renumbered, -1);
    for (int rank = 0; rank < order.length; rank++) {
      renumbered[order[rank]] = Math.min(rank, listed);
    }
    int[] codes = new int[cells.size];
    for (int at = 0; at < cells.size; at++) {
      codes[at] = renumbered[combinations.codes()[at]];
    }
    int groups = order.length > listed ? listed + 1 : listed;
    double[][] daily = DailyGroups.of(parts, codes, groups);
    long[] thenListed = net(codes, groups, parts.then());
    long[] nowListed = net(codes, groups, parts.now());
    List<ChangeLine> lines = new ArrayList<>(groups);
    for (int group = 0; group < groups; group++) {
      String name =
          group < listed
              ? combinations.name(cells, order[group])
              : (order.length - listed) + " other groups";
      lines.add(
          ChangeLines.line(
              Dimension.STREAM,
              name,
              thenListed[group],
              nowListed[group],
              SamplingError.of(daily[group], parts)));
    }
    return ChangeLines.holm(lines);
  }

  private static int[] largestChanges(long[] then, long[] now) {
    return IntStream.range(0, then.length)
        .filter(group -> then[group] != 0 || now[group] != 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingLong(group -> -Math.abs(now[group] - then[group]))
                .thenComparing(group -> group))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private long[] net(int[] codes, int groups, Cells.Slice slice) {
    long[] net = new long[groups];
    for (int at = slice.from(); at < slice.to(); at++) {
      int group = codes[at];
      if (group >= 0) {
        net[group] = Math.addExact(net[group], cells.net[at]);
      }
    }
    return net;
  }

  private Map<Stream, ChangeDrivers> drivers(Combinations combinations) {
    Map<Stream, ChangeDrivers> drivers = new EnumMap<>(Stream.class);
    for (Stream stream : Stream.values()) {
      long[] uncounted = new long[2];
      Drivers.Sales then = sales(stream, combinations, parts.then(), uncounted, 0);
      Drivers.Sales now = sales(stream, combinations, parts.now(), uncounted, 1);
      drivers.put(
          stream,
          Drivers.of(then, now, uncounted[0], uncounted[1], before.of(stream), after.of(stream)));
    }
    return drivers;
  }

  private Drivers.Sales sales(
      Stream stream, Combinations combinations, Cells.Slice slice, long[] uncounted, int part) {
    long[] counts = new long[combinations.count()];
    long[] gross = new long[combinations.count()];
    for (int at = slice.from(); at < slice.to(); at++) {
      if (cells.stream(at) != stream.ordinal()) {
        continue;
      }
      if (cells.count[at] > 0 && stream.counted()) {
        int group = combinations.codes()[at];
        counts[group] = Math.addExact(counts[group], cells.count[at]);
        gross[group] = Math.addExact(gross[group], cells.gross[at]);
      } else {
        uncounted[part] = Math.addExact(uncounted[part], cells.gross[at]);
      }
    }
    return new Drivers.Sales(counts, gross);
  }

  /**
   * The stream x country x age band x gender groups that occur.
   *
   * @param codes the group of each cell
   * @param keys the four codes of each group in one number, by group
   */
  private record Combinations(int[] codes, long[] keys) {

    private static final Dimension[] LEVELS = {
      Dimension.STREAM, Dimension.COUNTRY, Dimension.AGE_BAND, Dimension.GENDER
    };

    int count() {
      return keys.length;
    }

    static Combinations of(Cells cells) {
      Map<Long, Integer> known = new HashMap<>();
      List<Long> keys = new ArrayList<>();
      int[] codes = new int[cells.size];
      for (int at = 0; at < cells.size; at++) {
        long key = 0;
        for (Dimension level : LEVELS) {
          key = Math.multiplyExact(key, cells.groups(level)) + cells.code(level, at);
        }
        Integer code = known.get(key);
        if (code == null) {
          code = keys.size();
          known.put(key, code);
          keys.add(key);
        }
        codes[at] = code;
      }
      return new Combinations(codes, keys.stream().mapToLong(Long::longValue).toArray());
    }

    String name(Cells cells, int group) {
      long key = keys[group];
      String name = "";
      for (int level = LEVELS.length - 1; level >= 0; level--) {
        int groups = cells.groups(LEVELS[level]);
        String own = cells.name(LEVELS[level], (int) (key % groups));
        name = name.isEmpty() ? own : own + " / " + name;
        key /= groups;
      }
      return name;
    }
  }
}
