package io.tiktoktoe.pricing.insight;

import java.util.List;

/**
 * One choice among alternatives, as in a conjoint survey or at a shelf.
 *
 * @param alternatives features of each alternative, in one order of features for all; the price
 *     among them
 * @param chosen place of the one that was chosen
 */
public record ChoiceSituation(List<List<Double>> alternatives, int chosen) {

  /** Refuses fewer than two alternatives, unequal features and a choice that is none. */
  public ChoiceSituation {
    alternatives = alternatives.stream().map(List::copyOf).toList();
    if (alternatives.size() < 2 || chosen < 0 || chosen >= alternatives.size()) {
      throw new IllegalArgumentException(
          "chosen (%d) must be one of at least 2 alternatives (%d)."
              .formatted(chosen, alternatives.size()));
    }
    int features = alternatives.getFirst().size();
    for (List<Double> one : alternatives) {
      if (one.size() != features || one.stream().anyMatch(value -> !Double.isFinite(value))) {
        throw new IllegalArgumentException(
            "alternative %s must have %d features that are numbers.".formatted(one, features));
      }
    }
  }
}
