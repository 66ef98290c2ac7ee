package io.tiktoktoe.stats;

/**
 * Long-run variance of a series whose neighbours hang together (HAC: heteroskedasticity and
 * autocorrelation consistent), by Bartlett weights. Source: Newey and West, "A Simple, Positive
 * Semi-Definite, Heteroskedasticity and Autocorrelation Consistent Covariance Matrix", Econometrica
 * 55 (1987).
 *
 * <p>The variance of the sum of n values is about n times this; of independent values it is their
 * variance. Assumption: values further apart than the bandwidth are unrelated, and what is taken
 * off before (mean, seasons) holds all along. O(n bandwidth).
 */
public final class LongRunVariance {

  private LongRunVariance() {}

  /**
   * The long-run variance of residuals, whose mean is taken for 0.
   *
   * @param bandwidth how many lags have a weight above 0; 0 gives the plain variance
   * @param fitted how many parameters the residuals' model has: they eat degrees of freedom
   */
  public static double bartlett(double[] residuals, int bandwidth, int fitted) {
    if (bandwidth < 0 || fitted < 0) {
      throw new IllegalArgumentException(
          "bandwidth (%d) and fitted (%d) must not be negative.".formatted(bandwidth, fitted));
    }
    double variance = 0;
    for (int lag = 0; lag <= Math.min(bandwidth, residuals.length - 1); lag++) {
      double weight = lag == 0 ? 1 : 2 * (1 - lag / (bandwidth + 1.0));
      variance += weight * products(residuals, lag);
    }
    return variance / Math.max(1, residuals.length - fitted);
  }

  /**
   * Bandwidth that is best for these residuals: Newey and West, "Automatic Lag Selection in
   * Covariance Matrix Estimation", Review of Economic Studies 61 (1994), without prewhitening.
   * Grows with how long disturbances last; at most {@code n - 1}.
   */
  public static int automaticBandwidth(double[] residuals) {
    int count = residuals.length;
    int lags = Math.min(count - 1, (int) Math.floor(4 * Math.pow(count / 100.0, 2.0 / 9)));
    double level = count == 0 ? 0 : products(residuals, 0);
    double slope = 0;
    for (int lag = 1; lag <= lags; lag++) {
      double products = products(residuals, lag);
      level += 2 * products;
      slope += 2 * lag * products;
    }
    if (!(level != 0)) {
      return 0;
    }
    double ratio = slope / level;
    double best = 1.1447 * Math.cbrt(ratio * ratio) * Math.cbrt(count);
    return (int) Math.min(Math.max(0, count - 1), Math.floor(best));
  }

  /**
   * Bandwidth that does not look at the residuals: 1.2 times the cube root of how many, the rate at
   * which Bartlett weights are best (Andrews 1991); at least 1. Steadier than the automatic one
   * where a few weeks are all there is (docs/decisions/0101).
   */
  public static int plainBandwidth(int count) {
    return (int) Math.max(1, Math.round(1.2 * Math.cbrt(count)));
  }

  /** Equivalent degrees of freedom of Bartlett weights at frequency 0 (Priestley 1981). */
  public static double freedom(int count, int bandwidth) {
    return 1.5 * count / (bandwidth + 1);
  }

  private static double products(double[] values, int lag) {
    double products = 0;
    for (int at = lag; at < values.length; at++) {
      products += values[at] * values[at - lag];
    }
    return products;
  }
}
