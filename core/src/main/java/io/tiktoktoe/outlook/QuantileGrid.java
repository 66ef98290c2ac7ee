package io.tiktoktoe.outlook;

/** Quantile levels at which predictive distributions are kept, and how to read between them. */
public final class QuantileGrid {

  private static final double[] PROBABILITIES = {
    0.005, 0.025, 0.05, 0.1, 0.16, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.84, 0.9, 0.95, 0.975, 0.995
  };

  /** How many quantiles are kept for a step. */
  public static final int SIZE = 17;

  /** Index of the median. */
  public static final int MEDIAN = 8;

  private QuantileGrid() {}

  /** The probability at {@code index}. */
  public static double probability(int index) {
    return PROBABILITIES[index];
  }

  /** Linear between the kept quantiles that start at {@code offset}; constant beyond them. */
  public static double interpolate(double[] quantiles, int offset, double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "probability (" + probability + ") must lie between 0 and 1, both excluded.");
    }
    if (probability <= PROBABILITIES[0]) {
      return quantiles[offset];
    }
    for (int right = 1; right < SIZE; right++) {
      if (probability <= PROBABILITIES[right]) {
        double share =
            (probability - PROBABILITIES[right - 1])
                / (PROBABILITIES[right] - PROBABILITIES[right - 1]);
        double low = quantiles[offset + right - 1];
        return low + share * (quantiles[offset + right] - low);
      }
    }
    return quantiles[offset + SIZE - 1];
  }
}
