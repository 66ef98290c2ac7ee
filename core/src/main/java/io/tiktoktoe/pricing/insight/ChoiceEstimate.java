package io.tiktoktoe.pricing.insight;

import io.tiktoktoe.stats.Interval;
import java.util.List;

/**
 * Conditional logit: what features of an alternative are worth, in utility and in money.
 *
 * @param features in the order of the alternatives
 * @param logLikelihood of the choices
 * @param choices how many
 */
public record ChoiceEstimate(List<Feature> features, double logLikelihood, int choices) {

  public ChoiceEstimate {
    features = List.copyOf(features);
  }

  /**
   * One feature.
   *
   * @param name as it was given
   * @param utility coefficient
   * @param standardError of it
   * @param worth what people would pay for one more of it: utility over that of a price lower by
   *     one; NaN for the price itself
   * @param interval of the worth at .95 (delta method); as wide as can be for the price itself
   */
  public record Feature(
      String name, double utility, double standardError, double worth, Interval interval) {}
}
