package io.tiktoktoe.forecast.blend;

import io.tiktoktoe.forecast.member.Prepared;

/**
 * Plausibility bound of forecasts: a method whose forecast lies far beyond all that was seen has
 * run away.
 *
 * @param least smallest forecast
 * @param most largest one
 */
record RunawayBound(double least, double most) {

  /** Largest forecast relative to the largest value seen. */
  private static final double TIMES = 20;

  static RunawayBound of(Prepared history) {
    double highest = 0;
    for (double value : history.filled()) {
      highest = Math.max(highest, Math.abs(value));
    }
    double most = TIMES * highest;
    return new RunawayBound(history.nonNegative() ? 0 : -most, most);
  }

  /** Whether all are numbers. Infinity is one: it is bounded. */
  static boolean areNumbers(double[][] forecasts) {
    boolean numbers = true;
    for (double[] forecast : forecasts) {
      for (double value : forecast) {
        numbers &= !Double.isNaN(value);
      }
    }
    return numbers;
  }

  /** Moves forecasts into the bounds; what is no number becomes 0. */
  void apply(double[]... forecasts) {
    for (double[] forecast : forecasts) {
      for (int h = 0; h < forecast.length; h++) {
        double value = Double.isNaN(forecast[h]) ? 0 : forecast[h];
        forecast[h] = Math.clamp(value, least, most);
      }
    }
  }
}
