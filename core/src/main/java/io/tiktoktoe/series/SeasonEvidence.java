package io.tiktoktoe.series;

import io.tiktoktoe.stats.Quantiles;
import java.util.Arrays;

/**
 * Analysis of variance by phase: whether values differ by their place in a season more than chance
 * makes them, both with the farthest values and with these moved nearer. A season without that
 * evidence makes every seasonal method repeat noise.
 */
public final class SeasonEvidence {

  /** Cycles that a season must have been seen to be doubted. */
  private static final int CYCLES = 5;

  /** Standard deviations by which the ratio of variances must exceed chance's. */
  private static final double CLEAR = 3;

  /** Typical deviations beyond which a value is no farther: one spike is no season. */
  private static final double FARTHEST = 5;

  private SeasonEvidence() {}

  /** Whether the values are too short to speak of a season. */
  public static boolean tooShort(double[] values, int period) {
    return values.length < CYCLES * period;
  }

  /** Whether the values are long enough to tell, and tell of a season of at least 2 steps. */
  public static boolean shows(double[] values, int period) {
    if (tooShort(values, period)) {
      return false;
    }
    double[] deviations = deviations(values, period);
    return clear(deviations, period) && clear(calm(deviations), period);
  }

  /** Whether phases differ, by the ratio of the variances between and within them. */
  private static boolean clear(double[] deviations, int period) {
    double[] sums = new double[period];
    double[] squares = new double[period];
    int[] counts = new int[period];
    int known = 0;
    for (int t = 0; t < deviations.length; t++) {
      if (!Double.isNaN(deviations[t])) {
        sums[t % period] += deviations[t];
        squares[t % period] += deviations[t] * deviations[t];
        counts[t % period]++;
        known++;
      }
    }
    double mean = Arrays.stream(sums).sum() / Math.max(1, known);
    double between = 0;
    double within = 0;
    for (int phase = 0; phase < period; phase++) {
      double own = counts[phase] == 0 ? mean : sums[phase] / counts[phase];
      between += counts[phase] * (own - mean) * (own - mean) / (period - 1);
      within += (squares[phase] - counts[phase] * own * own) / Math.max(1, known - period);
    }
    // A mean over the season takes its share of the noise with it.
    within *= period / (period - 1.0);
    return between > (1 + CLEAR * Math.sqrt(2.0 / (period - 1))) * within;
  }

  /** From the mean of the season around each value; NaN at the ends. */
  private static double[] deviations(double[] values, int period) {
    double[] sums = new double[values.length + 1];
    int[] counts = new int[values.length + 1];
    for (int t = 0; t < values.length; t++) {
      boolean seen = !Double.isNaN(values[t]);
      sums[t + 1] = sums[t] + (seen ? values[t] : 0);
      counts[t + 1] = counts[t] + (seen ? 1 : 0);
    }
    double[] deviations = new double[values.length];
    Arrays.fill(deviations, Double.NaN);
    for (int t = period / 2; t + period - period / 2 <= values.length; t++) {
      int from = t - period / 2;
      int count = counts[from + period] - counts[from];
      deviations[t] = values[t] - (sums[from + period] - sums[from]) / Math.max(1, count);
    }
    return deviations;
  }

  private static double[] calm(double[] deviations) {
    double[] sizes =
        Arrays.stream(deviations).filter(one -> !Double.isNaN(one)).map(Math::abs).toArray();
    double bound = sizes.length == 0 ? 0 : FARTHEST * Quantiles.median(sizes);
    return bound > 0
        ? Arrays.stream(deviations).map(one -> bounded(one, bound)).toArray()
        : deviations;
  }

  private static double bounded(double value, double bound) {
    return Double.isNaN(value) ? value : Math.clamp(value, -bound, bound);
  }
}
