package io.tiktoktoe.revenue.change;

import io.tiktoktoe.revenue.cells.Cells;
import io.tiktoktoe.revenue.cells.ComparedParts;
import io.tiktoktoe.revenue.cells.DailyGroups;
import io.tiktoktoe.revenue.insight.ChangeLine;
import io.tiktoktoe.revenue.insight.Dimension;
import io.tiktoktoe.stats.MultipleTesting;
import java.util.ArrayList;
import java.util.List;

/**
 * Multiple comparisons: judges the change of every group of a dimension, all of them considered
 * together.
 */
final class ChangeLines {

  /** Family-wise error rate of calling a change a signal. */
  static final double ERROR_RATE = 0.05;

  private ChangeLines() {}

  /** One line per group, in the order of their numbers, with Holm's correction over all. */
  static List<ChangeLine> judge(
      ComparedParts parts, Dimension dimension, long[] after, long[] before) {
    Cells cells = parts.cells();
    double[][] daily = DailyGroups.of(parts, cells.codes(dimension), after.length);
    List<ChangeLine> lines = new ArrayList<>(after.length);
    for (int group = 0; group < after.length; group++) {
      lines.add(
          line(
              dimension,
              cells.name(dimension, group),
              before[group],
              after[group],
              SamplingError.of(daily[group], parts)));
    }
    return holm(lines);
  }

  /** A line that is not yet corrected for the others. */
  static ChangeLine line(
      Dimension dimension,
      String group,
      long before,
      long after,
      SamplingError.Judgement judgement) {
    long change = Math.subtractExact(after, before);
    return new ChangeLine(
        dimension,
        group,
        before,
        after,
        judgement.interval(change),
        judgement.pValue(change),
        false);
  }

  /** Marks the signals among lines that are judged together (Holm 1979), in the same order. */
  static List<ChangeLine> holm(List<ChangeLine> lines) {
    double[] adjusted =
        MultipleTesting.holm(lines.stream().mapToDouble(ChangeLine::pValue).toArray());
    List<ChangeLine> marked = new ArrayList<>(lines.size());
    for (int at = 0; at < adjusted.length; at++) {
      ChangeLine line = lines.get(at);
      marked.add(adjusted[at] <= ERROR_RATE ? withSignal(line) : line);
    }
    return marked;
  }

  private static ChangeLine withSignal(ChangeLine line) {
    return new ChangeLine(
        line.dimension(),
        line.group(),
        line.before(),
        line.after(),
        line.interval(),
        line.pValue(),
        true);
  }
}
