package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.FanCount;
import io.tiktoktoe.audience.insight.FanTable;
import io.tiktoktoe.audience.insight.ValueInsight.Decile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Who holds how much of the expected value: a lift chart by deciles. */
public final class ValueDeciles {

  private static final int GROUPS = 10;

  private ValueDeciles() {}

  /** Fans from the most to the least expected, in up to ten groups of equal number. */
  public static List<Decile> of(double[] expected, FanTable fans) {
    int[] order =
        IntStream.range(0, expected.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer fan) -> -expected[fan]))
            .mapToInt(Integer::intValue)
            .toArray();
    double all = 0;
    for (double one : expected) {
      all += one;
    }
    int groups = Math.min(GROUPS, order.length);
    List<Decile> deciles = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      int from = (int) ((long) group * order.length / groups);
      int to = (int) ((long) (group + 1) * order.length / groups);
      double value = 0;
      double net = 0;
      for (int at = from; at < to; at++) {
        value += expected[order[at]];
        net += fans.count(FanCount.NET, order[at]);
      }
      deciles.add(
          new Decile(to - from, value / (to - from), net / (to - from), all > 0 ? value / all : 0));
    }
    return deciles;
  }
}
