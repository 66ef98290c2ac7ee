package io.tiktoktoe.stats.bandit;

import io.tiktoktoe.stats.Interval;

/**
 * Confidence interval of the mean of skewed values: the t statistic is bent by a cubic so that its
 * distribution is symmetric (Hall, "On the Removal of Skewness by Transformation", Journal of the
 * Royal Statistical Society B 54, 1992).
 */
final class SkewedMean {

  private SkewedMean() {}

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value / values.length;
    }
    return sum;
  }

  /** Mean of squared distances from the mean. */
  static double variance(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean) / Math.max(1, values.length - 1);
    }
    return sum;
  }

  /** The interval at .95; of a single value or of equal ones it has no width. */
  static Interval interval(double[] values) {
    double mean = mean(values);
    double deviation = Math.sqrt(variance(values));
    int count = values.length;
    if (count < 2 || !(deviation > 0)) {
      return new Interval(mean, mean, Interval.WIDE);
    }
    double skewness = 0;
    double kurtosis = 0;
    for (double value : values) {
      double standard = (value - mean) / deviation;
      skewness += standard * standard * standard / count;
      kurtosis += standard * standard * standard * standard / count;
    }
    double error = deviation / Math.sqrt(count);
    double reach = Interval.t(freedom(kurtosis, count), Interval.WIDE);
    double up = unbent(reach, skewness, count);
    double down = unbent(-reach, skewness, count);
    return new Interval(
        mean - error * Math.max(up, 0), mean - error * Math.min(down, 0), Interval.WIDE);
  }

  /**
   * Degrees of freedom of an estimated variance: where few values make most of it, it is as unsure
   * as one of few values.
   */
  private static double freedom(double kurtosis, int count) {
    return Math.max(1, Math.min(2 * count / Math.max(1e-9, kurtosis - 1), count - 1.0));
  }

  /** The t statistic whose bent value is given. */
  private static double unbent(double bent, double skewness, int count) {
    double root = Math.sqrt(count);
    if (Math.abs(skewness) < 1e-6) {
      return bent;
    }
    double inner = 1 + skewness * (bent / root - skewness / (6 * count));
    return 3 * root / skewness * (Math.cbrt(inner) - 1);
  }
}
