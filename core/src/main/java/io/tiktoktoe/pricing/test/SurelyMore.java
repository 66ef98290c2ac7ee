package io.tiktoktoe.pricing.test;

/**
 * Sequential test of two means (an e-process by universal inference: Wasserman, Ramdas and
 * Balakrishnan 2020): whether one arm brings more than another, valid at all times at once. The
 * likelihood of what came under uniform mixtures of coins, over the largest likelihood under any
 * two means of which the first is not above the second, exceeds 1 / alpha ever with chance alpha at
 * most when that is true. O(1) but for a search on a concave curve.
 */
final class SurelyMore {

  private static final int HALVINGS = 60;

  private SurelyMore() {}

  /**
   * What came of one arm.
   *
   * @param count persons
   * @param sum of what they brought, each from 0 to {@code most}
   * @param most that one person can bring, above 0
   */
  record Brought(long count, double sum, double most) {

    private double shares() {
      return Math.clamp(sum / most, 0, (double) count);
    }

    private double mean() {
      return count == 0 ? 0 : sum / count;
    }

    private double logMixture() {
      return ConfidenceSequence.logMixture(count, shares());
    }

    private double log(double mean) {
      double share = Math.clamp(mean / most, 0, 1);
      return ConfidenceSequence.times(shares(), share)
          + ConfidenceSequence.times(count - shares(), 1 - share);
    }

    /** How the logarithm changes with the mean. */
    private double slope(double mean) {
      double share = mean / most;
      return (shares() / Math.max(1e-300, share) - (count - shares()) / Math.max(1e-300, 1 - share))
          / most;
    }
  }

  /** Whether {@code one} surely has a mean above that of {@code other}. */
  static boolean test(Brought one, Brought other, double alpha) {
    if (one.count() == 0 || other.count() == 0 || !(one.mean() > other.mean())) {
      return false;
    }
    double low = 0;
    double high = Math.min(one.most(), other.most());
    for (int halving = 0; halving < HALVINGS; halving++) {
      double middle = (low + high) / 2;
      if (one.slope(middle) + other.slope(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double common = (low + high) / 2;
    double most = one.log(common) + other.log(common);
    return one.logMixture() + other.logMixture() - most > Math.log(1 / alpha);
  }
}
