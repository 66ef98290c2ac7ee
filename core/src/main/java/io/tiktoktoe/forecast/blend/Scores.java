package io.tiktoktoe.forecast.blend;

import io.tiktoktoe.outlook.QuantileGrid;
import io.tiktoktoe.stats.Quantiles;
import java.util.Arrays;

/**
 * Conformity scores: how far outcomes fell from the median, in units of the distance that the band
 * made without them had foreseen.
 */
final class Scores {

  private static final int SIZE = QuantileGrid.SIZE;

  /** Past windows that are checked: few may hold a shock that all series share. */
  private static final int WINDOWS = 6;

  /** Fewest origins that a band is made from. */
  private static final int LEAST_ORIGINS = 6;

  private double[][] ratios = new double[Pool.PARTS * SIZE][64];
  private final int[] counts = new int[Pool.PARTS * SIZE];
  private int series;

  /** Bands made with what was known at each of some past origins, against what came. */
  void add(Lookback lookback, Pool pool) {
    int newest = newestFullWindow(lookback);
    boolean told = false;
    for (int window = 0; window < WINDOWS; window++) {
      int test = originBefore(lookback, newest, window * lookback.reach() / 2);
      if (test >= LEAST_ORIGINS) {
        add(lookback, pool, test);
        told = true;
      }
    }
    series += told ? 1 : 0;
  }

  private void add(Lookback lookback, Pool pool, int test) {
    Blend blend = Blend.of(lookback, pool, lookback.origins()[test]);
    double[] quantiles = blend.quantiles(lookback.origins()[test], blend.past(test));
    for (int h = 0; h < lookback.reach(); h++) {
      double actual = lookback.actual(test, h);
      if (Double.isNaN(actual)) {
        continue;
      }
      int part = HorizonPlace.of(h, lookback.reach()).nearest();
      double median = quantiles[h * SIZE + QuantileGrid.MEDIAN];
      for (int q = 0; q < SIZE; q++) {
        double distance = quantiles[h * SIZE + q] - median;
        if (distance != 0) {
          add(part * SIZE + q, (actual - median) / distance);
        }
      }
    }
  }

  private static int newestFullWindow(Lookback lookback) {
    int[] origins = lookback.origins();
    for (int o = origins.length - 1; o >= 0; o--) {
      if (origins[o] + lookback.reach() <= lookback.history().length()) {
        return o;
      }
    }
    return -1;
  }

  /** The newest origin at least {@code distance} steps before another. */
  private static int originBefore(Lookback lookback, int newest, int distance) {
    int at = newest;
    while (at >= 0 && lookback.origins()[newest] - lookback.origins()[at] < distance) {
      at--;
    }
    return at;
  }

  private void add(int slot, double ratio) {
    if (counts[slot] == ratios[slot].length) {
      ratios[slot] = Arrays.copyOf(ratios[slot], 2 * counts[slot]);
    }
    ratios[slot][counts[slot]++] = ratio;
  }

  /** Effective sample size: series that gave at least one conformity score. */
  double evidence() {
    return series;
  }

  /** The factor at which the quantile would have held as often as it says; 1 without evidence. */
  double factor(int part, int q) {
    int slot = part * SIZE + q;
    int count = counts[slot];
    if (count < 20) {
      return 1;
    }
    double[] sorted = Arrays.copyOf(ratios[slot], count);
    Arrays.sort(sorted);
    // Below the median the distance is negative: a lower outcome is a larger ratio.
    double level = QuantileGrid.probability(q);
    double wanted = Math.max(level, 1 - level);
    return Quantiles.conformal(sorted, wanted);
  }
}
