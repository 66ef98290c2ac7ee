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
 * @param soldOut weeks in which it could not be had all of the time
 */
public record ProductFacts(
    String name,
    boolean recurring,
    OptionalDouble price,
    int daysSinceChange,
    List<DemandCell> demand,
    List<SurveyAnswer> survey,
    List<PriceExposure> asked,
    RecentSales recent,
    List<SoldOutWeek> soldOut) {

  /**
   * A week in which a product was sold out for a while.
   *
   * @param week as in {@link DemandCell}
   * @param share of the week in which it could not be had, above 0 and at most 1
   */
  public record SoldOutWeek(int week, double share) {

    /** Refuses a share that is none. */
    public SoldOutWeek {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "share (%s) of week %d must be above 0 and at most 1.".formatted(share, week));
      }
    }
  }

  /** Of something that could always be had. */
  public ProductFacts(
      String name,
      boolean recurring,
      OptionalDouble price,
      int daysSinceChange,
      List<DemandCell> demand,
      List<SurveyAnswer> survey,
      List<PriceExposure> asked,
      RecentSales recent) {
    this(name, recurring, price, daysSinceChange, demand, survey, asked, recent, List.of());
  }

  /** The same, sold out in these weeks. */
  public ProductFacts soldOutIn(List<SoldOutWeek> weeks) {
    return new ProductFacts(
        name, recurring, price, daysSinceChange, demand, survey, asked, recent, weeks);
  }

  public ProductFacts {
    demand = List.copyOf(demand);
    survey = List.copyOf(survey);
    asked = List.copyOf(asked);
    soldOut = List.copyOf(soldOut);
  }
}
