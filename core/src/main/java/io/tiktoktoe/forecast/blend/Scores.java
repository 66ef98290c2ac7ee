package io.tiktoktoe.forecast.blend;

import io.tiktoktoe.forecast.band.Spread;
import io.tiktoktoe.outlook.QuantileGrid;
import io.tiktoktoe.stats.Quantiles;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Conformity scores: how far outcomes fell from the median, in units of the distance that the band
 * made without them had foreseen. Both sides count as one: which way the few windows of the past
 * went together says nothing of the next.
 */
final class Scores {

  private static final int SIZE = QuantileGrid.SIZE;

  /** Past windows that are checked: few may hold a shock that all series share. */
  private static final int WINDOWS = 6;

  /** Fewest origins that a band is made from. */
  private static final int LEAST_ORIGINS = 6;

  /** What overlap takes of the variance between windows that lie half a horizon apart. */
  private static final double OVERLAP = 0.83;

  /** Bounds of the degrees of freedom that windows are worth. */
  private static final double LEAST_FREEDOM = 2;

  private static final double MOST_FREEDOM = 1_000;

  /** Smallest factor of a window, where all outcomes were as foreseen. */
  private static final double LEAST_FACTOR = 0.05;

  /** Fewest scores that tell a quantile. */
  private static final int LEAST_SCORES = 20;

  private final double[][] ratios = new double[WINDOWS * Pool.PARTS * SIZE][64];
  private final int[] counts = new int[WINDOWS * Pool.PARTS * SIZE];
  private int series;

  /** Bands made with what was known at each of some past origins, against what came. */
  void add(Lookback lookback, Lookback checked, Pool pool) {
    int newest = newestFullWindow(lookback);
    boolean told = false;
    for (int window = 0; window < WINDOWS; window++) {
      int test = originBefore(lookback, newest, window * lookback.reach() / 2);
      if (test >= LEAST_ORIGINS) {
        add(lookback, checked, pool, test, window);
        told = true;
      }
    }
    series += told ? 1 : 0;
  }

  private void add(Lookback lookback, Lookback checked, Pool pool, int test, int window) {
    Blend blend = Blend.of(lookback, pool, lookback.origins()[test]);
    double[] quantiles = blend.quantiles(lookback.origins()[test], blend.past(checked, test));
    for (int h = 0; h < lookback.reach(); h++) {
      double actual = lookback.actual(test, h);
      if (Double.isNaN(actual)) {
        continue;
      }
      int part = HorizonPlace.of(h, lookback.reach()).nearest();
      double median = quantiles[h * SIZE + QuantileGrid.MEDIAN];
      for (int q = 0; q < SIZE; q++) {
        double quantile = quantiles[h * SIZE + q];
        boolean cut = quantile == 0 && lookback.history().nonNegative();
        if (quantile != median && !cut) {
          add(slot(window, part, q), (actual - median) / (quantile - median));
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

  /**
   * The factor at which a quantile and its mirror would have held as often as they say, taken as
   * Student's t takes a deviation that is known from few windows: the more these differ, the wider.
   * 1 without evidence.
   *
   * @param q of a quantile above the median
   */
  double factor(int part, int q) {
    double wanted = QuantileGrid.probability(q);
    double[] all = scores(part, q, 0, WINDOWS);
    if (all.length < LEAST_SCORES) {
      return 1;
    }
    double freedom = Math.clamp(1 / (2 * variance(part)), LEAST_FREEDOM, MOST_FREEDOM);
    return Quantiles.conformal(all, wanted) * Spread.students(wanted, freedom);
  }

  /**
   * Standard deviation, over windows, of the log of the factor at which the narrow band would have
   * held, averaged over the horizon; NaN when fewer than two windows were seen.
   */
  double betweenWindows() {
    return Math.sqrt(
        IntStream.range(0, Pool.PARTS)
            .mapToDouble(part -> between(logs(part)))
            .average()
            .orElseThrow());
  }

  /** Of the mean log factor of a part of the horizon; 0 when it was not seen twice. */
  private double variance(int part) {
    double[] logs = logs(part);
    // Half of each window overlaps the next.
    return logs.length < 2 ? 0 : between(logs) / ((logs.length + 1) / 2.0);
  }

  private static double between(double[] logs) {
    if (logs.length < 2) {
      return Double.NaN;
    }
    double mean = Arrays.stream(logs).average().orElseThrow();
    double squares = Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
    return squares / (logs.length - 1) / OVERLAP;
  }

  /** Logs of the windows' own factors for the narrow band. */
  private double[] logs(int part) {
    return IntStream.range(0, WINDOWS)
        .mapToObj(window -> scores(part, QuantileGrid.HIGH_68, window, window + 1))
        .filter(scores -> scores.length >= LEAST_SCORES)
        .mapToDouble(
            scores -> Quantiles.conformal(scores, QuantileGrid.probability(QuantileGrid.HIGH_68)))
        .map(factor -> Math.log(Math.max(LEAST_FACTOR, factor)))
        .toArray();
  }

  /** Of a quantile and its mirror in some windows, ascending. */
  private double[] scores(int part, int q, int from, int to) {
    double[] all =
        IntStream.range(from, to)
            .flatMap(
                window -> IntStream.of(slot(window, part, q), slot(window, part, SIZE - 1 - q)))
            .mapToObj(slot -> Arrays.stream(ratios[slot], 0, counts[slot]))
            .flatMapToDouble(scores -> scores)
            .toArray();
    Arrays.sort(all);
    return all;
  }

  private static int slot(int window, int part, int q) {
    return (window * Pool.PARTS + part) * SIZE + q;
  }
}
