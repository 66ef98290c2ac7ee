package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.outlook.QuantileGrid;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Quantiles;
import java.util.stream.IntStream;

/**
 * Between which probabilities a forecast has an outcome: apart when the forecast gives this very
 * value a chance, as it does to zero on days without a sale.
 *
 * @param below chance of less
 * @param through chance of at most this
 */
record Tie(double below, double through) {

  /** In the draws of a future, sorted. */
  static Tie in(double[] sorted, double actual) {
    double count = sorted.length;
    return new Tie(
        Quantiles.countBelow(sorted, actual) / count,
        Quantiles.countAtMost(sorted, actual) / count);
  }

  /** The kept quantiles of a step. */
  static double[] quantiles(QuantileForecast forecast, int step) {
    return IntStream.range(0, QuantileGrid.SIZE)
        .mapToDouble(q -> forecast.quantile(step, QuantileGrid.probability(q)))
        .toArray();
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
    double low = at == 0 ? 0 : QuantileGrid.probability(at - 1);
    double high = at == QuantileGrid.SIZE ? 1 : QuantileGrid.probability(at);
    return (low + high) / 2;
  }

  /**
   * How much the outcome counts as inside the central band: when it ties with draws, the share of
   * its probabilities that lie between the band's two (randomised, or mid-p, coverage).
   */
  double inside(double confidence) {
    double tail = Interval.lowerTail(confidence);
    double width = through - below;
    if (width <= 0) {
      return below > tail && below < 1 - tail ? 1 : 0;
    }
    return Math.max(0, Math.min(through, 1 - tail) - Math.max(below, tail)) / width;
  }
}
