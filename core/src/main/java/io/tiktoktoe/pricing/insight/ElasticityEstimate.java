package io.tiktoktoe.pricing.insight;

import io.tiktoktoe.stats.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Own-price elasticity of demand of one product: by how many percent the quantity changes when the
 * price rises by one percent.
 *
 * @param product its name
 * @param elasticity posterior mean, at most 0; empty when neither its own rows nor other products
 *     tell anything
 * @param interval credible interval at .95; empty as above
 * @param own estimate from the product's own rows alone, any sign; empty when they tell nothing
 * @param standardError of {@code own}, robust to clusters or neighbours in time
 * @param observations rows that were used
 * @param method how {@code own} was found
 * @param evidence how much the product's own rows say
 * @param cross elasticities to the prices of other products, from the product's own rows
 */
public record ElasticityEstimate(
    String product,
    OptionalDouble elasticity,
    Optional<Interval> interval,
    OptionalDouble own,
    OptionalDouble standardError,
    int observations,
    Method method,
    Evidence evidence,
    List<CrossElasticity> cross) {

  public ElasticityEstimate {
    cross = List.copyOf(cross);
  }

  /** How the estimate from a product's own rows was found. */
  public enum Method {
    /** Least squares of the logarithms. */
    LOG_LOG,
    /** Poisson pseudo-likelihood: some rows sold nothing. */
    POISSON,
    /** Least squares with sold-out rows as lower bounds (Tobin 1958). */
    CENSORED,
    /** Cross-fitted double machine learning. */
    DOUBLE_ML,
    /** Its own rows tell nothing. */
    NONE
  }

  /** How much a product's own rows say of its elasticity. */
  public enum Evidence {
    /** More than the other products do. */
    STRONG,
    /** Less than the other products do, or with an error above 1: weak identification. */
    WEAK,
    /** Nothing: its price never changed. */
    PRICE_NEVER_CHANGED,
    /** Nothing: its price moved only together with controls, season or unit. */
    PRICE_FOLLOWS_CONTROLS,
    /** Nothing: there are too few rows with a price and a quantity. */
    TOO_FEW_ROWS,
    /** Nothing: it was free all along. */
    FREE
  }

  /**
   * A cross-price elasticity: above 0 for a substitute.
   *
   * @param product the other product, whose price moves
   * @param elasticity percent of this product's quantity for a percent of that price
   */
  public record CrossElasticity(String product, double elasticity) {}
}
