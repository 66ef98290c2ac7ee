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
import java.util.Optional;
import java.util.stream.IntStream;

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

  private static final int WEEK = 7;

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
    for (List<MonthRule> alternatives : MonthRule.alternatives()) {
      best(alternatives, dates, different).ifPresent(marked::add);
    }
    return marked;
  }

  /** The rule that differs most from other days, if any is clear. */
  private static Optional<Marked> best(
      List<MonthRule> alternatives, LocalDate[] dates, List<double[]> different) {
    Optional<Marked> best = Optional.empty();
    double most = CLEAR;
    for (MonthRule rule : alternatives) {
      double[] marks = MonthRule.marks(dates, rule.meant());
      double[] others =
          MonthRule.marks(dates, date -> rule.among(date) && !rule.meant().test(date));
      double clear =
          different.stream().mapToDouble(values -> distance(values, marks, others)).max().orElse(0);
      if (clear > most) {
        most = clear;
        best = Optional.of(new Marked(rule.name(), marks));
      }
    }
    return best;
  }

  /** Whether most values are not 0, but for weekdays that never sell. */
  static boolean mostlySold(double[] values) {
    int[] known = new int[WEEK];
    int[] sold = new int[WEEK];
    for (int step = 0; step < values.length; step++) {
      known[step % WEEK] += Double.isNaN(values[step]) ? 0 : 1;
      sold[step % WEEK] += Math.abs(values[step]) > 0 ? 1 : 0;
    }
    int able = IntStream.range(0, WEEK).filter(day -> sold[day] > 0).map(day -> known[day]).sum();
    return Arrays.stream(sold).sum() >= MOSTLY * able;
  }

  /** How many standard errors some days are from others; 0 when there are too few of either. */
  private static double distance(double[] values, double[] marks, double[] others) {
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
      return 0;
    }
    double distance = on[1] / on[0] - off[1] / off[0];
    double variance = Math.max(0, off[2] / off[0] - off[1] * off[1] / (off[0] * off[0]));
    return distance == 0 ? 0 : Math.abs(distance) / Math.sqrt(variance / on[0]);
  }
}
