package io.tiktoktoe.stats;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Permutation tests (Fisher 1935, Pitman 1937): how rare is what was seen among what relabelling
 * the same values gives? Exact whatever the distribution, as long as values could have been
 * exchanged when nothing is going on.
 */
public final class PermutationTest {

  private PermutationTest() {}

  /**
   * The two-sided p-value of a statistic among its null values, counting the one seen as one of
   * them, so that it is never 0 (Phipson and Smyth 2010). O(log n).
   *
   * @param nullAscending values of the statistic under relabelling, ascending
   */
  public static double twoSided(double[] nullAscending, double seen) {
    double above = nullAscending.length - Quantiles.countBelow(nullAscending, seen) + 1.0;
    double below = Quantiles.countAtMost(nullAscending, seen) + 1.0;
    return Math.min(1, 2 * Math.min(above, below) / (nullAscending.length + 1.0));
  }

  /**
   * The two-sided p-value of the difference between two groups' means: over all ways to deal the
   * values out to groups of these sizes where there are at most {@code most}, else over as many
   * drawn ones.
   *
   * @param most how many relabellings are looked at; the p-value is at least 1 / (most + 1)
   * @throws IllegalArgumentException if a group is empty
   */
  public static double meansDiffer(double[] one, double[] other, int most, RandomGenerator random) {
    if (one.length == 0 || other.length == 0 || most < 1) {
      throw new IllegalArgumentException(
          "groups of %d and %d values and most (%d) must be at least 1 each."
              .formatted(one.length, other.length, most));
    }
    double[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    double mean = Arrays.stream(all).average().orElseThrow();
    for (int at = 0; at < all.length; at++) {
      all[at] -= mean;
    }
    // The rest being fixed, the difference of means rises with the first group's sum alone.
    double seen = Math.abs(sum(all, one.length));
    double least = seen - 1e-12 * Arrays.stream(all).map(Math::abs).sum();
    return combinations(all.length, one.length, most) <= most
        ? allWays(all, one.length, least)
        : drawn(all, one.length, least, most, random);
  }

  /** How many ways there are to choose, or {@code most} + 1 when more. */
  private static long combinations(int from, int chosen, int most) {
    double ways = 1;
    for (int at = 1; at <= chosen && ways <= most; at++) {
      ways = ways * (from - chosen + at) / at;
    }
    return ways > most + 0.5 ? most + 1L : Math.round(ways);
  }

  private static double allWays(double[] all, int chosen, double least) {
    int[] picked = new int[chosen];
    Arrays.setAll(picked, at -> at);
    long ways = 0;
    long hits = 0;
    do {
      double sum = 0;
      for (int at : picked) {
        sum += all[at];
      }
      ways++;
      hits += Math.abs(sum) >= least ? 1 : 0;
    } while (next(picked, all.length));
    return hits / (double) ways;
  }

  /** Steps to the next combination in lexicographic order; false after the last. */
  private static boolean next(int[] picked, int from) {
    int at = picked.length - 1;
    while (at >= 0 && picked[at] == from - picked.length + at) {
      at--;
    }
    if (at < 0) {
      return false;
    }
    picked[at]++;
    for (int right = at + 1; right < picked.length; right++) {
      picked[right] = picked[right - 1] + 1;
    }
    return true;
  }

  private static double drawn(
      double[] all, int chosen, double least, int most, RandomGenerator random) {
    double[] dealt = all.clone();
    long hits = 0;
    for (int draw = 0; draw < most; draw++) {
      for (int at = 0; at < chosen; at++) {
        int with = at + random.nextInt(dealt.length - at);
        double swap = dealt[at];
        dealt[at] = dealt[with];
        dealt[with] = swap;
      }
      hits += Math.abs(sum(dealt, chosen)) >= least ? 1 : 0;
    }
    return (hits + 1.0) / (most + 1.0);
  }

  private static double sum(double[] values, int first) {
    double sum = 0;
    for (int at = 0; at < first; at++) {
      sum += values[at];
    }
    return sum;
  }
}
