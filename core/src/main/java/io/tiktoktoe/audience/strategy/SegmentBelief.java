package io.tiktoktoe.audience.strategy;

import io.tiktoktoe.stats.NormalShrinkage;
import io.tiktoktoe.stats.NormalShrinkage.Normal;

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

  /** After estimates of some segments with their variances. */
  static SegmentBelief of(UpliftPrior prior, double[] estimates, double[] variances) {
    double stated = prior.deviation() * prior.deviation();
    double between = between(BETWEEN * stated, estimates, variances);
    double overall = Math.max(1e-12, (1 - BETWEEN) * stated);
    double weight = 0;
    double sum = 0;
    if (estimates.length > 0) {
      Normal common = NormalShrinkage.common(estimates, variances, between);
      weight = 1 / common.variance();
      sum = weight * common.mean();
      // A prior that the trials contradict is believed less: its likeliest variance is taken.
      double off = common.mean() - prior.mean();
      overall = Math.max(overall, off * off - common.variance());
    }
    weight += 1 / overall;
    sum += prior.mean() / overall;
    return new SegmentBelief(sum / weight, 1 / weight, between);
  }

  private static double between(double stated, double[] estimates, double[] variances) {
    if (estimates.length < 2) {
      return stated;
    }
    int freedom = estimates.length - 1;
    double found = NormalShrinkage.between(estimates, variances);
    return (freedom * found + STATED * stated) / (freedom + STATED);
  }

  /** Of a segment without an estimate of its own. */
  Normal other() {
    return new Normal(mean, variance + between);
  }

  /** Of a segment with an estimate of its own. */
  Normal with(double estimate, double error) {
    return NormalShrinkage.shrunk(estimate, error, new Normal(mean, variance), between);
  }
}
