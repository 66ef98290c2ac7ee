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
 * @param ownInterval of {@code own} at .95, by Student's law
 * @param observations rows that were used
 * @param method how {@code own} was found
 * @param evidence how much the product's own rows say
 * @param cross elasticities to the prices of other products, from the product's own rows
 * @param alike what the other products alone say of it, .95; empty when they say nothing
 */
public record ElasticityEstimate(
    String product,
    OptionalDouble elasticity,
    Optional<Interval> interval,
    OptionalDouble own,
    OptionalDouble standardError,
    Optional<Interval> ownInterval,
    int observations,
    Method method,
    Evidence evidence,
    List<CrossElasticity> cross,
    Optional<Alike> alike) {

  public ElasticityEstimate {
    cross = List.copyOf(cross);
  }

  /** A product of which no row tells, as all others are. */
  public record Alike(double elasticity, Interval interval) {}

  /** The same under another name. */
  public ElasticityEstimate named(String name) {
    return new ElasticityEstimate(
        name,
        elasticity,
        interval,
        own,
        standardError,
        ownInterval,
        observations,
        method,
        evidence,
        cross,
        alike);
  }

  /** A product without a row: as others are, if anything is known of them. */
  public static ElasticityEstimate unseen(String name, Optional<Alike> others) {
    return new ElasticityEstimate(
            name,
            OptionalDouble.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            0,
            Method.NONE,
            Evidence.TOO_FEW_ROWS,
            List.of(),
            others)
        .asOthersAre();
  }

  /** The same as the others alone say: for whoever hears its own rows from elsewhere. */
  public ElasticityEstimate asOthersAre() {
    return new ElasticityEstimate(
        product,
        alike.map(one -> OptionalDouble.of(one.elasticity)).orElse(OptionalDouble.empty()),
        alike.map(Alike::interval),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        observations,
        method,
        evidence,
        cross,
        alike);
  }

  /**
   * The same when another way to find it disagrees: halfway between both, reaching over both.
   *
   * @param other elasticity, any sign
   * @param reach interval of it
   */
  public ElasticityEstimate doubtedBy(double other, Interval reach) {
    Interval hull =
        interval
            .map(
                own ->
                    new Interval(
                        Math.min(own.lo(), reach.lo()),
                        Math.max(own.hi(), Math.min(0, reach.hi())),
                        own.confidence()))
            .orElse(reach);
    double middle = Math.min(0, (elasticity.orElse(other) + other) / 2);
    return new ElasticityEstimate(
        product,
        OptionalDouble.of(middle),
        Optional.of(hull),
        own,
        standardError,
        ownInterval,
        observations,
        method,
        Evidence.WEAK,
        cross,
        alike);
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
   * @param standardError of it, robust as that of the own elasticity
   */
  public record CrossElasticity(String product, double elasticity, double standardError) {}
}
