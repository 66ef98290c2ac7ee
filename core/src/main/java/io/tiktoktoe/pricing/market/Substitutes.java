package io.tiktoktoe.pricing.market;

import io.tiktoktoe.pricing.insight.Elasticities;
import io.tiktoktoe.pricing.insight.ElasticityEstimate;
import io.tiktoktoe.pricing.insight.ElasticityEstimate.CrossElasticity;
import io.tiktoktoe.pricing.insight.ElasticityOptions;
import io.tiktoktoe.pricing.portfolio.MarketPrice;
import io.tiktoktoe.pricing.portfolio.PricingFacts;
import io.tiktoktoe.pricing.portfolio.PricingInsights.Substitute;
import io.tiktoktoe.pricing.portfolio.PricingOptions;
import io.tiktoktoe.pricing.portfolio.ProductFacts;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What fans may buy instead: cross effects of prices of the creator's other products and of
 * competitors, whom the creator named or with whom buyers are shared.
 */
final class Substitutes {

  /** A competitor with whom fewer buyers are shared, and who was not named, is none. */
  private static final double LEAST_SHARED = .02;

  private final PricingFacts facts;
  private final List<MarketPrice> market;
  private final PricingOptions options;
  private final DemandControls controls;

  Substitutes(PricingFacts facts, PricingOptions options, DemandControls controls) {
    this.facts = facts;
    this.options = options;
    this.controls = controls;
    this.market = facts.market().stream().filter(one -> Contexts.counts(one, options)).toList();
  }

  List<Substitute> found(int last, Progress progress) {
    List<ProductFacts> products = facts.products();
    Elasticities together =
        io.tiktoktoe.pricing.elasticity.ElasticityModel.estimate(
            DemandBook.of(products, products.size(), market, controls, last),
            controls.options().withCross(ElasticityOptions.Cross.AUTO),
            options.threads(),
            progress);
    List<Substitute> found = new ArrayList<>();
    for (ElasticityEstimate one : together.products()) {
      if (one.product().startsWith("m")) {
        continue;
      }
      ProductFacts product = products.get(Integer.parseInt(one.product()));
      if (options.product().map(product.name()::equals).orElse(true)) {
        found.addAll(of(product, one));
      }
    }
    return found;
  }

  private List<Substitute> of(ProductFacts product, ElasticityEstimate estimate) {
    Map<String, CrossElasticity> cross = new TreeMap<>();
    estimate.cross().forEach(one -> cross.put(one.product(), one));
    List<Substitute> found = new ArrayList<>();
    for (int at = 0; at < facts.products().size(); at++) {
      ProductFacts other = facts.products().get(at);
      Optional<CrossElasticity> effect = Optional.ofNullable(cross.get(String.valueOf(at)));
      if (!other.equals(product) && other.price().isPresent() && effect.isPresent()) {
        found.add(
            substitute(
                product, other.name(), Optional.empty(), other.price().getAsDouble(), effect));
      }
    }
    for (int at = 0; at < market.size(); at++) {
      MarketPrice one = market.get(at);
      Optional<CrossElasticity> effect = Optional.ofNullable(cross.get("m" + at));
      boolean named = one.sharedBuyers() == 0;
      if (one.standsBeside(product.name()) && (named || one.sharedBuyers() >= LEAST_SHARED)) {
        Substitute told =
            substitute(product, one.product(), Optional.of(one.competitor()), one.price(), effect);
        found.add(
            new Substitute(
                told.product(),
                told.other(),
                told.competitor(),
                told.price(),
                told.cross(),
                told.interval(),
                one.sharedBuyers(),
                named));
      }
    }
    return found;
  }

  private static Substitute substitute(
      ProductFacts product,
      String other,
      Optional<String> competitor,
      double price,
      Optional<CrossElasticity> effect) {
    Optional<CrossElasticity> told = effect.filter(one -> one.standardError() > 0);
    return new Substitute(
        product.name(),
        other,
        competitor,
        price,
        told.map(CrossElasticity::elasticity),
        told.map(one -> Interval.normal(one.elasticity(), one.standardError(), Interval.WIDE)),
        0,
        false);
  }
}
