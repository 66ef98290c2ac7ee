package io.tiktoktoe.service.model.price;

import io.tiktoktoe.stats.bandit.PolicyValue;

/**
 * A policy's value by one estimator as a row of a table.
 *
 * @param policy its name
 * @param estimator how it was estimated
 * @param value mean reward
 * @param lo95 lower end of the .95 interval
 * @param hi95 upper end
 */
public record PolicyRow(
    String policy, PolicyValue.Estimator estimator, double value, double lo95, double hi95) {

  /** The row of an estimate. */
  public static PolicyRow of(String policy, PolicyValue one) {
    return new PolicyRow(
        policy, one.estimator(), one.value(), one.interval().lo(), one.interval().hi());
  }
}
