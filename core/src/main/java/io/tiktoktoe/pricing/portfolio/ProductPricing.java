package io.tiktoktoe.pricing.portfolio;

import io.tiktoktoe.pricing.insight.ElasticityEstimate;
import io.tiktoktoe.pricing.insight.PricingStrategy;
import io.tiktoktoe.pricing.insight.WillingnessEstimate.DemandPoint;
import io.tiktoktoe.stats.Interval;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a product's demand, and what to charge for it (price recommendation). Amounts in
 * the unit of the prices.
 *
 * @param facts what it rests on
 * @param basis what its demand was learned from
 * @param elasticity of its demand
 * @param strategy what to charge; empty for a free product or one without any price
 * @param segments demand of published segments of behaviour, where enough of them saw a price
 * @param ladder prices by country
 * @param notes what weakens the answer
 * @param controls what else may have moved its demand and was told apart from its price
 * @param check its elasticity found in another way; empty where that cannot be
 */
public record ProductPricing(
    ProductFacts facts,
    Basis basis,
    ElasticityEstimate elasticity,
    Optional<PricingStrategy> strategy,
    List<SegmentDemand> segments,
    List<CountryPrice> ladder,
    List<Note> notes,
    List<String> controls,
    Optional<DoubleCheck> check) {

  public ProductPricing {
    segments = List.copyOf(segments);
    ladder = List.copyOf(ladder);
    notes = List.copyOf(notes);
    controls = List.copyOf(controls);
  }

  /** Its name. */
  public String product() {
    return facts.name();
  }

  /** What demand was learned from. */
  public enum Basis {
    /** Prices that chance chose: nothing else can have moved demand with them. */
    DRAWN_PRICES,
    /** Prices that were shown, as the creator set them. */
    SHOWN_PRICES,
    /** Sales alone: who saw the price is not known. */
    SALES,
    /** Nothing of its own. */
    NOTHING
  }

  /** What weakens an answer. */
  public enum Note {
    /** It is free: no percent of its price can be told. */
    FREE,
    /** No price was ever told. */
    NO_PRICE,
    /** Its price never changed. */
    PRICE_NEVER_CHANGED,
    /** Its price moved only with time, season or place. */
    PRICE_FOLLOWS_TIME,
    /** Its own rows say little. */
    WEAK,
    /** Hardly anybody bought. */
    FEW_BUYERS,
    /** More money came back than came in. */
    RETURNS_ABOVE_SALES,
    /** Many sales of one person on one day count as one buyer. */
    REPEATED_BUYERS,
    /** The creator set the prices: what moved them may have moved demand. */
    NOT_DRAWN,
    /** Today's price lies outside of what is allowed. */
    TODAY_NOT_ALLOWED,
    /** It was sold out for a while. */
    SOLD_OUT,
    /** Another way to take out what moved price and demand together tells another elasticity. */
    CONFOUNDED
  }

  /**
   * The elasticity when controls may act on price and demand in any smooth way (cross-fitted double
   * machine learning), from the product's own rows alone: a check of the one that is used.
   *
   * @param elasticity any sign
   * @param interval of it at .95
   * @param agrees whether it and the elasticity that is used lie in one another's reach
   */
  public record DoubleCheck(double elasticity, Interval interval, boolean agrees) {}

  /**
   * Demand of a published segment of behaviour.
   *
   * @param segment {@code first-time} or {@code returning} buyers
   * @param shown persons of it who saw a price
   * @param bought of them
   * @param median half of those who would buy at some price would pay this
   * @param curve share that buys at each price
   */
  public record SegmentDemand(
      String segment, double shown, double bought, double median, List<DemandPoint> curve) {

    public SegmentDemand {
      curve = List.copyOf(curve);
    }
  }

  /**
   * A price in a country.
   *
   * @param country whose inhabitants pay it
   * @param factor on the recommended price as it was given
   * @param price rounded to allowed endings and kept within floor and ceiling
   */
  public record CountryPrice(String country, double factor, double price) {}
}
