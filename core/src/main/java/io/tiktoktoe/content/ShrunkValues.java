package io.tiktoktoe.content;

import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.stats.Interval;
import java.util.Arrays;

/**
 * Empirical Bayes against the winner's curse: values shrunk towards the mean of their kind by their
 * own error (normal-normal, spread by the moments of DerSimonian and Laird). The highest of many is
 * high by chance, too.
 */
final class ShrunkValues {

  /** Kinds with fewer contents are shrunk towards the mean of all. */
  private static final int LEAST = 5;

  /** Share of what values differ by that is never taken for chance. */
  private static final double LEAST_SPREAD = 0.05;

  private final double[] values;
  private final double[] variances;
  private final double[] means;
  private final double spread;

  /**
   * @param variances of the values' errors, above 0
   * @param kinds of the contents
   */
  ShrunkValues(double[] values, double[] variances, ContentKind[] kinds) {
    this.values = values;
    this.variances = variances;
    this.means = means(values, kinds);
    double squares = 0;
    double errors = 0;
    for (int at = 0; at < values.length; at++) {
      squares += (values[at] - means[at]) * (values[at] - means[at]) / values.length;
      errors += variances[at] / values.length;
    }
    this.spread = Math.max(squares - errors, LEAST_SPREAD * squares);
  }

  private static double[] means(double[] values, ContentKind[] kinds) {
    int count = ContentKind.values().length;
    double[] sums = new double[count];
    int[] numbers = new int[count];
    for (int at = 0; at < values.length; at++) {
      sums[kinds[at].ordinal()] += values[at];
      numbers[kinds[at].ordinal()]++;
    }
    double all = Arrays.stream(values).average().orElse(0);
    double[] means = new double[values.length];
    for (int at = 0; at < means.length; at++) {
      int kind = kinds[at].ordinal();
      means[at] = numbers[kind] < LEAST ? all : sums[kind] / numbers[kind];
    }
    return means;
  }

  /** Posterior mean. */
  double of(int content) {
    return means[content] + trust(content) * (values[content] - means[content]);
  }

  /** Holds the true value with probability 0.95; never without width. */
  Interval interval(int content) {
    double variance = Math.max(0.25, trust(content) * variances[content]);
    return Interval.normal(of(content), Math.sqrt(variance), Interval.WIDE);
  }

  private double trust(int content) {
    return spread > 0 ? spread / (spread + variances[content]) : 0;
  }
}
