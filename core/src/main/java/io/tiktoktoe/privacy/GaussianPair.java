package io.tiktoktoe.privacy;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Gaussian mechanism: normal distributions of variance 1 around {@code mu} (P) and 0 (Q).
 *
 * @param mu sensitivity over sigma
 */
record GaussianPair(double mu) implements OutputPair {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double LOG_ROOT_2_PI = 0.5 * Math.log(2 * Math.PI);

  /** Beyond that many standard deviations lies less than 1e-37. */
  private static final double FAR = 13;

  @Override
  public double highest() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public double logMoment(double s) {
    return s * (s + 1) * mu * mu / 2;
  }

  /** By the trapezoidal rule, whose error vanishes faster than any power of the step here. */
  @Override
  public void nodes(double order, Nodes nodes) {
    double step = Math.min(0.1, 0.2 / mu);
    double end = order * mu + FAR;
    for (double x = -FAR; x <= end; x += step) {
      nodes.add(Math.log(step) - LOG_ROOT_2_PI - x * x / 2, mu * (x - mu / 2));
    }
  }

  @Override
  public int atoms() {
    return 0;
  }

  @Override
  public double loss(int atom) {
    throw new IndexOutOfBoundsException(atom);
  }

  @Override
  public double mass(int atom) {
    throw new IndexOutOfBoundsException(atom);
  }

  @Override
  public double outcome(double loss) {
    return loss / mu + mu / 2;
  }

  @Override
  public double massP(double from, double to) {
    return NORMAL.probability(from - mu, to - mu);
  }

  @Override
  public double massQ(double from, double to) {
    return NORMAL.probability(from, to);
  }
}
