package io.tiktoktoe.audience.lifetime;

import java.util.List;

/**
 * Models on a part of the log that they had not seen.
 *
 * @param calibrationWeeks weeks before the part
 * @param weeks weeks of the part
 * @param customers who had bought before it
 * @param scores one a model, then {@code stacked}
 * @param deciles customers by their expected purchases
 */
public record Holdout(
    double calibrationWeeks,
    double weeks,
    int customers,
    List<HoldoutScore> scores,
    DecileChart deciles) {

  public Holdout {
    scores = List.copyOf(scores);
  }
}
