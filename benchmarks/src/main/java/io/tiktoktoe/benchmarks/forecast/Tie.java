package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.outlook.QuantileForecast;
import java.util.Arrays;

/**
 * Between which probabilities a forecast has an outcome: apart when the forecast gives this very
 * value a chance, as it does to zero on days without a sale.
 *
 * @param below chance of less
 * @param through chance of at most this
 */
record Tie(double below, double through) {

  /** The kept levels, between which chances are read. */
  private static final double[] LEVELS = {
    0.005, 0.025, 0.05, 0.1, 0.16, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.84, 0.9, 0.95, 0.975, 0.995
  };

  /** In the draws of a future, sorted. */
  static Tie in(double[] sorted, double actual) {
    return new Tie(rank(sorted, actual, false), rank(sorted, actual, true));
  }

  private static double rank(double[] sorted, double actual, boolean orEqual) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < actual || orEqual && sorted[middle] == actual) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (double) low / sorted.length;
  }

  /** The kept quantiles of a step. */
  static double[] quantiles(QuantileForecast forecast, int step) {
    return Arrays.stream(LEVELS).map(level -> forecast.quantile(step, level)).toArray();
  }

  /** In kept quantiles: midway between the levels on either side. */
  static Tie inQuantiles(double[] quantiles, double actual) {
    int below = 0;
    while (below < quantiles.length && quantiles[below] < actual) {
      below++;
    }
    int through = below;
    while (through < quantiles.length && quantiles[through] == actual) {
      through++;
    }
    return new Tie(between(below), between(through));
  }

  private static double between(int at) {
    double low = at == 0 ? 0 : LEVELS[at - 1];
    double high = at == LEVELS.length ? 1 : LEVELS[at];
    return (low + high) / 2;
  }

  /**
   * How much the outcome counts as inside the central band: when it ties with draws, the share of
   * its probabilities that lie between the band's two (randomised, or mid-p, coverage).
   */
  double inside(double confidence) {
    double tail = (1 - confidence) / 2;
    double width = through - below;
    if (width <= 0) {
      return below > tail && below < 1 - tail ? 1 : 0;
    }
    return Math.max(0, Math.min(through, 1 - tail) - Math.max(below, tail)) / width;
  }
}
