package io.tiktoktoe.pricing.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.portfolio.DemandCell;
import io.tiktoktoe.pricing.portfolio.PricingFacts;
import io.tiktoktoe.pricing.portfolio.PricingOptions;
import io.tiktoktoe.pricing.portfolio.PricingOptions.SpecialWeeks;
import io.tiktoktoe.pricing.portfolio.ProductFacts;
import io.tiktoktoe.pricing.portfolio.ProductFacts.SoldOutWeek;
import io.tiktoktoe.pricing.portfolio.ProductPricing;
import io.tiktoktoe.pricing.portfolio.ProductPricing.Note;
import io.tiktoktoe.pricing.portfolio.RecentSales;
import io.tiktoktoe.work.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What moves demand beside the price is not taken for the price's work. All draws are fixed. */
class DemandControlsTest {

  private static final int WEEKS = 80;
  private static final double TRUTH = -1.5;

  private static final CreatorProfile CREATOR =
      new CreatorProfile("ada", ZoneOffset.UTC, Currency.getInstance("EUR"));

  /** Weekly sales at prices about 10. */
  private static final class Sales {
    final SplittableRandom random = new SplittableRandom(17);
    final List<DemandCell> cells = new ArrayList<>();

    /** Sales of a week whose demand is {@code times} the usual one. */
    void week(int week, double price, double times, boolean promoted) {
      double mean = 60 * times * Math.pow(price / 10, TRUTH);
      double bought = Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
      DemandCell cell = new DemandCell(week, "EUR", price, false, false, Double.NaN, bought);
      cells.add(promoted ? cell.underPromotion() : cell);
    }

    ProductFacts facts() {
      RecentSales recent = new RecentSales(90, 700, 0, 7_000, 700, 0, 0, 0, 700, 0, 0);
      return new ProductFacts(
          "mug", false, OptionalDouble.of(10), 200, cells, List.of(), List.of(), recent);
    }
  }

  private static ProductPricing told(ProductFacts product, SpecialWeeks... special) {
    PricingFacts facts =
        new PricingFacts(
            LocalDate.parse("2026-09-01"),
            Instant.parse("2026-09-01T12:00:00Z"),
            List.of(product),
            List.of(),
            List.of(),
            List.of());
    return DynamicPricingEngine.analyze(
            CREATOR,
            facts,
            PricingOptions.defaults().withSpecial(List.of(special)),
            Progress.SILENT)
        .products()
        .getFirst();
  }

  private static boolean holds(ProductPricing told) {
    return told.elasticity().interval().orElseThrow().contains(TRUTH);
  }

  @Test
  void daysSoldOutAreNotLowDemand() {
    Sales sales = new Sales();
    List<SoldOutWeek> soldOut = new ArrayList<>();
    for (int week = 0; week < WEEKS; week++) {
      double price = 10 * Math.exp(.15 * sales.random.nextGaussian());
      // What is cheap is gone after two days of seven.
      boolean gone = price < 9.5;
      sales.week(week, price, gone ? 2.0 / 7 : 1, false);
      if (gone) {
        soldOut.add(new SoldOutWeek(week, 5.0 / 7));
      }
    }
    ProductPricing blind = told(sales.facts());
    ProductPricing told = told(sales.facts().soldOutIn(soldOut));
    assertThat(holds(blind)).isFalse();
    assertThat(holds(told)).isTrue();
    assertThat(told.notes()).contains(Note.SOLD_OUT);
    assertThat(told.controls()).containsExactly("trend", "days sold out");
    assertThat(told.check().orElseThrow().agrees()).isTrue();
  }

  @Test
  void whatAPromotionBringsIsNotThePricesWork() {
    Sales said = new Sales();
    Sales unsaid = new Sales();
    for (Sales sales : List.of(said, unsaid)) {
      for (int week = 0; week < WEEKS; week++) {
        boolean promotion = week % 6 == 2;
        double price = (promotion ? 8.5 : 10) * Math.exp(.08 * sales.random.nextGaussian());
        sales.week(week, price, promotion ? 1.8 : 1, promotion && sales == said);
      }
    }
    assertThat(holds(told(unsaid.facts()))).isFalse();
    assertThat(holds(told(said.facts()))).isTrue();
    assertThat(told(said.facts()).controls()).containsExactly("trend", "promotions");
  }

  @Test
  void whatACampaignBringsIsNotThePricesWork() {
    Sales sales = new Sales();
    Map<Integer, Double> campaign = new HashMap<>();
    for (int week = 0; week < WEEKS; week++) {
      boolean runs = week % 13 < 3;
      sales.week(
          week,
          (runs ? 11 : 10) * Math.exp(.08 * sales.random.nextGaussian()),
          runs ? 1.7 : 1,
          false);
      if (runs) {
        campaign.put(week, 1.0);
      }
    }
    ProductPricing told = told(sales.facts(), new SpecialWeeks("campaign spring", campaign));
    assertThat(holds(told(sales.facts()))).isFalse();
    assertThat(holds(told)).isTrue();
    assertThat(told.controls()).containsExactly("trend", "campaign spring");
  }

  @Test
  void specialDaysThatWereSeenOnceAreToldTogether() {
    Sales sales = new Sales();
    for (int week = 0; week < WEEKS; week++) {
      sales.week(week, 10 * Math.exp(.1 * sales.random.nextGaussian()), 1, false);
    }
    ProductPricing told =
        told(
            sales.facts(),
            new SpecialWeeks("fair", Map.of(3, .3, 40, .3)),
            new SpecialWeeks("launch", Map.of(11, .1)),
            new SpecialWeeks("later", Map.of(WEEKS + 5, 1.0)),
            new SpecialWeeks("storm", Map.of(30, .1)));
    assertThat(told.controls()).containsExactly("trend", "fair", "other special days");
    assertThat(holds(told)).isTrue();
  }

  /** Fame comes and goes in a curve, and the price is set by it. */
  @Test
  void aCurveThatMovesPriceAndDemandIsFoundByTheCheck() {
    Sales sales = new Sales();
    for (int week = 0; week < WEEKS; week++) {
      double at = 2.0 * week / WEEKS - 1;
      double fame = 1 - at * at;
      double price = 10 * Math.exp(.25 * fame + .05 * sales.random.nextGaussian());
      sales.week(week, price, Math.exp(1.2 * fame), false);
    }
    ProductPricing told = told(sales.facts());
    ProductPricing.DoubleCheck check = told.check().orElseThrow();
    assertThat(check.interval().contains(TRUTH)).isTrue();
    assertThat(check.agrees()).as("a straight trend does not take a curve out").isFalse();
    assertThat(told.elasticity().own().orElseThrow()).isGreaterThan(TRUTH + .5);
    assertThat(holds(told)).as("what is told reaches over both").isTrue();
    assertThat(told.notes()).contains(Note.CONFOUNDED);
  }
}
