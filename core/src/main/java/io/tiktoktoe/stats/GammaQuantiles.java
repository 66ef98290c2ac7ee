package io.tiktoktoe.stats;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Quantiles of the gamma distribution at evenly spaced probabilities, each found from the one
 * before by Halley's method on the logarithm: two or three evaluations of the incomplete gamma
 * function each, where a search by itself takes a dozen. Agrees with that search to 1e-9.
 */
public final class GammaQuantiles {

  /** Steps that one quantile may take; beyond them it is searched by itself. */
  private static final int MOST_STEPS = 8;

  /** A step of the logarithm after which, since Halley's method is cubic, nothing is left. */
  private static final double LAST_STEP = 1e-5;

  private final GammaDistribution distribution;
  private final double shape;
  private final double logGamma;

  private GammaQuantiles(double shape, double scale) {
    this.distribution = GammaDistribution.of(shape, scale);
    this.shape = shape;
    this.logGamma = LogGamma.value(shape);
  }

  /**
   * The quantiles at (i + 1/2) / count for i from 0 to count - 1, ascending.
   *
   * @param shape above 0
   * @param scale above 0; the mean is shape times scale
   * @param count at least 0
   */
  public static double[] even(double shape, double scale, int count) {
    GammaQuantiles gamma = new GammaQuantiles(shape, scale);
    double[] quantiles = new double[count];
    double log = Double.NaN;
    double rise = 0;
    for (int i = 0; i < count; i++) {
      double probability = (i + 0.5) / count;
      double found = gamma.log(probability, log, rise);
      if (found > log) {
        quantiles[i] = scale * Math.exp(found);
        rise = found - log;
      } else {
        quantiles[i] = gamma.distribution.inverseCumulativeProbability(probability);
        found = Math.log(quantiles[i] / scale);
        rise = 0;
      }
      log = found;
    }
    return quantiles;
  }

  /**
   * The logarithm of a quantile of scale 1; NaN when it was not found.
   *
   * @param below that of a lower probability
   * @param rise how far above it the search starts
   */
  private double log(double probability, double below, double rise) {
    double log = below + rise;
    for (int step = 0; step < MOST_STEPS && Double.isFinite(log); step++) {
      double x = Math.exp(log);
      double miss = RegularizedGamma.P.value(shape, x) - probability;
      double slope = Math.exp(shape * log - x - logGamma);
      double newton = miss / slope;
      double halley = newton / Math.max(0.5, 1 - newton * (shape - x) / 2);
      log -= Math.clamp(halley, -1, 1);
      if (Math.abs(halley) < LAST_STEP) {
        return log;
      }
    }
    return Double.NaN;
  }
}
