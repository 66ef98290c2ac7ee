package io.tiktoktoe.pricing.elasticity;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Tails of the standard normal distribution, far out too. */
final class NormalTail {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Beyond it the tail's own logarithm is taken from its expansion. */
  private static final double FAR = 30;

  private NormalTail() {}

  /** The chance of a value at most {@code z}. */
  static double below(double z) {
    return NORMAL.cumulativeProbability(z);
  }

  /** Its logarithm. */
  static double logBelow(double z) {
    return z < -FAR ? -z * z / 2 - Math.log(-z) - Math.log(2 * Math.PI) / 2 : Math.log(below(z));
  }

  /** The value that is not exceeded with a probability. */
  static double quantile(double probability) {
    return NORMAL.inverseCumulativeProbability(probability);
  }

  /** Density at {@code z} over the chance of more: the mean of what lies above. */
  static double hazard(double z) {
    return z > FAR ? z + 1 / z : NORMAL.density(z) / NORMAL.survivalProbability(z);
  }
}
