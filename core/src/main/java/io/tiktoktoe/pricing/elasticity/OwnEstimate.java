package io.tiktoktoe.pricing.elasticity;

import io.tiktoktoe.pricing.insight.ElasticityEstimate;
import io.tiktoktoe.pricing.insight.ElasticityEstimate.CrossElasticity;
import java.util.List;

/**
 * What the rows of one product say of its elasticity, before other products are heard.
 *
 * @param rows where it comes from
 * @param slope elasticity; NaN when nothing is said
 * @param error standard error, the larger one of two that could be right
 * @param likely standard error as it is most likely
 * @param freedom degrees of freedom of the error
 * @param method how it was found
 * @param nothing why nothing is said; {@code STRONG} when something is
 * @param cross elasticities to other prices
 */
record OwnEstimate(
    DemandRows rows,
    double slope,
    double error,
    double likely,
    double freedom,
    ElasticityEstimate.Method method,
    ElasticityEstimate.Evidence nothing,
    List<CrossElasticity> cross) {

  static OwnEstimate nothing(DemandRows rows, ElasticityEstimate.Evidence why) {
    return new OwnEstimate(
        rows,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        ElasticityEstimate.Method.NONE,
        why,
        List.of());
  }

  OwnEstimate withErrorTimes(double factor) {
    return new OwnEstimate(
        rows, slope, factor * error, factor * likely, freedom, method, nothing, cross);
  }

  OwnEstimate by(ElasticityEstimate.Method other) {
    return new OwnEstimate(rows, slope, error, likely, freedom, other, nothing, cross);
  }

  /** The same with chance alone as what is most likely, and at least that. */
  OwnEstimate withChance(double chance) {
    return new OwnEstimate(
        rows, slope, Math.max(error, chance), chance, freedom, method, nothing, cross);
  }

  boolean saysSomething() {
    return nothing == ElasticityEstimate.Evidence.STRONG;
  }
}
