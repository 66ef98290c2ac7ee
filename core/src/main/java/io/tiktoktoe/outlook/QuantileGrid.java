package io.tiktoktoe.outlook;

import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Quantiles;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Quantile levels at which predictive distributions are kept, and how to read between them. */
public final class QuantileGrid {

  private static final double[] PROBABILITIES = {
    0.005, 0.025, 0.05, 0.1, 0.16, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.84, 0.9, 0.95, 0.975, 0.995
  };

  /** How many quantiles are kept for a step. */
  public static final int SIZE = 17;

  /** Probabilities nearer to a kept one mean that: they are written from a band's confidence. */
  private static final double ROUNDING = 1e-12;

  /** Width relative to the value that is none: rounding, and experts who agree on a constant. */
  private static final double NO_WIDTH = 1e-6;

  /** Index of the lower end of the wide band: 2.5%. */
  public static final int LOW_95 = 1;

  /** Index of the lower end of the narrow band: 16%. */
  public static final int LOW_68 = 4;

  /** Index of the conservative scenario: 20%. */
  public static final int CONSERVATIVE = 5;

  /** Index of the median, which is the likely scenario. */
  public static final int MEDIAN = 8;

  /** Index of the optimistic scenario: 80%. */
  public static final int OPTIMISTIC = 11;

  /** Index of the upper end of the narrow band: 84%. */
  public static final int HIGH_68 = 12;

  /** Index of the upper end of the wide band: 97.5%. */
  public static final int HIGH_95 = 15;

  private static final double[] NORMAL_SCORES =
      Arrays.stream(PROBABILITIES)
          .map(NormalDistribution.of(0, 1)::inverseCumulativeProbability)
          .toArray();

  private QuantileGrid() {}

  /** The value not exceeded with 2.5%, of the grid that starts at {@code offset}. */
  public static double low95(double[] quantiles, int offset) {
    return quantiles[offset + LOW_95];
  }

  /** The value not exceeded with 16%. */
  public static double low68(double[] quantiles, int offset) {
    return quantiles[offset + LOW_68];
  }

  /** The value not exceeded with 84%. */
  public static double high68(double[] quantiles, int offset) {
    return quantiles[offset + HIGH_68];
  }

  /** The value not exceeded with 97.5%. */
  public static double high95(double[] quantiles, int offset) {
    return quantiles[offset + HIGH_95];
  }

  /**
   * The central prediction interval that is shown: equal-tailed, but never of no width. Where both
   * quantiles fall on one value, such as the nothing of most days, its ends are the means of the
   * tails beyond (expected shortfall), which hold at least as often as it says by Markov's
   * inequality; a wider interval is nowhere narrower.
   *
   * @param quantiles the grid starts at {@code offset}
   * @param mean expected value, which carries what is rarer than all quantiles kept
   */
  public static Interval band(double[] quantiles, int offset, double mean, double confidence) {
    double tail = Interval.lowerTail(confidence);
    double low = interpolate(quantiles, offset, tail);
    double high = interpolate(quantiles, offset, Interval.upperTail(confidence));
    double middle = quantiles[offset + MEDIAN];
    double collapsed = narrow(low, high) ? tail : collapsed(quantiles, offset, tail);
    if (Double.isNaN(collapsed)) {
      return new Interval(low, high, confidence);
    }
    double above = Math.max(0, mean - middle);
    double below = Math.max(0, middle - mean);
    for (int q = MEDIAN + 1; q < SIZE; q++) {
      double beyond = 1 - PROBABILITIES[q];
      above = Math.max(above, beyond * (quantiles[offset + q] - middle));
      below = Math.max(below, beyond * (middle - quantiles[offset + SIZE - 1 - q]));
    }
    double bottom = middle - below / collapsed;
    double top = middle + above / collapsed;
    return new Interval(
        Math.min(low, middle > 0 && low >= 0 ? Math.max(0, bottom) : bottom),
        Math.max(high, middle < 0 && high <= 0 ? Math.min(0, top) : top),
        confidence);
  }

  private static boolean narrow(double low, double high) {
    return high - low <= NO_WIDTH * Math.max(Math.abs(low), Math.abs(high));
  }

  /** The smallest tail, at least so large, whose kept interval has no width; NaN for none. */
  private static double collapsed(double[] quantiles, int offset, double tail) {
    for (int q = 0; q < MEDIAN; q++) {
      if (PROBABILITIES[q] >= tail
          && narrow(quantiles[offset + q], quantiles[offset + SIZE - 1 - q])) {
        return PROBABILITIES[q];
      }
    }
    return Double.NaN;
  }

  /** The grid of a sample: its quantiles at the kept probabilities. */
  public static void fill(double[] ascending, double[] quantiles, int offset) {
    for (int q = 0; q < SIZE; q++) {
      quantiles[offset + q] = Quantiles.ofSorted(ascending, PROBABILITIES[q]);
    }
  }

  /** The standard normal quantile at the probability of {@code index}. */
  public static double normalScore(int index) {
    return NORMAL_SCORES[index];
  }

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
    if (probability < PROBABILITIES[0] + ROUNDING) {
      return quantiles[offset];
    }
    for (int right = 1; right < SIZE; right++) {
      if (Math.abs(probability - PROBABILITIES[right]) < ROUNDING) {
        return quantiles[offset + right];
      }
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
