package io.tiktoktoe.benchmarks.risk;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Likelihood-ratio tests of violations of a value at risk. */
final class ViolationTests {

  private ViolationTests() {}

  /**
   * What the tests say of one series.
   *
   * @param kupiec p-value of the share of violations
   * @param christoffersen p-value of their independence
   */
  record Passed(double kupiec, double christoffersen) {
    boolean share(double level) {
      return kupiec >= level;
    }

    boolean apart(double level) {
      return christoffersen >= level;
    }
  }

  /** By the chi-squared law, which holds for forecasts of one step. */
  static Passed byLaw(boolean[] violations, double expected) {
    return new Passed(p(kupiec(violations, expected)), p(christoffersen(violations)));
  }

  /**
   * By Monte Carlo (Dufour 2006): beside series that the forecast itself draws. Violations of one
   * forecast over several steps hang together even when it is right, since its futures do.
   */
  static Passed byDraws(boolean[] violations, double expected, List<boolean[]> drawn) {
    double share = kupiec(violations, expected);
    double apart = christoffersen(violations);
    long shares = drawn.stream().filter(one -> kupiec(one, expected) >= share).count();
    long aparts = drawn.stream().filter(one -> christoffersen(one) >= apart).count();
    double all = drawn.size() + 1;
    return new Passed((shares + 1) / all, (aparts + 1) / all);
  }

  /**
   * The share of series drawn from the forecast itself that pass both tests: what a right forecast
   * reaches. Two tests at 5% each refuse up to a tenth of them.
   */
  static double passing(List<boolean[]> drawn, double expected, double level) {
    double[] shares = drawn.stream().mapToDouble(one -> kupiec(one, expected)).toArray();
    double[] aparts = drawn.stream().mapToDouble(ViolationTests::christoffersen).toArray();
    double passed = 0;
    for (int at = 0; at < shares.length; at++) {
      if (tail(shares, at) >= level && tail(aparts, at) >= level) {
        passed++;
      }
    }
    return passed / shares.length;
  }

  /** The share of values at least as large as one of them, which is one itself. */
  private static double tail(double[] values, int at) {
    double above = 0;
    for (double value : values) {
      above += value >= values[at] ? 1 : 0;
    }
    return above / values.length;
  }

  /** The likelihood ratio of Kupiec's proportion of failures (1995). */
  static double kupiec(boolean[] violations, double expected) {
    int hits = 0;
    for (boolean one : violations) {
      hits += one ? 1 : 0;
    }
    int misses = violations.length - hits;
    double told = likelihood(misses, hits, expected);
    double found = likelihood(misses, hits, hits / (double) violations.length);
    return Math.max(0, 2 * (found - told));
  }

  /**
   * The likelihood ratio of Christoffersen's independence of one violation from the one before
   * (1998); 0 where there is none, of which nothing can be said.
   */
  static double christoffersen(boolean[] violations) {
    int[][] counts = new int[2][2];
    for (int at = 1; at < violations.length; at++) {
      counts[violations[at - 1] ? 1 : 0][violations[at] ? 1 : 0]++;
    }
    int hits = counts[0][1] + counts[1][1];
    int all = violations.length - 1;
    if (all < 1 || hits == 0 || counts[1][0] + counts[1][1] == 0) {
      return 0;
    }
    double same = likelihood(all - hits, hits, hits / (double) all);
    double after =
        likelihood(counts[0][0], counts[0][1], share(counts[0]))
            + likelihood(counts[1][0], counts[1][1], share(counts[1]));
    return Math.max(0, 2 * (after - same));
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
