package io.tiktoktoe.pricing.market;

import io.tiktoktoe.pricing.insight.ElasticityEstimate;
import io.tiktoktoe.pricing.insight.MarketContext;
import io.tiktoktoe.pricing.insight.PriceExposure;
import io.tiktoktoe.pricing.portfolio.DemandCell;
import io.tiktoktoe.pricing.portfolio.MarketPrice;
import io.tiktoktoe.pricing.portfolio.PricingFacts;
import io.tiktoktoe.pricing.portfolio.PricingOptions;
import io.tiktoktoe.pricing.portfolio.ProductFacts;
import io.tiktoktoe.pricing.portfolio.ProductPricing.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What speaks of willingness to pay for a product, each row heard once: where chance drew prices,
 * what was bought at each of them, and of elasticity only what other products say; elsewhere the
 * elasticity, and of what was shown only how many bought at the newest price.
 */
final class Contexts {

  /** Weeks in which a price that was shown still tells how many buy. */
  private static final int LASTING = 52;

  private Contexts() {}

  static MarketContext of(
      ProductFacts product,
      ElasticityEstimate elasticity,
      PricingFacts facts,
      PricingOptions options) {
    List<PriceExposure> exposures = new ArrayList<>(shown(product, product.demand()));
    exposures.addAll(asked(product));
    return new MarketContext(
        Optional.of(heard(product, elasticity)),
        exposures,
        product.survey(),
        facts.market().stream()
            .filter(one -> one.standsBeside(product.name()) && one.sharedBuyers() == 0)
            .filter(one -> counts(one, options))
            .map(MarketPrice::price)
            .toList());
  }

  /** What speaks of those alone who had bought before, or who had not. */
  static MarketContext ofSegment(
      ProductFacts product, ElasticityEstimate elasticity, boolean returning) {
    List<DemandCell> own =
        product.demand().stream().filter(cell -> cell.returning() == returning).toList();
    return MarketContext.unknown()
        .withElasticity(heard(product, elasticity))
        .withExposures(shown(product, own));
  }

  /** Whether the creator wants this competitor to count. */
  static boolean counts(MarketPrice one, PricingOptions options) {
    return options.competitors().isEmpty() || options.competitors().contains(one.competitor());
  }

  private static ElasticityEstimate heard(ProductFacts product, ElasticityEstimate elasticity) {
    return DemandBook.basis(product) == Basis.DRAWN_PRICES ? elasticity.asOthersAre() : elasticity;
  }

  private static List<PriceExposure> shown(ProductFacts product, List<DemandCell> cells) {
    return switch (DemandBook.basis(product)) {
      case DRAWN_PRICES -> byPrice(cells.stream().filter(DemandCell::drawn).toList());
      case SHOWN_PRICES -> newest(cells.stream().filter(DemandCell::wasShown).toList());
      case SALES, NOTHING -> List.of();
    };
  }

  private static List<PriceExposure> newest(List<DemandCell> cells) {
    int last = cells.stream().mapToInt(DemandCell::week).max().orElse(0);
    double price =
        cells.stream()
            .filter(cell -> cell.week() == last && cell.price() > 0)
            .mapToDouble(DemandCell::price)
            .max()
            .orElse(0);
    return byPrice(
        cells.stream()
            .filter(cell -> cell.price() == price && cell.week() > last - LASTING)
            .toList());
  }

  /** Answers about one price together. */
  private static List<PriceExposure> asked(ProductFacts product) {
    Map<Double, PriceExposure> sums = new TreeMap<>();
    for (PriceExposure one : product.asked()) {
      sums.merge(
          one.price(),
          one,
          (a, b) ->
              new PriceExposure(
                  a.price(), a.shown() + b.shown(), a.bought() + b.bought(), a.hypothetical()));
    }
    return List.copyOf(sums.values());
  }

  private static List<PriceExposure> byPrice(List<DemandCell> cells) {
    Map<Double, double[]> sums = new TreeMap<>();
    for (DemandCell cell : cells) {
      if (cell.price() > 0) {
        double[] sum = sums.computeIfAbsent(cell.price(), price -> new double[2]);
        sum[0] += cell.shown();
        sum[1] += cell.bought();
      }
    }
    List<PriceExposure> exposures = new ArrayList<>();
    sums.forEach(
        (price, sum) ->
            exposures.add(new PriceExposure(price, Math.round(sum[0]), Math.round(sum[1]), false)));
    return exposures;
  }
}
