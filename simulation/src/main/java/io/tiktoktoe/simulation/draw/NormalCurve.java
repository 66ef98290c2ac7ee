package io.tiktoktoe.simulation.draw;

/** The standard normal density and distribution. */
public final class NormalCurve {

  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  /** Beyond this many deviations the distribution is 0 or 1 to double precision here. */
  private static final double FAR = 8;

  /** Terms after which the series below has converged for every |z| up to {@link #FAR}. */
  private static final int MOST_TERMS = 200;

  private NormalCurve() {}

  static double density(double z) {
    return Math.exp(-0.5 * z * z) / ROOT_TWO_PI;
  }

  /** Marsaglia's series 2004: one half plus density times z + z^3/3 + z^5/15 + ... */
  public static double cumulative(double z) {
    if (z < -FAR) {
      return 0;
    }
    if (z > FAR) {
      return 1;
    }
    double term = z;
    double sum = z;
    for (int k = 1; k < MOST_TERMS && Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
      term *= z * z / (2 * k + 1);
      sum += term;
    }
    return 0.5 + sum * density(z);
  }
}
