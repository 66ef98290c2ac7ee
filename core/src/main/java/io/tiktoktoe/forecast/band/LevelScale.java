package io.tiktoktoe.forecast.band;

import io.tiktoktoe.stats.Quantiles;
import java.util.Arrays;

/**
 * Level-dependent heteroscedasticity: errors made at a much lower level say little of how large
 * they are now. Up to twice the level of the time in which they were made they stand as they are;
 * from three times on they count relative to it, as for a coefficient of variation. Immutable.
 */
final class LevelScale {

  /** Fewest and most newest values that tell the level; a season lies between. */
  private static final int FEWEST = 7;

  private static final int MOST = 28;

  private final double[] values;
  private final double[] sums;
  private final int from;
  private final int newest;

  private LevelScale(double[] values, double[] sums, int from, int newest) {
    this.values = values;
    this.sums = sums;
    this.from = from;
    this.newest = newest;
  }

  /**
   * Of a history.
   *
   * @param values without gaps
   * @param from step at which the first error was made
   * @param period of the season
   */
  static LevelScale of(double[] values, int from, int period) {
    double[] sums = new double[values.length + 1];
    for (int t = 0; t < values.length; t++) {
      sums[t + 1] = sums[t] + Math.abs(values[t]);
    }
    return new LevelScale(values, sums, from, Math.clamp(period, FEWEST, MOST));
  }

  /** What an error about this step is large by, for its level alone. */
  double at(int step) {
    int end = Math.min(step, values.length);
    int span = end - from;
    if (span < 2 * newest) {
      return 1;
    }
    double past = (sums[end] - sums[from]) / span;
    // A median above twice the past has a mean above it: most steps are done here.
    if (sums[end] - sums[end - newest] <= past * newest || !doubled(end, past)) {
      return 1;
    }
    double[] last = Arrays.copyOfRange(values, end - newest, end);
    Arrays.setAll(last, i -> Math.abs(last[i]));
    double rise = past > 0 ? Quantiles.median(last) / past : 1;
    return Math.max(1, Math.min(rise, 2 * rise - 3));
  }

  private boolean doubled(int end, double past) {
    int above = 0;
    for (int t = end - newest; t < end; t++) {
      above += Math.abs(values[t]) > 2 * past ? 1 : 0;
    }
    return 2 * above >= newest;
  }
}
