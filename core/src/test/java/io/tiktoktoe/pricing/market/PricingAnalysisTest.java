package io.tiktoktoe.pricing.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.ElasticityEstimate.Evidence;
import io.tiktoktoe.pricing.portfolio.DemandCell;
import io.tiktoktoe.pricing.portfolio.MarketPrice;
import io.tiktoktoe.pricing.portfolio.MarketPrice.WeekPrice;
import io.tiktoktoe.pricing.portfolio.PriceLimits;
import io.tiktoktoe.pricing.portfolio.PricingFacts;
import io.tiktoktoe.pricing.portfolio.PricingInsights;
import io.tiktoktoe.pricing.portfolio.PricingInsights.TierPlan;
import io.tiktoktoe.pricing.portfolio.PricingOptions;
import io.tiktoktoe.pricing.portfolio.PricingOptions.CountryFactor;
import io.tiktoktoe.pricing.portfolio.ProductFacts;
import io.tiktoktoe.pricing.portfolio.ProductPricing;
import io.tiktoktoe.pricing.portfolio.ProductPricing.Basis;
import io.tiktoktoe.pricing.portfolio.ProductPricing.Note;
import io.tiktoktoe.pricing.portfolio.RecentSales;
import io.tiktoktoe.work.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Prices of made products whose truth is known. All draws are fixed: nothing fails by chance. */
class PricingAnalysisTest {

  private static final int WEEKS = 40;

  private static final CreatorProfile CREATOR =
      new CreatorProfile("ada", ZoneOffset.UTC, Currency.getInstance("EUR"));

  private static final LocalDate DAY = LocalDate.parse("2026-09-01");

  /** Sales as {@code days} of 90 had them, fees a tenth. */
  private static RecentSales selling(double buyers, double price, double subscribers) {
    double gross = buyers * price;
    return new RecentSales(90, buyers, 0, gross, gross / 10, 0, 0, 0, buyers, subscribers, 6);
  }

  private static ProductFacts facts(
      String name, boolean recurring, double price, List<DemandCell> demand, RecentSales recent) {
    return new ProductFacts(
        name, recurring, OptionalDouble.of(price), 200, demand, List.of(), List.of(), recent);
  }

  /** Persons whose willingness is lognormal about {@code median}, in a test of four prices. */
  private static List<DemandCell> drawn(double median, double spread, int each, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<DemandCell> cells = new ArrayList<>();
    for (int week = 0; week < 10; week++) {
      for (double price : new double[] {8, 10, 12, 14.5}) {
        int bought = 0;
        for (int person = 0; person < each / 10; person++) {
          bought += median * Math.exp(spread * random.nextGaussian()) >= price ? 1 : 0;
        }
        cells.add(new DemandCell(week, "EUR", price, true, week % 2 == 0, each / 10, bought));
      }
    }
    return cells;
  }

  private static List<DemandCell> sold(double[] prices, double level, double slope) {
    List<DemandCell> cells = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(3);
    for (int week = 0; week < prices.length; week++) {
      double mean = level * Math.pow(prices[week] / 10, slope);
      double bought = Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
      cells.add(new DemandCell(week, "EUR", prices[week], false, false, Double.NaN, bought));
    }
    return cells;
  }

  private static PricingInsights of(PricingOptions options, ProductFacts... products) {
    return of(options, List.of(), products);
  }

  private static PricingInsights of(
      PricingOptions options, List<MarketPrice> market, ProductFacts... products) {
    PricingFacts facts =
        new PricingFacts(
            DAY,
            Instant.parse("2026-09-01T12:00:00Z"),
            List.of(products),
            List.of(),
            market,
            List.of());
    return DynamicPricingEngine.analyze(CREATOR, facts, options, Progress.SILENT);
  }

  private static ProductPricing one(ProductFacts product) {
    return of(PricingOptions.defaults(), product).products().getFirst();
  }

  @Test
  void whatChanceDrewIsLearnedFromAndEachRowIsHeardOnce() {
    ProductPricing told = one(facts("tier", true, 10, drawn(5, .5, 4_000, 1), selling(90, 10, 60)));
    assertThat(told.basis()).isEqualTo(Basis.DRAWN_PRICES);
    assertThat(told.notes()).doesNotContain(Note.NOT_DRAWN, Note.FEW_BUYERS);
    // At 10 the elasticity of a lognormal of median 5 and spread .5 is -3.7, and more above.
    assertThat(told.elasticity().elasticity().orElseThrow()).isBetween(-4.6, -3.2);
    var strategy = told.strategy().orElseThrow();
    assertThat(strategy.recommended()).isEqualTo(8);
    assertThat(strategy.chanceBetter()).isGreaterThan(.95);
    // The share that buys at 10 is .083.
    assertThat(strategy.willingness().shown())
        .filteredOn(point -> point.price() == 10)
        .allMatch(point -> point.band().contains(.083));
    assertThat(told.segments()).hasSize(2);
  }

  @Test
  void aPriceThatNeverChangedSaysSoAndAdvisesATest() {
    double[] prices = new double[WEEKS];
    java.util.Arrays.fill(prices, 10);
    ProductPricing told = one(facts("tier", false, 10, sold(prices, 20, -2), selling(200, 10, 0)));
    assertThat(told.elasticity().evidence()).isEqualTo(Evidence.PRICE_NEVER_CHANGED);
    assertThat(told.notes()).contains(Note.PRICE_NEVER_CHANGED, Note.NOT_DRAWN);
    assertThat(told.strategy().orElseThrow().recommended()).isEqualTo(10);
    assertThat(told.strategy().orElseThrow().test()).isPresent();
  }

  @Test
  void aPriceThatFollowsTimeIsNoEvidence() {
    double[] prices = new double[WEEKS];
    for (int week = 0; week < WEEKS; week++) {
      prices[week] = 10 * Math.exp(.005 * week);
    }
    ProductPricing told = one(facts("tier", false, 12, sold(prices, 20, -2), selling(200, 12, 0)));
    assertThat(told.elasticity().evidence()).isEqualTo(Evidence.PRICE_FOLLOWS_CONTROLS);
    assertThat(told.notes()).contains(Note.PRICE_FOLLOWS_TIME);
  }

  @Test
  void aFreeProductAndOneWithoutAPriceAreToldAndNotPriced() {
    List<DemandCell> free = List.of(new DemandCell(1, "EUR", 0, false, false, 40, 12));
    ProductPricing told = one(facts("badge", false, 0, free, RecentSales.none(90)));
    assertThat(told.strategy()).isEmpty();
    assertThat(told.notes()).containsExactly(Note.FREE);
    ProductFacts none =
        new ProductFacts(
            "idea",
            false,
            OptionalDouble.empty(),
            365,
            List.of(),
            List.of(),
            List.of(),
            RecentSales.none(90));
    assertThat(one(none).notes()).containsExactly(Note.NO_PRICE);
  }

  @Test
  void oneObservationIsNoCertainty() {
    List<DemandCell> cells = List.of(new DemandCell(1, "EUR", 10, false, false, Double.NaN, 1));
    ProductPricing told = one(facts("mug", false, 10, cells, selling(1, 10, 0)));
    var strategy = told.strategy().orElseThrow();
    assertThat(strategy.recommended()).isEqualTo(10);
    assertThat(strategy.willingness().interval().width()).isGreaterThan(10);
    assertThat(told.notes()).contains(Note.FEW_BUYERS);
  }

  @Test
  void refundsAboveSalesLeaveNoSales() {
    RecentSales recent = new RecentSales(90, 3, 0, 30, 3, 0, 70, 6, 3, 0, 0);
    List<DemandCell> cells = List.of(new DemandCell(1, "EUR", 10, false, false, Double.NaN, 3));
    ProductPricing told = one(facts("mug", false, 10, cells, recent));
    assertThat(recent.dailySales()).isZero();
    assertThat(told.notes()).contains(Note.RETURNS_ABOVE_SALES);
    assertThat(told.strategy().orElseThrow().after30().expected()).isZero();
  }

  @Test
  void oneWhoBuysAgainAndAgainIsTold() {
    RecentSales recent = new RecentSales(90, 40, 10_000, 9_000, 0, 0, 0, 0, 10_040, 0, 0);
    double[] prices = {10, 10, 9, 11, 10, 9};
    assertThat(one(facts("mug", false, 10, sold(prices, 8, -1), recent)).notes())
        .contains(Note.REPEATED_BUYERS);
  }

  @Test
  void tiersTakeBuyersFromEachOtherAndKeepTheirOrder() {
    PricingInsights told =
        of(
            PricingOptions.defaults(),
            facts("basic", true, 10, drawn(8, .5, 2_000, 1), selling(90, 10, 60)),
            facts("plus", true, 14.5, drawn(11, .5, 2_000, 2), selling(40, 14.5, 30)),
            facts("mug", false, 10, drawn(9, .6, 800, 3), selling(30, 10, 0)));
    TierPlan plan = told.together().orElseThrow();
    assertThat(plan.tiers()).hasSize(2);
    assertThat(plan.tiers().get(0).together()).isLessThanOrEqualTo(plan.tiers().get(1).together());
    assertThat(plan.tiers()).allMatch(tier -> tier.taken() > .02 && tier.taken() < 1);
    assertThat(plan.interval().contains(plan.gain30())).isTrue();
    assertThat(plan.chanceBetter()).isBetween(.01, .995);
  }

  @Test
  void goodsMayBeBundled() {
    PricingInsights told =
        of(
            PricingOptions.defaults(),
            facts("mug", false, 10, drawn(9, .6, 2_000, 3), selling(60, 10, 0)),
            facts("poster", false, 10, drawn(9, .6, 2_000, 4), selling(60, 10, 0)));
    assertThat(told.bundles()).hasSize(1);
    assertThat(told.bundles().getFirst().price()).isBetween(10.0, 20.0);
    assertThat(told.bundles().getFirst().interval().width()).isPositive();
  }

  @Test
  void constraintsEndingsAndLaddersHold() {
    PriceLimits limits =
        new PriceLimits(
            OptionalDouble.of(9),
            OptionalDouble.of(11),
            OptionalDouble.empty(),
            OptionalDouble.of(.5),
            OptionalInt.empty(),
            List.of(.99),
            Optional.of(true));
    PricingInsights told =
        of(
            PricingOptions.defaults()
                .withLimits(limits)
                .withLadder(List.of(new CountryFactor("IN", .4), new CountryFactor("CH", 1.05))),
            facts("tier", true, 10, drawn(5, .5, 4_000, 1), selling(90, 10, 60)));
    ProductPricing tier = told.products().getFirst();
    assertThat(tier.strategy().orElseThrow().recommended()).isEqualTo(9.99);
    assertThat(tier.strategy().orElseThrow().binding()).isNotEmpty();
    assertThat(tier.ladder()).allMatch(one -> one.price() >= 9 && one.price() <= 11);
    assertThatThrownBy(() -> new CountryFactor("IN", 0)).hasMessageContaining("factor (0.0) of IN");
  }

  @Test
  void competitorsMoveWillingnessAndTheirPricesHaveACrossEffect() {
    double[] prices = new double[WEEKS];
    List<WeekPrice> rival = new ArrayList<>();
    List<DemandCell> cells = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(9);
    for (int week = 0; week < WEEKS; week++) {
      prices[week] = 8 + 4 * random.nextDouble();
      double other = 7 + 6 * random.nextDouble();
      rival.add(new WeekPrice(week, other));
      double mean = 60 * Math.pow(prices[week] / 10, -2) * Math.pow(other / 10, 1.2);
      cells.add(
          new DemandCell(week, "EUR", prices[week], false, false, Double.NaN, Math.rint(mean)));
    }
    MarketPrice named = new MarketPrice("bob", "bob's tier", Optional.empty(), rival, 0);
    PricingInsights told =
        of(
            PricingOptions.defaults(),
            List.of(named),
            facts("tier", false, 10, cells, selling(700, 10, 0)));
    var substitute = told.substitutes().getFirst();
    assertThat(substitute.competitor()).contains("bob");
    assertThat(substitute.interval().orElseThrow().contains(1.2)).isTrue();
    assertThat(substitute.cross().orElseThrow()).isBetween(.8, 1.6);
  }

  @Test
  void theAnswerIsTheSameOnAnyNumberOfThreadsAndOfOneProductAlone() {
    ProductFacts[] products = {
      facts("basic", true, 10, drawn(8, .5, 400, 1), selling(90, 10, 60)),
      facts("plus", true, 14.5, drawn(11, .5, 400, 2), selling(40, 14.5, 30))
    };
    PricingOptions many =
        new PricingOptions(
            Optional.empty(), PriceLimits.none(), Map.of(), List.of(), List.of(), 7, 3);
    PricingInsights told = of(PricingOptions.defaults(), products);
    assertThat(of(many, products)).isEqualTo(told);
    assertThat(of(PricingOptions.defaults().ofProduct("plus"), products).products())
        .containsExactly(told.products().get(1));
  }
}
