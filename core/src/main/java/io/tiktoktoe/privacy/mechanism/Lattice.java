package io.tiktoktoe.privacy.mechanism;

import io.tiktoktoe.privacy.NoiseKind;
import io.tiktoktoe.privacy.noise.IntegerNoise;

/**
 * The grid on which a part's numbers are noised: values are counted in fractions of a unit, so that
 * the noise's whole parameter is large and rounding it up costs nothing.
 *
 * <p>Discrete Laplace noise is exactly as private as its parameter says on any grid. Discrete
 * Gaussian noise of parameter S and continuous noise of the same S, rounded to whole numbers, have
 * chances whose ratio differs from 1 by less than {@code (x^2/S^2 + 1) / (24 S^2)}, below 1e-12 at
 * 40 S with S from 2^24 on: so the account of the continuous one holds for it, within the margin
 * that the budget's split keeps.
 *
 * @param noise the kind
 * @param scale the noise's whole parameter
 * @param fraction how many steps of the grid make a unit; a power of two
 */
public record Lattice(NoiseKind noise, long scale, long fraction) {

  private static final long LEAST_LAPLACE = 1L << 14;

  private static final long LEAST_GAUSSIAN = 1L << 24;

  /** Laplace noise of at least this scale, in units. */
  public static Lattice laplace(double scale) {
    return of(NoiseKind.DISCRETE_LAPLACE, scale, LEAST_LAPLACE);
  }

  /** Gaussian noise of at least this standard deviation, in units. */
  public static Lattice gaussian(double sigma) {
    return of(NoiseKind.DISCRETE_GAUSSIAN, sigma, LEAST_GAUSSIAN);
  }

  private static Lattice of(NoiseKind noise, double parameter, long least) {
    long fraction = 1;
    while (parameter * fraction < least) {
      fraction *= 2;
    }
    double steps = Math.ceil(parameter * fraction);
    if (!(steps <= IntegerNoise.MOST_SCALE)) {
      throw new IllegalArgumentException(
          "noise of %s units has no room in 64 bits. Use coarser units, smaller bounds or a larger epsilon."
              .formatted(parameter));
    }
    return new Lattice(noise, (long) steps, fraction);
  }

  /** The noise's parameter, in units. */
  public double parameter() {
    return (double) scale / fraction;
  }

  /** Standard deviation of the noise, in units. */
  public double deviation() {
    return noise == NoiseKind.DISCRETE_LAPLACE ? Math.sqrt(2) * parameter() : parameter();
  }

  /** Half of the width that holds 95% of such noise, over its standard deviation. */
  public static double halfWidths(NoiseKind noise) {
    return noise == NoiseKind.DISCRETE_LAPLACE ? Math.log(20) / Math.sqrt(2) : 1.959963984540054;
  }

  /** Values in steps of the grid with noise; values too large are cut before it. */
  public long[] noised(long[] values, IntegerNoise source) {
    return noise == NoiseKind.DISCRETE_LAPLACE
        ? source.withLaplace(values, fraction, scale)
        : source.withGaussian(values, fraction, scale);
  }

  /** Noisy values in units. */
  public double[] units(long[] noisy) {
    double[] units = new double[noisy.length];
    for (int i = 0; i < noisy.length; i++) {
      units[i] = (double) noisy[i] / fraction;
    }
    return units;
  }
}
