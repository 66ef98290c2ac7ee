package io.tiktoktoe.benchmarks.risk;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Likelihood-ratio tests of violations of a value at risk. */
final class ViolationTests {

  private ViolationTests() {}

  /** The p-value of Kupiec's proportion of failures (1995). */
  static double kupiec(boolean[] violations, double expected) {
    int hits = 0;
    for (boolean one : violations) {
      hits += one ? 1 : 0;
    }
    int misses = violations.length - hits;
    double told = likelihood(misses, hits, expected);
    double found = likelihood(misses, hits, hits / (double) violations.length);
    return p(2 * (found - told));
  }

  /**
   * The p-value of Christoffersen's independence of one violation from the one before (1998); 1
   * where there is none, of which nothing can be said.
   */
  static double christoffersen(boolean[] violations) {
    int[][] counts = new int[2][2];
    for (int at = 1; at < violations.length; at++) {
      counts[violations[at - 1] ? 1 : 0][violations[at] ? 1 : 0]++;
    }
    int hits = counts[0][1] + counts[1][1];
    int all = violations.length - 1;
    if (all < 1 || hits == 0 || counts[1][0] + counts[1][1] == 0) {
      return 1;
    }
    double same = likelihood(all - hits, hits, hits / (double) all);
    double after =
        likelihood(counts[0][0], counts[0][1], share(counts[0]))
            + likelihood(counts[1][0], counts[1][1], share(counts[1]));
    return p(2 * (after - same));
  }

  private static double share(int[] counts) {
    int all = counts[0] + counts[1];
    return all == 0 ? 0 : counts[1] / (double) all;
  }

  private static double likelihood(int misses, int hits, double rate) {
    return (misses == 0 ? 0 : misses * Math.log1p(-rate)) + (hits == 0 ? 0 : hits * Math.log(rate));
  }

  private static double p(double ratio) {
    return ChiSquaredDistribution.of(1).survivalProbability(Math.max(0, ratio));
  }
}
