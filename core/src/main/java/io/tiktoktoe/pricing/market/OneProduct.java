package io.tiktoktoe.pricing.market;

import io.tiktoktoe.pricing.insight.CreatorProduct;
import io.tiktoktoe.pricing.insight.ElasticityEstimate;
import io.tiktoktoe.pricing.insight.ElasticityEstimate.Evidence;
import io.tiktoktoe.pricing.insight.MarketContext;
import io.tiktoktoe.pricing.insight.PriceExposure;
import io.tiktoktoe.pricing.insight.PricingConstraints;
import io.tiktoktoe.pricing.insight.PricingStrategy;
import io.tiktoktoe.pricing.insight.WillingnessEstimate;
import io.tiktoktoe.pricing.optimise.PriceOptimiser;
import io.tiktoktoe.pricing.portfolio.PricingOptions;
import io.tiktoktoe.pricing.portfolio.ProductFacts;
import io.tiktoktoe.pricing.portfolio.ProductPricing;
import io.tiktoktoe.pricing.portfolio.ProductPricing.Basis;
import io.tiktoktoe.pricing.portfolio.ProductPricing.CountryPrice;
import io.tiktoktoe.pricing.portfolio.ProductPricing.DoubleCheck;
import io.tiktoktoe.pricing.portfolio.ProductPricing.Note;
import io.tiktoktoe.pricing.portfolio.ProductPricing.SegmentDemand;
import io.tiktoktoe.pricing.portfolio.RecentSales;
import io.tiktoktoe.pricing.willingness.WillingnessPosterior;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One product judged by itself.
 *
 * @param told what is told of it
 * @param priced with what it can be priced among others; empty without a price
 */
record OneProduct(ProductPricing told, Optional<Priced> priced) {

  /** A segment of whom fewer saw a price is not told of: it would name persons. */
  private static final long LEAST_SEGMENT = 50;

  private static final double FEW = 20;

  /** More sales beyond the first of a person and day than this share look like machines. */
  private static final double MANY_REPEATS = .2;

  static OneProduct of(
      ProductFacts facts,
      ElasticityEstimate elasticity,
      MarketContext context,
      PricingOptions options,
      List<String> controls,
      Optional<DoubleCheck> check) {
    double price = facts.price().orElse(0);
    if (!(price > 0)) {
      Note why = facts.price().isPresent() ? Note.FREE : Note.NO_PRICE;
      return new OneProduct(
          new ProductPricing(
              facts,
              DemandBook.basis(facts),
              elasticity,
              Optional.empty(),
              List.of(),
              List.of(),
              List.of(why),
              controls,
              check),
          Optional.empty());
    }
    PricingConstraints limits = options.limitsOf(facts.name()).around(price);
    CreatorProduct product = product(facts, price, limits);
    PricingStrategy strategy = PriceOptimiser.optimise(product, context);
    double[] prices =
        strategy.willingness().curve().stream()
            .mapToDouble(WillingnessEstimate.DemandPoint::price)
            .toArray();
    ProductPricing told =
        new ProductPricing(
            facts,
            DemandBook.basis(facts),
            elasticity,
            Optional.of(strategy),
            segments(facts, elasticity, price, prices),
            ladder(strategy, limits, options),
            notes(facts, elasticity, limits, check),
            controls,
            check);
    return new OneProduct(told, Optional.of(new Priced(product, context, strategy)));
  }

  private static CreatorProduct product(
      ProductFacts facts, double price, PricingConstraints limits) {
    RecentSales recent = facts.recent();
    return new CreatorProduct(
        facts.name(),
        price,
        recent.feeShare(),
        0,
        recent.taxShare(),
        0,
        recent.dailySales(),
        recent.subscribers(),
        facts.daysSinceChange(),
        limits,
        new CreatorProduct.Loyalty(
            facts.recurring(), facts.recurring() ? recent.monthlyChurn() : 0, recent.lost()));
  }

  private static List<SegmentDemand> segments(
      ProductFacts facts, ElasticityEstimate elasticity, double price, double[] prices) {
    List<SegmentDemand> segments = new ArrayList<>();
    for (boolean returning : new boolean[] {false, true}) {
      MarketContext context = Contexts.ofSegment(facts, elasticity, returning);
      long shown = context.exposures().stream().mapToLong(PriceExposure::shown).sum();
      long bought = context.exposures().stream().mapToLong(PriceExposure::bought).sum();
      if (shown >= LEAST_SEGMENT) {
        WillingnessEstimate estimate = WillingnessPosterior.estimate(price, context, prices);
        segments.add(
            new SegmentDemand(
                returning ? "returning" : "first-time",
                shown,
                bought,
                estimate.median(),
                estimate.shown()));
      }
    }
    return segments;
  }

  private static List<CountryPrice> ladder(
      PricingStrategy strategy, PricingConstraints limits, PricingOptions options) {
    return options.ladder().stream()
        .map(
            one ->
                new CountryPrice(
                    one.country(),
                    one.factor(),
                    ended(strategy.recommended() * one.factor(), limits)))
        .toList();
  }

  /** The nearest price with an allowed ending between floor and ceiling. */
  private static double ended(double price, PricingConstraints limits) {
    double best = Math.clamp(Math.rint(price * 100) / 100, limits.floor(), limits.ceiling());
    double nearest = Double.POSITIVE_INFINITY;
    for (double ending : limits.endings()) {
      for (int step = -1; step <= 1; step++) {
        double one = Math.floor(price) + step + ending;
        boolean allowed = one > 0 && one >= limits.floor() && one <= limits.ceiling();
        if (allowed && Math.abs(one - price) < nearest) {
          nearest = Math.abs(one - price);
          best = Math.rint(one * 100) / 100;
        }
      }
    }
    return best;
  }

  private static List<Note> notes(
      ProductFacts facts,
      ElasticityEstimate elasticity,
      PricingConstraints limits,
      Optional<DoubleCheck> check) {
    List<Note> notes = new ArrayList<>();
    RecentSales recent = facts.recent();
    evidence(elasticity.evidence()).ifPresent(notes::add);
    Basis basis = DemandBook.basis(facts);
    if (basis == Basis.SHOWN_PRICES || basis == Basis.SALES) {
      notes.add(Note.NOT_DRAWN);
    }
    double price = facts.price().orElse(0);
    double all = DemandBook.telling(facts).stream().mapToDouble(cell -> cell.bought()).sum();
    if (all < FEW) {
      notes.add(Note.FEW_BUYERS);
    }
    if (recent.returnsExceedSales()) {
      notes.add(Note.RETURNS_ABOVE_SALES);
    }
    if (recent.repeats() > MANY_REPEATS * (recent.buyers() + recent.repeats())) {
      notes.add(Note.REPEATED_BUYERS);
    }
    if (!facts.soldOut().isEmpty()) {
      notes.add(Note.SOLD_OUT);
    }
    if (check.isPresent() && !check.get().agrees()) {
      notes.add(Note.CONFOUNDED);
    }
    if (price < limits.floor() || price > limits.ceiling()) {
      notes.add(Note.TODAY_NOT_ALLOWED);
    }
    return notes;
  }

  private static Optional<Note> evidence(Evidence evidence) {
    return switch (evidence) {
      case STRONG, TOO_FEW_ROWS -> Optional.empty();
      case WEAK -> Optional.of(Note.WEAK);
      case PRICE_NEVER_CHANGED -> Optional.of(Note.PRICE_NEVER_CHANGED);
      case PRICE_FOLLOWS_CONTROLS -> Optional.of(Note.PRICE_FOLLOWS_TIME);
      case FREE -> Optional.of(Note.FREE);
    };
  }
}
