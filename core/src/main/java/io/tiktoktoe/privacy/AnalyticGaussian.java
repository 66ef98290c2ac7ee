package io.tiktoktoe.privacy;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Analytic Gaussian mechanism: exact (epsilon, delta) of Gaussian noise. Source: Balle and Wang,
 * "Improving the Gaussian Mechanism for Differential Privacy", ICML 2018, theorem 8. Many Gaussian
 * statistics are as one whose {@code mu} is the root of the sum of squares (Dong, Roth and Su
 * 2022).
 */
public final class AnalyticGaussian {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Halvings of a bracket until nothing of it is left. */
  private static final int HALVINGS = 200;

  /** Covers rounding, so that results are on the safe side. */
  private static final double MARGIN = 1e-11;

  private AnalyticGaussian() {}

  /**
   * The smallest delta for an epsilon.
   *
   * @param mu sensitivity over sigma
   */
  static double delta(double mu, double epsilon) {
    double upper = NORMAL.survivalProbability(epsilon / mu - mu / 2);
    double lower = NORMAL.survivalProbability(epsilon / mu + mu / 2);
    // exp(epsilon) alone may overflow where the product does not.
    double scaled = lower == 0 ? 0 : Math.exp(epsilon + Math.log(lower));
    return Math.max(0, upper - scaled);
  }

  /** The smallest epsilon for a delta; rounded up. */
  static double epsilon(double mu, double delta) {
    if (delta(mu, 0) <= delta) {
      return 0;
    }
    double low = 0;
    double high = 1;
    while (delta(mu, high) > delta) {
      low = high;
      high *= 2;
    }
    for (int i = 0; i < HALVINGS && Math.nextUp(low) < high; i++) {
      double middle = (low + high) / 2;
      if (delta(mu, middle) > delta) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high * (1 + MARGIN);
  }

  /** The largest mu, sensitivity over sigma, within (epsilon, delta); rounded down. */
  public static double mu(double epsilon, double delta) {
    double low = 0;
    double high = 1;
    while (delta(high, epsilon) <= delta) {
      low = high;
      high *= 2;
    }
    for (int i = 0; i < HALVINGS && Math.nextUp(low) < high; i++) {
      double middle = (low + high) / 2;
      if (delta(middle, epsilon) > delta) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low * (1 - MARGIN);
  }
}
