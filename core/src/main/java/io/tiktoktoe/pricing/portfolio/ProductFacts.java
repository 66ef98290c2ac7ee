package io.tiktoktoe.pricing.portfolio;

import io.tiktoktoe.pricing.insight.PriceExposure;
import io.tiktoktoe.pricing.insight.SurveyAnswer;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is known of one product (its price and demand history). Prices in one currency at one rate,
 * so that exchange rates move none.
 *
 * @param name as its creator calls it
 * @param recurring whether it is a subscription
 * @param price today outside of price tests; empty when none was ever told
 * @param daysSinceChange days since it last changed
 * @param demand who saw and bought at which price; rows of sales alone where nothing was shown
 * @param survey answers to the four questions of the price sensitivity meter, one a person
 * @param asked prices that people were asked about
 * @param recent what was sold lately
 */
public record ProductFacts(
    String name,
    boolean recurring,
    OptionalDouble price,
    int daysSinceChange,
    List<DemandCell> demand,
    List<SurveyAnswer> survey,
    List<PriceExposure> asked,
    RecentSales recent) {

  public ProductFacts {
    demand = List.copyOf(demand);
    survey = List.copyOf(survey);
    asked = List.copyOf(asked);
  }
}
