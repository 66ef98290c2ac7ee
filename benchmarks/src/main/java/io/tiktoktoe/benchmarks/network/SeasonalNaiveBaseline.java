package io.tiktoktoe.benchmarks.network;

import io.tiktoktoe.stats.Quantiles;
import java.util.Arrays;

/**
 * The yardstick: the last season repeated, with the quantiles of the history's own seasonal
 * differences, widened by the root of the number of seasons ahead.
 */
final class SeasonalNaiveBaseline {

  private SeasonalNaiveBaseline() {}

  /** Quantiles [level][step] of the steps after {@code history}. */
  static double[][] quantiles(double[] history, int period, int horizon, double[] levels) {
    int lag = history.length > period ? period : 1;
    double[] differences = differences(history, lag);
    double[][] quantiles = new double[levels.length][horizon];
    for (int step = 0; step < horizon; step++) {
      double base = lastSeen(history, step % lag, lag);
      double widening = Math.sqrt(step / lag + 1);
      for (int level = 0; level < levels.length; level++) {
        double offset =
            differences.length == 0 ? 0 : Quantiles.ofSorted(differences, levels[level]);
        quantiles[level][step] = base + widening * offset;
      }
    }
    return quantiles;
  }

  /** Mean absolute seasonal difference: the unit of MASE; NaN when there is none. */
  static double scale(double[] history, int period) {
    return Arrays.stream(differences(history, period)).map(Math::abs).average().orElse(Double.NaN);
  }

  private static double[] differences(double[] history, int lag) {
    double[] differences = new double[Math.max(0, history.length - lag)];
    for (int t = lag; t < history.length; t++) {
      differences[t - lag] = history[t] - history[t - lag];
    }
    return Arrays.stream(differences).filter(Double::isFinite).sorted().toArray();
  }

  private static double lastSeen(double[] history, int phase, int lag) {
    for (int t = history.length - lag + phase; t >= 0; t -= lag) {
      if (Double.isFinite(history[t])) {
        return history[t];
      }
    }
    return Arrays.stream(history).filter(Double::isFinite).average().orElse(0);
  }
}
