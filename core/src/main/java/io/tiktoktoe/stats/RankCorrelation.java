package io.tiktoktoe.stats;

import java.util.Arrays;

/** Rank correlation (Spearman 1904): whether greater values of one go with greater of another. */
public final class RankCorrelation {

  private RankCorrelation() {}

  /**
   * Pearson's correlation of the ranks, -1 to 1; NaN when either is the same for all. O(n log n).
   *
   * @throws IllegalArgumentException if they are not as many
   */
  public static double spearman(double[] ones, double[] others) {
    if (ones.length != others.length) {
      throw new IllegalArgumentException(
          "%d and %d values cannot be paired. Give as many.".formatted(ones.length, others.length));
    }
    double[] oneRanks = ranks(ones);
    double[] otherRanks = ranks(others);
    double middle = (ones.length + 1) / 2.0;
    double together = 0;
    double one = 0;
    double other = 0;
    for (int at = 0; at < ones.length; at++) {
      together += (oneRanks[at] - middle) * (otherRanks[at] - middle);
      one += (oneRanks[at] - middle) * (oneRanks[at] - middle);
      other += (otherRanks[at] - middle) * (otherRanks[at] - middle);
    }
    return together / Math.sqrt(one * other);
  }

  /** The rank of each value from 1, ascending; equal values share the mean of theirs. */
  public static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    for (int at = 0; at < values.length; at++) {
      int below = Quantiles.countBelow(sorted, values[at]);
      ranks[at] = (below + 1 + Quantiles.countAtMost(sorted, values[at])) / 2.0;
    }
    return ranks;
  }
}
