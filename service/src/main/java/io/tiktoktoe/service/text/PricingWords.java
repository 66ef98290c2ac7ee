package io.tiktoktoe.service.text;

import io.tiktoktoe.pricing.insight.PricingStrategy;
import io.tiktoktoe.pricing.insight.PricingStrategy.Binding;
import io.tiktoktoe.pricing.insight.WillingnessEstimate.SourceShift;
import io.tiktoktoe.pricing.portfolio.ProductPricing;
import io.tiktoktoe.pricing.portfolio.ProductPricing.Basis;
import io.tiktoktoe.pricing.portfolio.ProductPricing.Note;
import java.util.stream.Collectors;

/** What is to be said about prices beside their numbers. */
public final class PricingWords {

  private PricingWords() {}

  /** What a product's demand was learned from. */
  public static String basis(Basis basis) {
    return switch (basis) {
      case DRAWN_PRICES -> "prices that chance drew in a test";
      case SHOWN_PRICES -> "prices that were shown and bought";
      case SALES -> "sales alone: who saw the price is not known";
      case NOTHING -> "nothing of its own";
    };
  }

  /** What weakens the answer, and what helps. */
  public static String note(Note note) {
    return switch (note) {
      case FREE ->
          "It is free: no percent of a price of 0 can be told. Test a first price with two or three"
              + " arms.";
      case NO_PRICE -> "No price was ever told. Ingest price.observed rows of it.";
      case PRICE_NEVER_CHANGED ->
          "Its price never changed, so that it says nothing of other prices: what stands here is"
              + " what similar products have. Test a second price.";
      case PRICE_FOLLOWS_TIME ->
          "Its price moved only with trend, season or place, so that these cannot be told from it."
              + " Change it at another time, or test it.";
      case WEAK ->
          "Weakly identified: its own rows say less than similar products do. A price test tells"
              + " more.";
      case FEW_BUYERS -> "Fewer than 20 buyers: read the intervals, not the numbers.";
      case RETURNS_ABOVE_SALES ->
          "More money came back than came in over 90 days. See to what is sold before its price.";
      case REPEATED_BUYERS ->
          "Many sales are of one person on one day and count as one buyer: machines, or resellers.";
      case NOT_DRAWN ->
          "The creator set the prices: what moved them may have moved demand, too. A price test"
              + " does not have this doubt.";
      case TODAY_NOT_ALLOWED ->
          "Today's price lies outside of floor and ceiling. It may stay, or change to an allowed"
              + " one.";
      case SOLD_OUT ->
          "It was sold out for a while: that time is not counted as low demand. Where there is too"
              + " little to sell, a higher price loses fewer sales than is told here.";
      case CONFOUNDED ->
          "Two ways of taking out what moves price and demand together disagree: do not trust this"
              + " elasticity. A price test does not have this doubt.";
    };
  }

  /** What was told apart from the price, and what a check of it says; empty without any. */
  public static String controlled(ProductPricing product) {
    String controls =
        product.controls().isEmpty()
            ? ""
            : "Told apart from its price: %s.".formatted(String.join(", ", product.controls()));
    return product
        .check()
        .map(
            check ->
                (controls.isEmpty() ? "" : controls + " ")
                    + "Cross-fitted, its own rows alone say %.2f (%.2f to %.2f), which %s."
                        .formatted(
                            check.elasticity(),
                            check.interval().lo(),
                            check.interval().hi(),
                            check.agrees() ? "agrees" : "does not agree"))
        .orElse(controls);
  }

  /** What keeps a better price away. */
  public static String binding(Binding binding) {
    return switch (binding) {
      case FLOOR -> "the floor";
      case CEILING -> "the ceiling";
      case MARGIN -> "the least margin";
      case STEP -> "the largest step";
      case CADENCE -> "the days between changes";
      case ENDING -> "the allowed endings";
    };
  }

  /** Which constraints bind, and what would be charged without them; empty without any. */
  public static String bound(PricingStrategy strategy, AmountText amounts) {
    return strategy.binding().isEmpty()
        ? ""
        : "Without constraints %s would bring most; %s keep%s the price from there."
            .formatted(
                amounts.price(strategy.unconstrained()),
                strategy.binding().stream()
                    .map(PricingWords::binding)
                    .collect(Collectors.joining(" and ")),
                strategy.binding().size() == 1 ? "s" : "");
  }

  /** How far a source moved the median willingness to pay. */
  public static String moved(SourceShift shift, AmountText amounts) {
    String from =
        switch (shift.source()) {
          case MARKET -> "competitors' prices";
          case SURVEY -> "surveys";
          case HISTORY -> "history";
        };
    return "%s moved it by %+.1f standard deviations to %s and left %.0f%% of the doubt"
        .formatted(
            from,
            Math.round(10 * shift.shift()) / 10.0,
            amounts.price(shift.median()),
            100 * shift.narrowing());
  }

  /** One sentence of what to do with a product. */
  public static String advice(PricingStrategy strategy, AmountText amounts) {
    double change = strategy.recommended() / strategy.today() - 1;
    if (change == 0) {
      return kept(strategy, amounts);
    }
    return "%s from %s to %s (%+.1f%%): better with a chance of %s."
        .formatted(
            change > 0 ? "Raise" : "Lower",
            amounts.price(strategy.today()),
            amounts.price(strategy.recommended()),
            100 * change,
            chance(strategy.chanceBetter()));
  }

  private static String kept(PricingStrategy strategy, AmountText amounts) {
    PricingStrategy.PricePoint other = strategy.mostPromising();
    return other.price() == strategy.today()
        ? "Keep %s: no allowed price is expected to bring more."
            .formatted(amounts.price(strategy.today()))
        : "Keep %s for now: the most promising price, %s, brings more with a chance of %s only. Test it."
            .formatted(
                amounts.price(strategy.today()),
                amounts.price(other.price()),
                chance(other.chanceBetter()));
  }

  /** A chance that is never told as certain. */
  public static String chance(double chance) {
    if (chance > .995) {
      return "over 99%";
    }
    return chance < .005 ? "under 1%" : "%.0f%%".formatted(100 * chance);
  }
}
