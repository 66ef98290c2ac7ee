package io.tiktoktoe.stats;

/**
 * Empirical Bayes shrinkage of normal estimates (Efron and Morris 1973): what is left of the best
 * of many when it is not believed more than it deserves (winner's curse). How much true values
 * differ is estimated by moments (DerSimonian and Laird 1986).
 */
public final class NormalShrinkage {

  private NormalShrinkage() {}

  /** A normal belief. */
  public record Normal(double mean, double variance) {}

  /**
   * Variance of true values around their common mean beyond what their errors make; at least 0, and
   * 0 for fewer than two.
   *
   * @param variances of the estimates' errors, above 0
   */
  public static double between(double[] estimates, double[] variances) {
    if (estimates.length < 2) {
      return 0;
    }
    double weights = 0;
    double squares = 0;
    double sum = 0;
    for (int i = 0; i < estimates.length; i++) {
      double own = 1 / variances[i];
      weights += own;
      squares += own * own;
      sum += own * estimates[i];
    }
    double mean = sum / weights;
    double spread = 0;
    for (int i = 0; i < estimates.length; i++) {
      spread += (estimates[i] - mean) * (estimates[i] - mean) / variances[i];
    }
    return Math.max(0, (spread - (estimates.length - 1)) / (weights - squares / weights));
  }

  /** The common mean of estimates whose true values differ so much. */
  public static Normal common(double[] estimates, double[] variances, double between) {
    double weight = 0;
    double sum = 0;
    for (int i = 0; i < estimates.length; i++) {
      double own = 1 / (variances[i] + between);
      weight += own;
      sum += own * estimates[i];
    }
    return new Normal(sum / weight, 1 / weight);
  }

  /**
   * A true value after its own estimate. The mean was learned with it; that it is counted twice by
   * a little is made up for by the variance of the mean, which is kept whole.
   *
   * @param variance of the estimate's error, above 0
   */
  public static Normal shrunk(double estimate, double variance, Normal common, double between) {
    double share = between / (between + variance);
    double left = 1 - share;
    return new Normal(
        share * estimate + left * common.mean(),
        share * variance + left * left * common.variance());
  }
}
