package io.tiktoktoe.forecast.sparse;

import io.tiktoktoe.stats.GammaQuantiles;
import io.tiktoktoe.stats.Quantiles;
import java.util.Arrays;

/**
 * The distribution of demand sizes: those seen since sizes last changed, mixed with a Gamma
 * distribution the more the fewer they are. Prices of which there are few come back exactly as they
 * are. Kept as equally likely sizes in ascending order. Immutable.
 */
final class SaleSizes {

  /** How many equally likely sizes are kept. */
  private static final int CELLS = 512;

  /** Sizes' worth of belief in the Gamma shape. */
  private static final double SHAPE_PRIOR = 12;

  /** Sizes' worth of prior belief in a coefficient of variation of 1. */
  private static final double VARIATION_PRIOR = 3;

  private final double mean;
  private final double variation;
  private final double[] cells;
  private final SizeAges ages;

  private SaleSizes(double mean, double variation, double[] cells, SizeAges ages) {
    this.mean = mean;
    this.variation = variation;
    this.cells = cells;
    this.ages = ages;
  }

  /** From the sales among the first {@code end} values; sizes 1 when there is none. */
  static SaleSizes of(double[] observed, int end) {
    SizeAges ages = SizeAges.of(observed, end);
    double[] seen = ages.newest();
    if (seen.length == 0) {
      // The smallest whole amount: that nothing ever comes is not certain, but how much is unknown.
      double[] ones = new double[CELLS];
      Arrays.fill(ones, 1);
      return new SaleSizes(1, 1, ones, ages);
    }
    double mean = Arrays.stream(seen).average().orElse(0);
    double squares =
        Arrays.stream(seen).map(value -> (value / mean - 1) * (value / mean - 1)).sum();
    double variation = (squares + VARIATION_PRIOR) / (seen.length - 1 + VARIATION_PRIOR);
    variation = Math.max(1e-3, variation * (1 + 1.0 / seen.length));
    int own = (int) (CELLS * Math.max(seen.length / (seen.length + SHAPE_PRIOR), repeated(seen)));
    double[] cells = new double[CELLS];
    Arrays.setAll(cells, i -> i < own ? seen[(int) ((i + 0.5) / own * seen.length)] : 0);
    double[] others = GammaQuantiles.even(1 / variation, variation * mean, CELLS - own);
    System.arraycopy(others, 0, cells, own, others.length);
    Arrays.sort(cells);
    return new SaleSizes(mean, variation, cells, ages);
  }

  /** Chance that the next size is one seen before, by those seen once (Good, Turing 1953). */
  private static double repeated(double[] sorted) {
    int once = 0;
    for (int i = 0; i < sorted.length; i++) {
      boolean before = i > 0 && sorted[i] == sorted[i - 1];
      boolean after = i + 1 < sorted.length && sorted[i] == sorted[i + 1];
      once += before || after ? 0 : 1;
    }
    return 1 - (once + 1.0) / (sorted.length + 1);
  }

  /** The expected size. */
  double mean() {
    return mean;
  }

  /** Squared coefficient of variation. */
  double variation() {
    return variation;
  }

  /** The size that a share of sales does not exceed. */
  double quantile(double probability) {
    return cells[Math.clamp((int) (CELLS * probability), 0, CELLS - 1)];
  }

  /** Equally likely sizes, ascending; not to be changed. */
  double[] cells() {
    return cells;
  }

  /** The share of sales below a size, a tie split at {@code share} of it. */
  double rank(double size, double share) {
    return rank(cells, size, share);
  }

  /** The same among the sizes that were usual at a step of the past. */
  double rank(int step, double size, double share) {
    double[] then = ages.at(step);
    return then.length == 0 || then == ages.newest() ? rank(size, share) : rank(then, size, share);
  }

  private static double rank(double[] sorted, double size, double share) {
    int below = Quantiles.countBelow(sorted, size);
    int through = Math.max(below, Quantiles.countAtMost(sorted, size));
    return Math.clamp((below + share * Math.max(1, through - below)) / sorted.length, 0, 1);
  }
}
