package io.tiktoktoe.pricing.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.CreatorProduct;
import io.tiktoktoe.pricing.insight.ElasticityEstimate;
import io.tiktoktoe.pricing.insight.MarketContext;
import io.tiktoktoe.pricing.insight.PricingConstraints;
import io.tiktoktoe.pricing.insight.PricingStrategy;
import io.tiktoktoe.pricing.insight.PricingStrategy.Binding;
import io.tiktoktoe.pricing.insight.PricingStrategy.PricePoint;
import io.tiktoktoe.stats.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Recommended prices: direction, constraints, fronts, and when to keep what is there. */
class PriceOptimiserTest {

  private static final CreatorProduct TIER = CreatorProduct.of("tier", 10, 4);

  private static MarketContext elastic(double elasticity, double error) {
    return MarketContext.unknown()
        .withElasticity(
            new ElasticityEstimate(
                "tier",
                OptionalDouble.of(elasticity),
                Optional.of(Interval.normal(elasticity, error, Interval.WIDE)),
                OptionalDouble.of(elasticity),
                OptionalDouble.of(error),
                Optional.of(Interval.normal(elasticity, error, Interval.WIDE)),
                100,
                ElasticityEstimate.Method.LOG_LOG,
                ElasticityEstimate.Evidence.STRONG,
                List.of(),
                Optional.empty()));
  }

  @Test
  void inelasticDemandBearsMoreElasticLess() {
    PricingStrategy up = DynamicPricingEngine.optimizePricing(TIER, elastic(-.4, .1));
    assertThat(up.recommended()).isCloseTo(12, within(.05));
    assertThat(up.binding()).contains(Binding.STEP);
    assertThat(up.chanceBetter()).isGreaterThan(.9);
    assertThat(up.after30().expected()).isPositive();
    assertThat(up.after90().expected()).isCloseTo(3 * up.after30().expected(), within(1e-6));
    PricingStrategy down = DynamicPricingEngine.optimizePricing(TIER, elastic(-2.5, .2));
    assertThat(down.recommended()).isLessThan(9);
  }

  @Test
  void withoutCostAnElasticityOfOneKeepsThePriceNearby() {
    PricingStrategy kept = DynamicPricingEngine.optimizePricing(TIER, elastic(-1, .05));
    assertThat(kept.recommended()).isBetween(9.0, 11.0);
  }

  @Test
  void costRaisesThePriceBecauseFewerSalesCostLess() {
    double without = DynamicPricingEngine.optimizePricing(TIER, elastic(-1.5, .1)).recommended();
    double with =
        DynamicPricingEngine.optimizePricing(TIER.withCosts(.1, .3, .15, 4), elastic(-1.5, .1))
            .recommended();
    assertThat(with).isGreaterThan(without);
  }

  @Test
  void everyConstraintIsKeptAndToldWhenItBinds() {
    PricingConstraints limits = PricingConstraints.around(10).withLargestStep(5).withRange(9, 10.5);
    PricingStrategy capped =
        DynamicPricingEngine.optimizePricing(TIER.withConstraints(limits), elastic(-.4, .1));
    assertThat(capped.recommended()).isCloseTo(10.5, within(.05));
    assertThat(capped.binding()).containsExactly(Binding.CEILING);
    PricingStrategy ended =
        DynamicPricingEngine.optimizePricing(
            TIER.withConstraints(limits.withRange(2, 40).withEndings(List.of(.99))),
            elastic(-.7, .1));
    assertThat(ended.recommended() % 1).isCloseTo(.99, within(1e-9));
    PricingStrategy early =
        DynamicPricingEngine.optimizePricing(TIER.withDaysSinceChange(3), elastic(-.4, .1));
    assertThat(early.recommended()).isEqualTo(10);
    assertThat(early.binding()).contains(Binding.CADENCE);
    assertThat(early.test()).isEmpty();
    PricingStrategy dear =
        DynamicPricingEngine.optimizePricing(
            TIER.withCosts(0, 0, 0, 7).withConstraints(limits.withRange(2, 40).withLeastMargin(.5)),
            elastic(-3, .1));
    assertThat(dear.prices()).allMatch(point -> point.price() == 10 || point.price() >= 14 - 1e-9);
  }

  @Test
  void theFrontHoldsWhatNothingBeatsInAllThree() {
    PricingStrategy told =
        DynamicPricingEngine.optimizePricing(
            TIER, elastic(-.6, .2).withCompetitors(List.of(9.0, 11.0)));
    List<PricePoint> front = told.prices().stream().filter(PricePoint::efficient).toList();
    assertThat(front).isNotEmpty().anyMatch(point -> point.price() == told.recommended());
    assertThat(told.prices())
        .isSortedAccordingTo((a, b) -> Double.compare(b.satisfaction(), a.satisfaction()))
        .isSortedAccordingTo((a, b) -> Double.compare(b.share(), a.share()));
    assertThat(told.test().orElseThrow().arms()).hasSizeBetween(2, 4);
  }

  @Test
  void subscribersWhoKeepTheirPriceDoNotCount() {
    CreatorProduct with = TIER.withSubscribers(300);
    double kept = DynamicPricingEngine.optimizePricing(with, elastic(-.4, .1)).after30().expected();
    double moved =
        DynamicPricingEngine.optimizePricing(
                with.withConstraints(PricingConstraints.around(10).withGrandfathered(false)),
                elastic(-.4, .1))
            .after30()
            .expected();
    assertThat(moved).isGreaterThan(2 * kept);
  }

  @Test
  void whenLittleIsKnownTheChanceSaysSo() {
    PricingStrategy vague = DynamicPricingEngine.optimizePricing(TIER, MarketContext.unknown());
    assertThat(vague.recommended()).isEqualTo(10);
    assertThat(vague.prices()).allMatch(point -> point.chanceBetter() < .8);
    assertThat(vague.test()).isPresent();
    PricingStrategy likely = DynamicPricingEngine.optimizePricing(TIER, elastic(-.6, .4));
    assertThat(likely.chanceBetter()).isBetween(.75, .99);
    assertThat(likely.after30().interval().lo()).isNegative();
  }

  @Test
  void productsThatCannotBePricedAreRefused() {
    assertThatThrownBy(() -> CreatorProduct.of("free", 0, 1)).hasMessageContaining("price (0.0)");
    assertThatThrownBy(() -> TIER.withCosts(.6, 0, .5, 0)).hasMessageContaining("feeShare (0.6)");
    assertThatThrownBy(() -> PricingConstraints.around(10).withRange(12, 8))
        .hasMessageContaining("floor (12.0)");
    assertThatThrownBy(() -> PricingConstraints.around(10).withEndings(List.of(1.5)))
        .hasMessageContaining("endings");
  }
}
