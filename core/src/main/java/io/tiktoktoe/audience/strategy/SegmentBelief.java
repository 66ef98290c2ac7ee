package io.tiktoktoe.audience.strategy;

/**
 * A normal hierarchical model (empirical Bayes, Efron and Morris 1973): the effect of an action
 * differs from segment to segment around a mean that the stated prior foretells; how much it
 * differs is estimated from the segments (DerSimonian and Laird 1986) together with the prior.
 */
final class SegmentBelief {

  /** Half of a stated belief's variance is of the mean, half of segments around it. */
  private static final double BETWEEN = 0.5;

  /** Segment's worth of belief in the stated variance between them. */
  private static final double STATED = 1;

  private final double mean;
  private final double variance;
  private final double between;

  private SegmentBelief(double mean, double variance, double between) {
    this.mean = mean;
    this.variance = variance;
    this.between = between;
  }

  /** A normal belief. */
  record Normal(double mean, double variance) {}

  /** After estimates of some segments with their variances. */
  static SegmentBelief of(UpliftPrior prior, double[] estimates, double[] variances) {
    double stated = prior.deviation() * prior.deviation();
    double between = between(BETWEEN * stated, estimates, variances);
    double weight = 0;
    double sum = 0;
    for (int i = 0; i < estimates.length; i++) {
      double own = 1 / (variances[i] + between);
      weight += own;
      sum += own * estimates[i];
    }
    double overall = Math.max(1e-12, (1 - BETWEEN) * stated);
    if (estimates.length > 0) {
      // A prior that the trials contradict is believed less: its likeliest variance is taken.
      double off = sum / weight - prior.mean();
      overall = Math.max(overall, off * off - 1 / weight);
    }
    weight += 1 / overall;
    sum += prior.mean() / overall;
    return new SegmentBelief(sum / weight, 1 / weight, between);
  }

  private static double between(double stated, double[] estimates, double[] variances) {
    if (estimates.length < 2) {
      return stated;
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
    int freedom = estimates.length - 1;
    double found = Math.max(0, (spread - freedom) / (weights - squares / weights));
    return (freedom * found + STATED * stated) / (freedom + STATED);
  }

  /** Of a segment without an estimate of its own. */
  Normal other() {
    return new Normal(mean, variance + between);
  }

  /**
   * Of a segment with an estimate of its own. The mean was learned with it; that it is counted
   * twice by a little is made up for by the variance of the mean, which is kept whole.
   */
  Normal with(double estimate, double error) {
    double share = between / (between + error);
    double left = 1 - share;
    return new Normal(share * estimate + left * mean, share * error + left * left * variance);
  }
}
