package io.tiktoktoe.revenue.change;

import io.tiktoktoe.revenue.cells.Cells;
import io.tiktoktoe.revenue.cells.ComparedParts;
import io.tiktoktoe.revenue.insight.Breakdown;
import io.tiktoktoe.revenue.insight.ChangeLine;
import io.tiktoktoe.revenue.insight.Dimension;
import io.tiktoktoe.revenue.insight.GroupShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cross-tabulations of income by stream, platform, country, age band and gender, now and in the
 * comparison.
 */
public final class Breakdowns {

  private Breakdowns() {}

  /** One breakdown per dimension, in the order of {@link Dimension}. O(cells). */
  public static List<Breakdown> of(ComparedParts parts) {
    List<Breakdown> breakdowns = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      breakdowns.add(of(parts, dimension));
    }
    return breakdowns;
  }

  private static Breakdown of(ComparedParts parts, Dimension dimension) {
    Cells cells = parts.cells();
    int groups = cells.groups(dimension);
    long[] sales = new long[groups];
    long[] gross = new long[groups];
    long[] net = new long[groups];
    long[] previous = new long[groups];
    int[] codes = cells.codes(dimension);
    for (int at = parts.now().from(); at < parts.now().to(); at++) {
      int group = codes[at];
      sales[group] = Math.addExact(sales[group], cells.count[at]);
      gross[group] = Math.addExact(gross[group], cells.gross[at]);
      net[group] = Math.addExact(net[group], cells.net[at]);
    }
    for (int at = parts.then().from(); at < parts.then().to(); at++) {
      previous[codes[at]] = Math.addExact(previous[codes[at]], cells.net[at]);
    }
    List<ChangeLine> lines = ChangeLines.judge(parts, dimension, net, previous);
    return collect(dimension, cells, sales, gross, net, lines);
  }

  private static Breakdown collect(
      Dimension dimension,
      Cells cells,
      long[] sales,
      long[] gross,
      long[] net,
      List<ChangeLine> lines) {
    long totalNet = sum(net);
    long unknown = 0;
    List<GroupShare> shares = new ArrayList<>();
    for (int group = 0; group < net.length; group++) {
      ChangeLine line = lines.get(group);
      if (line.group().equals(Dimension.UNKNOWN)) {
        unknown = net[group];
      }
      boolean idle = sales[group] == 0 && gross[group] == 0 && net[group] == 0;
      if (idle && line.before() == 0) {
        continue;
      }
      shares.add(
          new GroupShare(
              cells.name(dimension, group),
              sales[group],
              gross[group],
              net[group],
              totalNet > 0 ? net[group] / (double) totalNet : Double.NaN,
              line.before(),
              line.change(),
              line.interval(),
              line.signal(),
              sales[group] < Breakdown.FEW_SALES));
    }
    shares.sort(
        Comparator.comparingLong(GroupShare::net).reversed().thenComparing(GroupShare::group));
    return new Breakdown(
        dimension, shares, totalNet > 0 ? unknown / (double) totalNet : Double.NaN);
  }

  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum = Math.addExact(sum, value);
    }
    return sum;
  }
}
