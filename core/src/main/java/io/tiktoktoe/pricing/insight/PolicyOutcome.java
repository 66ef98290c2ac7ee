package io.tiktoktoe.pricing.insight;

import io.tiktoktoe.stats.bandit.PolicyValue;
import java.util.List;

/**
 * What another way of choosing would have brought per person, from the log of a price test
 * (off-policy evaluation).
 *
 * @param policy {@code always ARM}, or {@code even}
 * @param persons of the log that could have been shown every arm that the policy shows
 * @param effectiveSize how many persons of the policy's own would say as much
 * @param values by estimator; empty where fewer than ten persons say anything
 */
public record PolicyOutcome(
    String policy, int persons, double effectiveSize, List<PolicyValue> values) {

  public PolicyOutcome {
    values = List.copyOf(values);
  }
}
