package io.tiktoktoe.risk.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.answer.AmountUnit;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.outlook.Backtest;
import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.risk.RiskAssessment;
import io.tiktoktoe.risk.exposure.ScenarioLoss.PartLoss;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExposureAssessorTest {

  private static final LocalDate START = LocalDate.parse("2026-03-01");
  private static final Currency EUR = Currency.getInstance("EUR");

  private static final RiskAssessment CALM =
      new RiskAssessment(
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of());

  /** Tips of 1000 a day on two platforms alike, advertising of 500 a day on the first, in USD. */
  private static final RiskFacts FACTS =
      new RiskFacts(
          List.of(
              new IncomePart("tiktok", Stream.TIPS, "EUR", 50_000, 45_000, 900, 90),
              new IncomePart("twitch", Stream.TIPS, "EUR", 50_000, 45_000, 900, 0),
              new IncomePart("tiktok", Stream.ADVERTISING, "USD", 45_000, 45_000, 0, 0)),
          List.of(),
          List.of(),
          List.of(),
          90);

  private static Predictions predictions(double tips, double advertising) {
    SplittableRandom random = new SplittableRandom(7);
    SamplePaths first = paths(tips, random);
    SamplePaths second = paths(advertising, random);
    return new Predictions(
        START.atStartOfDay(),
        Granularity.DAY,
        List.of(forecast("tips", first), forecast("advertising", second)),
        forecast("total", first.plus(second)),
        AmountUnit.NONE,
        new Provenance(Instant.EPOCH, "test", Map.of(), 1, "test"));
  }

  private static SamplePaths paths(double mean, SplittableRandom random) {
    double[][] paths = new double[500][90];
    for (double[] path : paths) {
      double shift = 0.2 * mean * random.nextGaussian();
      Arrays.setAll(path, day -> mean + shift + 0.3 * mean * random.nextGaussian());
    }
    return SamplePaths.of(paths);
  }

  private static Forecast forecast(String id, SamplePaths paths) {
    return new Forecast(
        id,
        List.of(),
        List.of(),
        List.of(),
        Forecast.Basis.HISTORY,
        Backtest.NONE,
        Explanation.NONE,
        paths);
  }

  private static RiskExposures assess(RiskFacts facts, Predictions predictions, String... told) {
    return ExposureAssessor.assess(
        facts,
        predictions,
        CALM,
        EUR,
        Arrays.stream(told).map(ScenarioText::parse).toList(),
        CashPlan.NONE,
        new SplittableRandom(1));
  }

  private static ScenarioLoss loss(String told) {
    return assess(FACTS, predictions(1_000, 500), told).scenarios().getFirst();
  }

  @Test
  void theWholeIsTheSumOfItsPartsWhateverTheirOrder() {
    String[] parts = {
      "platform tiktok closes from 2026-03-11",
      "ads -30%",
      "currency USD -20%",
      "refunds doubled",
      "tips x0.9 until 2026-04-30"
    };
    ScenarioLoss one = loss(String.join("; ", parts));
    ScenarioLoss other = loss(String.join("; ", parts[4], parts[2], parts[0], parts[1], parts[3]));
    double sum = one.parts().stream().mapToDouble(PartLoss::loss).sum();
    double sum30 = one.parts().stream().mapToDouble(PartLoss::loss30).sum();
    assertThat(sum).isCloseTo(one.loss(), within(1e-9 * one.loss()));
    assertThat(sum30).isCloseTo(one.loss30(), within(1e-9 * one.loss30()));
    assertThat(other.loss()).isCloseTo(one.loss(), within(1e-9 * one.loss()));
    for (PartLoss part : one.parts()) {
      assertThat(other.parts())
          .filteredOn(same -> same.part().equals(part.part()))
          .singleElement()
          .satisfies(same -> assertThat(same.loss()).isCloseTo(part.loss(), within(1e-6)));
    }
    assertThat(one.interval().contains(one.loss())).isTrue();
    assertThat(one.floor()).isLessThan(one.floorBefore());
  }

  @Test
  void eachPartAloneCostsWhatItHits() {
    double mean = loss("ads lost").loss30();
    assertThat(loss("ads -30%").loss30()).isCloseTo(0.3 * mean, within(1e-6 * mean));
    assertThat(loss("currency USD lost").loss30()).isCloseTo(mean, within(1e-9 * mean));
    double tips = loss("tips lost").loss30();
    assertThat(loss("platform twitch closes").loss30()).isCloseTo(tips / 2, within(1e-6 * tips));
    assertThat(loss("platform TikTok closes").loss30())
        .isCloseTo(tips / 2 + mean, within(1e-6 * tips));
    // 1,800 of refunds in 90 days: 20 a day.
    assertThat(loss("refunds doubled").loss30()).isCloseTo(600, within(1e-9));
    assertThat(loss("refunds -100%").loss30()).isCloseTo(-600, within(1e-9));
    assertThat(loss("chargebacks x3").loss()).isCloseTo(180, within(1e-9));
    assertThat(loss("tips -50% from 2026-04-01").loss30()).isZero();
  }

  /** Who sells more has more to give back: what goes back is known to the cent in no future. */
  @Test
  void reversalsThatGrowVaryWithTheIncome() {
    ScenarioLoss refunds = loss("refunds doubled");
    assertThat(refunds.interval30().contains(refunds.loss30())).isTrue();
    assertThat(refunds.interval30().width()).isGreaterThan(0.3 * refunds.loss30());
    assertThat(refunds.interval().width()).isGreaterThan(0.3 * refunds.loss());
    assertThat(refunds.expected() + refunds.loss30())
        .isCloseTo(loss("refunds x1").expected(), within(1e-6));
  }

  @Test
  void whatIsNotThereIsRefusedWithWhatIs() {
    assertThatThrownBy(() -> loss("platform myspace closes"))
        .hasMessageContaining("platform myspace, which brought nothing in the last 90 days")
        .hasMessageContaining("There are: tiktok, twitch");
    assertThatThrownBy(() -> loss("stream podcasts lost"))
        .hasMessageContaining("tips, subscriptions");
    assertThatThrownBy(() -> loss("currency GBP -20%")).hasMessageContaining("There is: USD");
    assertThatThrownBy(() -> loss("currency EUR -20%"))
        .hasMessageContaining("EUR, in which the report is")
        .hasMessageContaining("Name another: USD");
  }

  @Test
  void daysThatAreNotForecastAreRefused() {
    assertThatThrownBy(() -> loss("ads lost from 2026-02-01"))
        .hasMessageContaining("in the past: the first day that is forecast is 2026-03-01");
    assertThatThrownBy(() -> loss("ads lost until 2026-02-01")).hasMessageContaining("in the past");
    assertThatThrownBy(() -> loss("ads lost from 2026-09-01"))
        .hasMessageContaining("after 2026-05-29, the last day");
  }

  @Test
  void withoutIncomeOnlyTheUntoldIsAnswered() {
    Predictions nothing =
        new Predictions(
            START.atStartOfDay(),
            Granularity.DAY,
            List.of(),
            forecast("total", SamplePaths.of(new double[0][])),
            AmountUnit.NONE,
            new Provenance(Instant.EPOCH, "test", Map.of(), 1, "test"));
    RiskExposures calm = assess(RiskFacts.NONE, nothing);
    assertThat(calm.shocks()).isEmpty();
    assertThat(calm.content()).isEmpty();
    assertThat(calm.actions()).isEmpty();
    assertThatThrownBy(() -> assess(RiskFacts.NONE, nothing, "ads lost"))
        .hasMessageContaining("there is no income to forecast");
  }

  /** Months in which more went back than came in: what is lost is a gain, and nothing breaks. */
  @Test
  void negativeIncomeIsHeldByItsGross() {
    RiskFacts refunded =
        new RiskFacts(
            List.of(new IncomePart("shop", Stream.TIPS, "EUR", 9_000, -900, 9_900, 0)),
            List.of(),
            List.of(),
            List.of(),
            90);
    ScenarioLoss loss =
        assess(refunded, predictions(-10, 0), "platform shop closes").scenarios().getFirst();
    assertThat(loss.loss30()).isCloseTo(-300, within(30.0));
    assertThat(loss.expected()).isCloseTo(0, within(1e-6));
    ScenarioLoss more =
        assess(refunded, predictions(-10, 0), "refunds doubled").scenarios().getFirst();
    assertThat(more.loss30()).isCloseTo(3_300, within(1e-6));
  }

  @Test
  void lateMoneyMakesSpendingShort() {
    double[] earned = new double[30];
    Arrays.fill(earned, 100);
    CashPlan late =
        new CashPlan(
            0, 30, List.of(new PlannedSpending(START.plusDays(9), "camera", 5_000)), earned);
    Liquidity liquidity = liquidity(late);
    // Ten days of what was earned before: 1,000 against 5,000, in every future.
    assertThat(liquidity.chance()).isGreaterThan(0.99).isLessThan(1);
    assertThat(liquidity.needed()).isCloseTo(4_000, within(1e-6));
    assertThat(liquidity.first()).contains(START.plusDays(9));
    CashPlan rich =
        new CashPlan(
            4_100, 30, List.of(new PlannedSpending(START.plusDays(9), "camera", 5_000)), earned);
    assertThat(liquidity(rich).chance()).isLessThan(0.01).isPositive();
    assertThat(liquidity(rich).first()).isEmpty();
    CashPlan past =
        new CashPlan(0, 30, List.of(new PlannedSpending(START.minusDays(1), "rent", 1)), earned);
    assertThatThrownBy(() -> liquidity(past))
        .hasMessageContaining("2026-02-28 (rent) must lie between 2026-03-01 and 2026-05-29");
  }

  private static Liquidity liquidity(CashPlan plan) {
    return ExposureAssessor.assess(
            FACTS, predictions(1_000, 500), CALM, EUR, List.of(), plan, new SplittableRandom(1))
        .liquidity()
        .orElseThrow();
  }

  @Test
  void currencyRiskFollowsTheRates() {
    SplittableRandom random = new SplittableRandom(3);
    double[] weekly = new double[101];
    weekly[0] = 1;
    for (int week = 1; week < weekly.length; week++) {
      weekly[week] = weekly[week - 1] * Math.exp(0.01 * random.nextGaussian());
    }
    RiskFacts facts =
        new RiskFacts(
            FACTS.parts(), List.of(), List.of(new CurrencyRates("USD", weekly)), List.of(), 90);
    CurrencyRisk usd = assess(facts, predictions(1_000, 500)).currencies().getFirst();
    assertThat(usd.income()).isCloseTo(15_000, within(1e-9));
    assertThat(usd.deviation()).isCloseTo(0.01 * Math.sqrt(30 / 7.0), within(0.004));
    assertThat(usd.interval().contains(usd.atRisk())).isTrue();
    assertThat(usd.interval().width()).isPositive();
    CurrencyRisk unknown = assess(FACTS, predictions(1_000, 500)).currencies().getFirst();
    assertThat(unknown.atRisk()).isNaN();
    assertThat(unknown.interval().hi()).isEqualTo(unknown.income());
  }

  @Test
  void oneHitThatCarriesAllIsNamed() {
    RiskFacts facts =
        new RiskFacts(
            FACTS.parts(),
            List.of(new ContentIncome("hit", 9_000, 9_000), new ContentIncome("other", 1, 1_000)),
            List.of(),
            List.of(),
            90);
    RiskExposures exposures = assess(facts, predictions(1_000, 500));
    ContentRisk risk = exposures.content().orElseThrow();
    assertThat(exposures.actions())
        .filteredOn(one -> one.risk().equals("content hit"))
        .hasSize(3)
        .allMatch(one -> one.interval().contains(one.removed()) && one.cost() > 0);
    assertThat(risk.top()).isEqualTo("hit");
    assertThat(risk.topShare()).isEqualTo(0.9);
    assertThat(risk.index()).isCloseTo(0.82, within(1e-12));
    assertThat(risk.loss()).isEqualTo(3_000);
    RiskFacts alone =
        new RiskFacts(List.of(), List.of(new ContentIncome("one", 5, 0)), List.of(), List.of(), 90);
    ContentRisk one = assess(alone, predictions(1, 1)).content().orElseThrow();
    assertThat(one.measure()).isEqualTo("views");
    assertThat(one.interval().width()).isEqualTo(1);
  }
}
