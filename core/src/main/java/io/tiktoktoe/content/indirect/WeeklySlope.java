package io.tiktoktoe.content.indirect;

import io.tiktoktoe.stats.Interval;

/**
 * Least-squares slope with a heteroscedasticity-robust error (White 1980, HC1).
 *
 * @param slope of y on x
 * @param error its standard error, above 0
 * @param freedom degrees of freedom, at least 1
 */
record WeeklySlope(double slope, double error, double freedom) {

  /** Of two series of the same length; nothing is known from fewer than four. */
  static WeeklySlope of(double[] x, double[] y) {
    int n = x.length;
    double meanX = mean(x);
    double meanY = mean(y);
    double squares = 0;
    double both = 0;
    double all = 0;
    for (int i = 0; i < n; i++) {
      squares += (x[i] - meanX) * (x[i] - meanX);
      both += (x[i] - meanX) * (y[i] - meanY);
      all += (y[i] - meanY) * (y[i] - meanY);
    }
    if (n < 4 || !(squares > 0)) {
      return new WeeklySlope(0, 0, 1);
    }
    double slope = both / squares;
    double meat = 0;
    for (int i = 0; i < n; i++) {
      double rest = y[i] - meanY - slope * (x[i] - meanX);
      meat += rest * rest * (x[i] - meanX) * (x[i] - meanX);
    }
    double least = Math.sqrt(all / squares) / n;
    double error = Math.sqrt(meat * n / (n - 2.0)) / squares;
    return new WeeklySlope(slope, Math.max(error, least), n - 2.0);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length > 0 ? sum / values.length : 0;
  }

  /** What of a series is left when another that moves with it is taken out. */
  static double[] without(double[] y, double[] x) {
    WeeklySlope slope = of(x, y);
    double[] rest = y.clone();
    for (int i = 0; i < rest.length; i++) {
      rest[i] = y[i] - slope.slope() * x[i];
    }
    return rest;
  }

  /** The slope times an amount, and the range that holds it with 95%. */
  Interval times(double amount) {
    return Interval.student(slope, error, freedom, Interval.WIDE).times(amount);
  }
}
