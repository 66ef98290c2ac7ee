package io.tiktoktoe.forecast.effect;

import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.series.MonthDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Days of the month that bring more or less than others, such as the first, when memberships are
 * charged: screened by a t statistic, and only where the days of the month differ at all. Whether
 * they are used is decided as for every other cause. Series that are mostly zero have none.
 */
final class MonthCauses {

  /** Standard errors by which a day must differ from the rest. */
  private static final double CLEAR = 4;

  /** A day must have come so often. */
  private static final int LEAST_TIMES = 3;

  /** Share of values that must not be 0. */
  private static final double MOSTLY = 0.76;

  /** Days from the start of the month that every month has; the last day is another. */
  private static final int COMMON_DAYS = 28;

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
    if (history.granularity() != Granularity.DAY) {
      return List.of();
    }
    LocalDate first = history.start().toLocalDate();
    List<Marked> marked = new ArrayList<>();
    for (int day = 1; day <= COMMON_DAYS + 1; day++) {
      double[] marks = marks(first, day, length);
      if (history.series().stream().anyMatch(series -> differs(series.toArray(), first, marks))) {
        String name =
            day <= COMMON_DAYS ? "day %d of the month".formatted(day) : "end of the month";
        marked.add(new Marked(name, marks));
      }
    }
    return marked;
  }

  private static double[] marks(LocalDate first, int day, int length) {
    double[] marks = new double[length];
    for (int step = 0; step < length; step++) {
      LocalDate date = first.plusDays(step);
      boolean meant =
          day <= COMMON_DAYS
              ? date.getDayOfMonth() == day
              : date.getDayOfMonth() == date.lengthOfMonth();
      marks[step] = meant ? 1 : 0;
    }
    return marks;
  }

  private static boolean differs(double[] values, LocalDate first, double[] marks) {
    long known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    long sold = Arrays.stream(values).filter(value -> Math.abs(value) > 0).count();
    if (sold < MOSTLY * known
        || !MonthDays.differ(values, step -> first.plusDays(step).getDayOfMonth() - 1)) {
      return false;
    }
    double[] on = new double[3];
    double[] off = new double[3];
    for (int step = 0; step < values.length; step++) {
      if (!Double.isNaN(values[step])) {
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
