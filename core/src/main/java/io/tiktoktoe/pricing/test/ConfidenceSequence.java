package io.tiktoktoe.pricing.test;

import io.tiktoktoe.stats.Interval;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Confidence sequence of a mean: an interval that holds it at all times at once, so that looking
 * after every observation costs nothing (Robbins 1970). For values between 0 and 1 the likelihood
 * ratio of a uniform mixture of coins against a coin of the mean is a supermartingale, whatever the
 * values' distribution and however arms are chosen: by Ville's inequality it ever reaches 1 / alpha
 * with chance alpha at most. O(1) but for the root search.
 */
final class ConfidenceSequence {

  private static final int HALVINGS = 60;

  private ConfidenceSequence() {}

  /**
   * The interval.
   *
   * @param count how many values came
   * @param sum of the values, each from 0 to 1
   * @param alpha chance that the mean ever lies outside
   */
  static Interval of(long count, double sum, double alpha) {
    if (count == 0) {
      return new Interval(0, 1, 1 - alpha);
    }
    double mean = Math.clamp(sum / count, 0, 1);
    double limit = Math.log(1 / alpha);
    double mixture = logMixture(count, sum);
    double low = end(0, mean, mixture, count, sum, limit);
    double high = end(1, mean, mixture, count, sum, limit);
    return new Interval(low, high, 1 - alpha);
  }

  /** Between the mean, which is never refused, and an end of the range. */
  private static double end(
      double outer, double mean, double mixture, long count, double sum, double limit) {
    if (logRatio(outer, mixture, count, sum) <= limit) {
      return outer;
    }
    double refused = outer;
    double held = mean;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double middle = (refused + held) / 2;
      if (logRatio(middle, mixture, count, sum) > limit) {
        refused = middle;
      } else {
        held = middle;
      }
    }
    return held;
  }

  private static double logRatio(double mean, double mixture, long count, double sum) {
    return mixture - times(sum, mean) - times(count - sum, 1 - mean);
  }

  /**
   * Logarithm of the likelihood of the values under a uniform mixture of coins: a beta function,
   * read off the density that it scales.
   */
  static double logMixture(long count, double sum) {
    return count * Math.log(.5) - BetaDistribution.of(1 + sum, 1 + count - sum).logDensity(.5);
  }

  /** How often times the logarithm, nothing where there is nothing of it. */
  static double times(double often, double chance) {
    return often <= 0 ? 0 : often * Math.log(chance);
  }
}
