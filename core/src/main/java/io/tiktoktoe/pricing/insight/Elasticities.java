package io.tiktoktoe.pricing.insight;

import io.tiktoktoe.stats.Interval;
import java.util.List;
import java.util.Optional;

/**
 * Elasticities of all products, each pulled towards the others by as much as its own rows are vague
 * (partial pooling).
 *
 * @param products in the order of the history
 * @param typical posterior mean and .95 interval of the mean over products; empty when no product
 *     tells anything
 * @param leftOut rows that were not used: price 0, or something missing
 */
public record Elasticities(
    List<ElasticityEstimate> products, Optional<Typical> typical, int leftOut) {

  public Elasticities {
    products = List.copyOf(products);
  }

  /**
   * The products together.
   *
   * @param mean elasticity
   * @param interval of the mean
   * @param spread standard deviation between products
   * @param unseen interval of a product of which no row tells, at .95
   */
  public record Typical(double mean, Interval interval, double spread, Interval unseen) {}
}
