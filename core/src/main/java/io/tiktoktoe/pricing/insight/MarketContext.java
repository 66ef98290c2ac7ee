package io.tiktoktoe.pricing.insight;

import java.util.List;
import java.util.Optional;

/**
 * What is known of the market of a product; each part may be empty.
 *
 * @param elasticity of the product, from its own history and others'
 * @param exposures prices that were shown, or asked about
 * @param survey answers to the four questions of a price sensitivity meter
 * @param competitors prices of what fans might buy instead, above 0
 */
public record MarketContext(
    Optional<ElasticityEstimate> elasticity,
    List<PriceExposure> exposures,
    List<SurveyAnswer> survey,
    List<Double> competitors) {

  /** Refuses a competitor's price that is not above 0. */
  public MarketContext {
    exposures = List.copyOf(exposures);
    survey = List.copyOf(survey);
    competitors = List.copyOf(competitors);
    if (competitors.stream().anyMatch(price -> !(price > 0 && price < 1e75))) {
      throw new IllegalArgumentException(
          "competitors (%s) must all be above 0. Leave free offers out.".formatted(competitors));
    }
  }

  /** Nothing. */
  public static MarketContext unknown() {
    return new MarketContext(Optional.empty(), List.of(), List.of(), List.of());
  }

  /** With an elasticity. */
  public MarketContext withElasticity(ElasticityEstimate estimate) {
    return new MarketContext(Optional.of(estimate), exposures, survey, competitors);
  }

  /** With prices that were shown. */
  public MarketContext withExposures(List<PriceExposure> shown) {
    return new MarketContext(elasticity, shown, survey, competitors);
  }

  /** With answers. */
  public MarketContext withSurvey(List<SurveyAnswer> answers) {
    return new MarketContext(elasticity, exposures, answers, competitors);
  }

  /** With competitors' prices. */
  public MarketContext withCompetitors(List<Double> prices) {
    return new MarketContext(elasticity, exposures, survey, prices);
  }
}
