package io.tiktoktoe.forecast.level;

import java.util.Arrays;

/**
 * Geometric mean of a stream's four-weekly levels, to which bursty streams regress: one of its
 * months counts as much as any other, however much came in it.
 */
final class TypicalLevel {

  private static final int DAYS = 28;

  /** Share of the larger level that is added to both: nothing is not infinitely far. */
  private static final double FLOOR = 0.1;

  /** Farthest log of a ratio that counts. */
  private static final double FARTHEST = 2;

  private TypicalLevel() {}

  /** A day's typical income from the first income on; 0 where nothing came. */
  static double of(double[] values) {
    int first = Burstiness.first(values);
    double[] months = Burstiness.levels(values, first, DAYS);
    if (months.length < 2) {
      return average(values, first);
    }
    double floor = FLOOR * Arrays.stream(months).average().orElse(0);
    double log =
        Arrays.stream(months).map(one -> Math.log(one + floor)).average().orElse(Math.log(floor));
    return floor > 0 ? Math.exp(log) - floor : 0;
  }

  /**
   * Log of forecast over typical income, by part of the horizon: above 0 where more is expected
   * than is typical. 0 for a part without steps before any other.
   *
   * @param history of the stream, NaN where unknown
   * @param expected the mean of each step
   */
  static double[] above(double[] history, double[] expected) {
    double typical = of(history);
    double usual = average(history, 0);
    double[] above = new double[LevelRisk.KNOTS.length];
    int from = 0;
    for (int part = 0; part < above.length; part++) {
      int to = Math.min(expected.length, LevelRisk.KNOTS[part]);
      if (from < to) {
        double mean = Math.max(0, Arrays.stream(expected, from, to).average().orElse(0));
        double floor = FLOOR * Math.max(mean, usual);
        double log = floor > 0 ? Math.log((mean + floor) / (typical + floor)) : 0;
        above[part] = Math.clamp(log, -FARTHEST, FARTHEST);
      } else {
        above[part] = part == 0 ? 0 : above[part - 1];
      }
      from = LevelRisk.KNOTS[part];
    }
    return above;
  }

  /** A day's income from a step on, at least 0. */
  static double average(double[] values, int first) {
    return Math.max(
        0,
        Arrays.stream(values, first, values.length).filter(Double::isFinite).average().orElse(0));
  }
}
