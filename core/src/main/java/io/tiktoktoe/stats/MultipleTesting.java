package io.tiktoktoe.stats;

import java.util.Arrays;

/**
 * Multiple testing: p-values corrected for how many are looked at together. An adjusted p-value at
 * or below a rate makes its test a find at that rate. O(n log n).
 */
public final class MultipleTesting {

  private MultipleTesting() {}

  /**
   * Adjusted p-values of the step-down procedure of Holm, "A Simple Sequentially Rejective Multiple
   * Test Procedure", Scandinavian Journal of Statistics 6 (1979): the family-wise error rate, the
   * chance of any false find, however the tests depend on each other.
   *
   * @param pValues from 0 to 1, in any order; kept
   */
  public static double[] holm(double[] pValues) {
    double[] sorted = sorted(pValues);
    double[] adjusted = new double[sorted.length];
    double greatest = 0;
    for (int rank = 0; rank < sorted.length; rank++) {
      greatest = Math.max(greatest, Math.min(1, sorted[rank] * (sorted.length - rank)));
      adjusted[rank] = greatest;
    }
    return inOrderOf(pValues, sorted, adjusted);
  }

  /**
   * Adjusted p-values of the step-up procedure of Benjamini and Hochberg, "Controlling the False
   * Discovery Rate", JRSS B 57 (1995): the expected share of false finds among all finds, for
   * independent or positively dependent tests.
   *
   * @param pValues from 0 to 1, in any order; kept
   */
  public static double[] benjaminiHochberg(double[] pValues) {
    double[] sorted = sorted(pValues);
    double[] adjusted = new double[sorted.length];
    double least = 1;
    for (int rank = sorted.length; rank >= 1; rank--) {
      least = Math.min(least, sorted[rank - 1] * sorted.length / rank);
      adjusted[rank - 1] = least;
    }
    return inOrderOf(pValues, sorted, adjusted);
  }

  private static double[] sorted(double[] pValues) {
    for (double p : pValues) {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException(
            "p-value (" + p + ") must lie from 0 to 1. Leave out tests that could not be made.");
      }
    }
    double[] sorted = pValues.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Equal p-values have equal adjusted ones, so that any of the equal places will do. */
  private static double[] inOrderOf(double[] pValues, double[] sorted, double[] adjusted) {
    double[] ordered = new double[pValues.length];
    for (int at = 0; at < ordered.length; at++) {
      ordered[at] = adjusted[Quantiles.countBelow(sorted, pValues[at])];
    }
    return ordered;
  }
}
