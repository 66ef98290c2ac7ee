package io.tiktoktoe.service.model.price;

import java.util.List;

/**
 * Values of policies.
 *
 * @param rows one a policy and estimator
 * @param overlaps how much the log says of each policy
 * @param choices how many choices were logged
 */
public record PolicyAnswer(List<PolicyRow> rows, List<Overlap> overlaps, int choices) {

  public PolicyAnswer {
    rows = List.copyOf(rows);
    overlaps = List.copyOf(overlaps);
  }

  /**
   * How much a log says of a policy.
   *
   * @param policy its name
   * @param effectiveSize how many choices of equal weight would say as much
   * @param largestShare share of one choice in all weights
   */
  public record Overlap(String policy, double effectiveSize, double largestShare) {}
}
