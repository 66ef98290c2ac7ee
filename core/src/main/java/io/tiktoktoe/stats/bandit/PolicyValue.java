package io.tiktoktoe.stats.bandit;

import io.tiktoktoe.stats.Interval;

/**
 * Off-policy estimate: the mean reward that a policy would have brought.
 *
 * @param estimator how it was estimated
 * @param value in the unit of the reward
 * @param interval at .95, corrected for skewness
 */
public record PolicyValue(Estimator estimator, double value, Interval interval) {

  /** How the value of a policy is estimated. */
  public enum Estimator {
    /** Inverse propensity score: rewards weighted by how much likelier the policy is. */
    IPS,
    /** The same over the sum of the weights: less variance, a little bias. */
    SNIPS,
    /** Doubly robust: a model of rewards, and its errors weighted. */
    DR,
    /** The same, but the model alone where weights are large. */
    SWITCH_DR
  }
}
