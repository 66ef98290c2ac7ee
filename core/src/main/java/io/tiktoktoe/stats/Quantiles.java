package io.tiktoktoe.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Sample quantiles by one definition: type 6 of Hyndman and Fan, "Sample Quantiles in Statistical
 * Packages", The American Statistician 50 (1996), that of Weibull 1939.
 *
 * <p>The quantile at probability p of n values is at the place p (n + 1) of the ascending values,
 * linear between neighbours, the outermost value beyond them. Then a further value of the same kind
 * lies at or below it with probability p on average, whatever the distribution: what a band made
 * from drawn futures or from past errors promises (docs/decisions/0100). NaN is refused nowhere and
 * sorts last: leave missing values out before.
 */
public final class Quantiles {

  private Quantiles() {}

  /**
   * The quantile of values in any order; they are copied. O(n log n).
   *
   * @param probability from 0 to 1
   */
  public static double of(double[] values, double probability) {
    return ofSorted(sorted(values), probability);
  }

  /**
   * The quantile of ascending values. O(1).
   *
   * @param probability from 0 to 1
   * @throws IllegalArgumentException if there is no value or the probability lies outside
   */
  public static double ofSorted(double[] ascending, double probability) {
    return ofSorted(ascending, ascending.length, probability);
  }

  /** The quantile of the first {@code count} of ascending values. O(1). */
  public static double ofSorted(double[] ascending, int count, double probability) {
    if (count < 1 || count > ascending.length) {
      throw new IllegalArgumentException(
          "count (%d) must be at least 1 and at most the %d values: a quantile of nothing is unknown."
              .formatted(count, ascending.length));
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability (" + probability + ") must lie from 0 to 1.");
    }
    double place = probability * (count + 1) - 1;
    int below = Math.clamp((long) Math.floor(place), 0, count - 1);
    int above = Math.min(count - 1, below + 1);
    double share = Math.clamp(place - below, 0, 1);
    return ascending[below] + share * (ascending[above] - ascending[below]);
  }

  /** The median: the middle value, or the mean of the two middle ones. O(n log n). */
  public static double median(double[] values) {
    return of(values, 0.5);
  }

  /**
   * The conformal quantile (Vovk, Gammerman, Shafer 2005): the smallest of the ascending values
   * that a further value of the same kind does not exceed with at least this probability; the
   * greatest value when there are too few. It is the quantile above, rounded up to a value.
   *
   * @param probability in (0, 1]
   */
  public static double conformal(double[] ascending, double probability) {
    int rank = (int) Math.ceil((ascending.length + 1) * probability);
    return ascending[Math.clamp(rank, 1, ascending.length) - 1];
  }

  /**
   * The distribution-free confidence interval of a quantile by order statistics (Hahn and Meeker
   * 1991, section 5.2): how many of n values lie below the true quantile is binomial.
   *
   * @param probability of the quantile, in (0, 1)
   * @param confidence in (0, 1); kept at least, as far as the outermost values reach
   */
  public static Interval interval(double[] ascending, double probability, double confidence) {
    int count = ascending.length;
    BinomialDistribution below = BinomialDistribution.of(count, probability);
    double tail = (1 - confidence) / 2;
    int low = Math.clamp(below.inverseCumulativeProbability(tail), 1, count);
    int high = Math.clamp(below.inverseSurvivalProbability(tail) + 1L, 1, count);
    return new Interval(ascending[low - 1], ascending[high - 1], confidence);
  }

  /** How many of the ascending values are smaller than {@code value}. O(log n). */
  public static int countBelow(double[] ascending, double value) {
    return countBelow(ascending, ascending.length, value);
  }

  /** How many of the first {@code count} ascending values are smaller than {@code value}. */
  public static int countBelow(double[] ascending, int count, double value) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many of the ascending values are at most {@code value}. O(log n). */
  public static int countAtMost(double[] ascending, double value) {
    return countBelow(ascending, Math.nextUp(value));
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
