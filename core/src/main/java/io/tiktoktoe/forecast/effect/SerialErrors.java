package io.tiktoktoe.forecast.effect;

/**
 * Autocorrelation-consistent variance of regression coefficients: by how much residuals that hang
 * together make the variance of an effect larger than independent ones would, from their
 * autocovariances and those of the cause (the middle of the sandwich of White and Newey-West, cause
 * and noise taken for unrelated).
 */
final class SerialErrors {

  /** Deviations from two seasons on either side hang together over four seasons. */
  private static final int SEASONS = 4;

  /** Lags beyond the seasons'. */
  private static final int MORE_LAGS = 7;

  /** Longest lag as a share of the steps. */
  private static final double MOST = 0.4;

  /** Residuals of short histories look less alike than the noise behind them. */
  private static final double SHORT = 20;

  private final double[] autocorrelation;
  private final double few;

  /**
   * From residuals, 0 where unknown.
   *
   * @param period of the season that the deviations are taken from
   */
  SerialErrors(double[] residuals, int period) {
    int most = (int) (MOST * residuals.length);
    int lags = Math.min(most, SEASONS * Math.min(period, most) + MORE_LAGS);
    autocorrelation = new double[Math.max(1, lags + 1)];
    double power = products(residuals, residuals, 0);
    for (int lag = 0; lag < autocorrelation.length && power > 0; lag++) {
      autocorrelation[lag] = products(residuals, residuals, lag) / power;
    }
    few = 1 + SHORT / Math.max(1, residuals.length);
  }

  /** What the variance of a cause's effect is multiplied with, at least 1. */
  double inflation(double[] moved, double[] weights) {
    double[] weighted = new double[weights.length];
    for (int t = 0; t < weighted.length; t++) {
      weighted[t] = Double.isFinite(moved[t]) ? weights[t] * moved[t] : 0;
    }
    double alone = products(weighted, weighted, 0);
    if (!(alone > 0)) {
      return 1;
    }
    double sum = alone;
    for (int lag = 1; lag < autocorrelation.length; lag++) {
      // A flat top keeps near lags whole, a taper fades those that are hardly known.
      double share = (double) lag / autocorrelation.length;
      double taper = share <= 0.5 ? 1 : 2 * (1 - share);
      sum += 2 * taper * autocorrelation[lag] * products(weighted, weighted, lag);
    }
    return Math.max(1, sum / alone) * few;
  }

  private static double products(double[] a, double[] b, int lag) {
    double sum = 0;
    for (int t = lag; t < a.length; t++) {
      sum += a[t] * b[t - lag];
    }
    return sum;
  }
}
