package io.tiktoktoe.forecast.sparse;

import io.tiktoktoe.forecast.future.Marginals;
import java.util.Arrays;

/**
 * A hurdle model of one kind of sales: a {@linkplain SaleChance chance} of one at each step, {@link
 * SaleGaps} where they are due at like distances, and a {@linkplain SaleSizes size}. Immutable.
 */
final class Hurdle {

  private final double[] observed;
  private final SaleChance chance;
  private final SaleSizes sizes;
  private final SaleGaps gaps;

  private Hurdle(double[] observed, SaleChance chance, SaleSizes sizes, SaleGaps gaps) {
    this.observed = observed;
    this.chance = chance;
    this.sizes = sizes;
    this.gaps = gaps;
  }

  /**
   * From values, NaN where unknown.
   *
   * @param period of the short season
   * @param longSeason a long season, such as a year of days; 1 for none
   */
  static Hurdle of(double[] observed, int period, int longSeason) {
    int end = observed.length;
    return new Hurdle(
        observed,
        SaleChance.of(observed, end, period, longSeason),
        SaleSizes.of(observed, end),
        SaleGaps.of(observed, end));
  }

  /** The chance of a sale at a past step as it was foreseen the step before. */
  double past(int step) {
    return chance.past(step, step);
  }

  /** Chances of a sale at each step ahead. */
  double[] chances(int steps) {
    double[] due = gaps.weight() > 0 ? gaps.ahead(steps) : new double[steps];
    double[] chances = new double[steps];
    Arrays.setAll(chances, h -> (1 - gaps.weight()) * chance.ahead(h) + gaps.weight() * due[h]);
    return chances;
  }

  SaleSizes sizes() {
    return sizes;
  }

  Marginals.Sampler futures(long seed) {
    return new SparseFutures(observed, chance, sizes, gaps, seed);
  }
}
