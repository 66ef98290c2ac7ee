package io.tiktoktoe.stats;

import java.util.Optional;

/**
 * Difference of two means with unequal variances (Welch 1947).
 *
 * @param difference the first mean less the second
 * @param interval holds it with the confidence that was asked for
 */
public record WelchDifference(double difference, Interval interval) {

  /**
   * The difference of the means of two samples; empty where either has fewer than two values or
   * none of them varies, since nothing tells then how sure it is.
   *
   * @param confidence of the interval, between 0 and 1
   */
  public static Optional<WelchDifference> of(double[] one, double[] other, double confidence) {
    if (one.length < 2 || other.length < 2) {
      return Optional.empty();
    }
    double first = variance(one) / one.length;
    double second = variance(other) / other.length;
    double error = Math.sqrt(first + second);
    if (!(error > 0)) {
      return Optional.empty();
    }
    double freedom =
        (first + second)
            * (first + second)
            / (first * first / (one.length - 1) + second * second / (other.length - 1));
    double difference = mean(one) - mean(other);
    return Optional.of(
        new WelchDifference(difference, Interval.student(difference, error, freedom, confidence)));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares / (values.length - 1);
  }
}
