package io.tiktoktoe.service.model.price;

import io.tiktoktoe.pricing.insight.ElasticityEstimate;
import io.tiktoktoe.stats.Interval;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A product's elasticity as a row of a table.
 *
 * @param product its name
 * @param elasticity posterior mean; empty when nothing is known
 * @param lo95 lower end of the .95 interval
 * @param hi95 upper end
 * @param own what its own rows alone say
 * @param standardError of {@code own}
 * @param observations rows used
 * @param method how {@code own} was found
 * @param evidence how much its own rows say
 * @param cross elasticities to other prices
 */
public record ElasticityRow(
    String product,
    OptionalDouble elasticity,
    OptionalDouble lo95,
    OptionalDouble hi95,
    OptionalDouble own,
    OptionalDouble standardError,
    int observations,
    ElasticityEstimate.Method method,
    ElasticityEstimate.Evidence evidence,
    List<ElasticityEstimate.CrossElasticity> cross) {

  public ElasticityRow {
    cross = List.copyOf(cross);
  }

  /** The row of an estimate. */
  public static ElasticityRow of(ElasticityEstimate one) {
    return new ElasticityRow(
        one.product(),
        one.elasticity(),
        one.interval().map(Interval::lo).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        one.interval().map(Interval::hi).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        one.own(),
        one.standardError(),
        one.observations(),
        one.method(),
        one.evidence(),
        one.cross());
  }
}
