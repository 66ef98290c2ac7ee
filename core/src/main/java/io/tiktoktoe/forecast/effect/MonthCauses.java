package io.tiktoktoe.forecast.effect;

import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.series.MonthDays;
import io.tiktoktoe.series.MonthRule;
import io.tiktoktoe.series.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Days of the month that bring more or less than others, such as the first, when memberships are
 * charged, the last working day or the second Saturday: screened by a t statistic, and only where
 * the days of the month differ at all. Whether they are used is decided as for every other cause.
 * Series that are mostly zero have none.
 */
final class MonthCauses {

  /** Standard errors by which a day must differ from the rest. */
  private static final double CLEAR = 4;

  /** A day must have come so often. */
  private static final int LEAST_TIMES = 3;

  /** Share of values that must not be 0. */
  private static final double MOSTLY = 0.76;

  private MonthCauses() {}

  /**
   * A day of the month.
   *
   * @param name in explanations
   * @param marks 1 where a step is that day, else 0
   */
  @SuppressWarnings("ArrayRecordComponent") // Only carried.
  record Marked(String name, double[] marks) {}

  /** The days that differ in any of the series, over history and future. */
  static List<Marked> of(HistoricalMetrics history, int length) {
    LocalDate first = history.start().toLocalDate();
    boolean days = history.granularity() == Granularity.DAY;
    List<double[]> different =
        history.series().stream()
            .map(Series::toArray)
            .filter(values -> days && mostlySold(values) && MonthDays.differ(values, first))
            .toList();
    if (different.isEmpty()) {
      return List.of();
    }
    LocalDate[] dates = new LocalDate[length];
    Arrays.setAll(dates, first::plusDays);
    List<Marked> marked = new ArrayList<>();
    for (MonthRule rule : MonthRule.days()) {
      double[] marks = MonthRule.marks(dates, rule.meant());
      double[] others =
          MonthRule.marks(dates, date -> rule.among(date) && !rule.meant().test(date));
      if (different.stream().anyMatch(values -> differs(values, marks, others))) {
        marked.add(new Marked(rule.name(), marks));
      }
    }
    return marked;
  }

  private static boolean mostlySold(double[] values) {
    long known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    long sold = Arrays.stream(values).filter(value -> Math.abs(value) > 0).count();
    return sold >= MOSTLY * known;
  }

  private static boolean differs(double[] values, double[] marks, double[] others) {
    double[] on = new double[3];
    double[] off = new double[3];
    for (int step = 0; step < values.length; step++) {
      if (!Double.isNaN(values[step]) && (marks[step] == 1 || others[step] == 1)) {
        double[] sums = marks[step] == 1 ? on : off;
        sums[0]++;
        sums[1] += values[step];
        sums[2] += values[step] * values[step];
      }
    }
    if (on[0] < LEAST_TIMES || off[0] < LEAST_TIMES) {
      return false;
    }
    double distance = on[1] / on[0] - off[1] / off[0];
    double variance = Math.max(0, off[2] / off[0] - off[1] * off[1] / (off[0] * off[0]));
    return Math.abs(distance) > CLEAR * Math.sqrt(variance / on[0]);
  }
}
