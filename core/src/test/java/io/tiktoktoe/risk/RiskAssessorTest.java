package io.tiktoktoe.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.answer.AmountUnit;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.metric.FanConcentration;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.outlook.Backtest;
import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.outlook.SamplePaths;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RiskAssessorTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

  private static IncomeHistory.Reversals reversals(int days, long gross, long refunds) {
    long[] back = new long[days];
    Arrays.fill(back, refunds);
    long[] paid = new long[days];
    Arrays.fill(paid, gross);
    long[] sales = new long[days];
    Arrays.fill(sales, 10);
    return new IncomeHistory.Reversals(paid, back, new long[days], sales);
  }

  private static Predictions predictions(SamplePaths first, SamplePaths second) {
    return new Predictions(
        FIRST.atStartOfDay(),
        Granularity.DAY,
        List.of(forecast("tips", first), forecast("subscriptions", second)),
        forecast("total", first.plus(second)),
        AmountUnit.NONE,
        new Provenance(Instant.EPOCH, "test", Map.of(), 1, "test"));
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

  private static SamplePaths normal(SplittableRandom random, double mean, double sd) {
    double[][] paths = new double[1_000][90];
    for (double[] path : paths) {
      double shift = sd * random.nextGaussian();
      for (int step = 0; step < path.length; step++) {
        path[step] = mean + shift + sd * random.nextGaussian();
      }
    }
    return SamplePaths.of(paths);
  }

  private static RiskInputs inputs(long[][] platforms, SplittableRandom random) {
    int days = platforms[0].length;
    long[] total = new long[days];
    for (long[] platform : platforms) {
      for (int day = 0; day < days; day++) {
        total[day] += platform[day];
      }
    }
    IncomeHistory history =
        IncomeHistory.of(
            FIRST,
            List.of("youtube", "twitch"),
            List.of("tips", "subscriptions"),
            platforms,
            new long[][] {total, new long[days]},
            reversals(days, 1_000, 10));
    return new RiskInputs(
        history,
        90,
        FanConcentration.NONE,
        List.of(),
        predictions(normal(random, 700, 300), normal(random, 300, 10)),
        Currency.getInstance("USD"));
  }

  private static long[] noisy(SplittableRandom random, int days, double mean) {
    long[] values = new long[days];
    for (int day = 0; day < days; day++) {
      values[day] = Math.round(mean * (1 + 0.3 * random.nextGaussian()));
    }
    return values;
  }

  @Test
  void onePlatformMakesTheLossAndTheAdvice() {
    SplittableRandom random = new SplittableRandom(1);
    RiskInputs inputs =
        inputs(new long[][] {noisy(random, 120, 900), noisy(random, 120, 100)}, random);
    RiskAssessment risk = RiskAssessor.assess(inputs, new SplittableRandom(1));
    PlatformStress worst = risk.stress().getFirst();
    assertThat(worst.platform()).isEqualTo("youtube");
    assertThat(worst.share()).isCloseTo(0.9, within(0.02));
    assertThat(worst.interval().contains(27_000)).isTrue();
    Concentration platforms = risk.concentrations().getFirst();
    assertThat(platforms.corrected()).isCloseTo(0.82, within(0.03));
    assertThat(platforms.effectiveSources()).isCloseTo(1 / platforms.index(), within(1e-12));
    assertThat(risk.mitigations())
        .extracting(Recommendation::topic)
        .contains("spread-platforms", "spread-streams", "reserve");
    assertThat(risk.mitigations()).allMatch(one -> one.interval().lo() > 0);
    assertThat(risk).isEqualTo(RiskAssessor.assess(inputs, new SplittableRandom(1)));
  }

  /** What is advised to put aside after this history, futures having so wide a spread. */
  private static List<Recommendation> reserve(int days, double spread) {
    SplittableRandom random = new SplittableRandom(6);
    RiskInputs inputs =
        inputs(new long[][] {noisy(random, days, 900), noisy(random, days, 100)}, random);
    SamplePaths futures = normal(random, 1_000, spread);
    return RiskAssessor.assess(
            new RiskInputs(
                inputs.history(),
                90,
                FanConcentration.NONE,
                List.of(),
                predictions(futures, normal(random, 0, 1)),
                Currency.getInstance("USD")),
            random)
        .mitigations()
        .stream()
        .filter(one -> one.advice() instanceof RiskAdvice.KeepReserve)
        .toList();
  }

  @Test
  void aReserveIsNoMoreThanAUsualMonthBringsAndNoneWhereNothingIsKnown() {
    Recommendation much = reserve(120, 5_000).getFirst();
    RiskAdvice.KeepReserve wide = (RiskAdvice.KeepReserve) much.advice();
    assertThat(wide.amount()).isCloseTo(30_000, within(2_000.0));
    assertThat(wide.shortfall()).isGreaterThan(100_000);
    // What a usual month brings is known from its weeks only.
    assertThat(much.interval().contains(much.expected())).isTrue();
    assertThat(much.interval().width()).isBetween(300.0, 6_000.0);
    RiskAdvice.KeepReserve calm = (RiskAdvice.KeepReserve) reserve(120, 100).getFirst().advice();
    assertThat(calm.amount()).isEqualTo(calm.shortfall()).isBetween(3_000.0, 8_000.0);
    assertThat(reserve(12, 100)).isEmpty();
  }

  @Test
  void tailsFollowTheFuturesOrderStatistics() {
    double[] outcomes = new double[1_000];
    for (int at = 0; at < outcomes.length; at++) {
      outcomes[at] = at + 1;
    }
    IncomeAtRisk risk =
        TailRisk.of(outcomes, Arrays.stream(outcomes).average().orElseThrow(), 0.95);
    assertThat(risk.expected()).isEqualTo(500.5);
    // At the place .05 x 1,001 of the ascending outcomes, as every quantile (decision 0100).
    assertThat(risk.floor()).isCloseTo(50.05, within(1e-9));
    assertThat(risk.valueAtRisk()).isCloseTo(450.45, within(1e-9));
    assertThat(risk.expectedShortfall()).isEqualTo(500.5 - 25.5);
    assertThat(
            TailRisk.of(outcomes, Arrays.stream(outcomes).average().orElseThrow(), 0.99)
                .expectedShortfall())
        .isEqualTo(500.5 - 5.5);
  }

  /** Intervals at 95% hold the truth in 95% of 400 draws; below 91.5% once in 1,000 runs. */
  @Test
  void tailIntervalsHoldTheTruth() {
    SplittableRandom random = new SplittableRandom(2);
    int quantile = 0;
    int shortfall = 0;
    for (int run = 0; run < 400; run++) {
      double[] outcomes = random.doubles(1_000).toArray();
      IncomeAtRisk risk =
          TailRisk.of(outcomes, Arrays.stream(outcomes).average().orElseThrow(), 0.95);
      double mean = risk.expected();
      quantile += risk.valueAtRiskInterval().contains(mean - 0.05) ? 1 : 0;
      shortfall += risk.expectedShortfallInterval().contains(mean - 0.025) ? 1 : 0;
    }
    assertThat(quantile / 400.0).isGreaterThan(0.915);
    assertThat(shortfall / 400.0).isGreaterThan(0.915);
  }

  /** The plain index of few sales is too high; corrected it is right on average. */
  @Test
  void fanIndexIsUnbiased() {
    SplittableRandom random = new SplittableRandom(3);
    double plain = 0;
    double corrected = 0;
    int runs = 500;
    for (int run = 0; run < runs; run++) {
      // 50 fans alike: the true index is 0.02. 100 sales of 1 to 9.
      double[] paid = new double[50];
      double[][] thirds = new double[50][3];
      long gross = 0;
      double squares = 0;
      for (int sale = 0; sale < 100; sale++) {
        int amount = 1 + random.nextInt(9);
        int fan = random.nextInt(50);
        paid[fan] += amount;
        thirds[fan][random.nextInt(3)] += amount;
        gross += amount;
        squares += amount * amount;
      }
      double fanSquares = 0;
      int fans = 0;
      for (double amount : paid) {
        fanSquares += amount * amount;
        fans += amount > 0 ? 1 : 0;
      }
      double variances = 0;
      for (int fan = 0; fan < 50; fan++) {
        for (double third : thirds[fan]) {
          variances += 1.5 * (third - paid[fan] / 3) * (third - paid[fan] / 3);
        }
      }
      Concentration index =
          ConcentrationIndex.of(
                  new FanConcentration(
                      fans,
                      100,
                      gross,
                      0,
                      fanSquares,
                      squares,
                      variances,
                      FanConcentration.Moments.NONE,
                      List.of()))
              .orElseThrow();
      plain += index.index() / runs;
      corrected += index.corrected() / runs;
    }
    assertThat(plain).isGreaterThan(0.03);
    assertThat(corrected).isCloseTo(0.02, within(0.005));
  }

  @Test
  void twoEqualPlatformsAreTwoEffectiveSources() {
    SplittableRandom random = new SplittableRandom(4);
    long[][] equal = {noisy(random, 90, 500), noisy(random, 90, 500)};
    Concentration index =
        ConcentrationIndex.of("platform", List.of("a", "b"), equal, 0, 90).orElseThrow();
    assertThat(index.effectiveSources()).isCloseTo(2, within(0.05));
    assertThat(index.interval().contains(0.5)).isTrue();
  }

  @Test
  void drawdownFindsPeakAndTrough() {
    long[] daily = new long[150];
    for (int day = 0; day < 150; day++) {
      daily[day] = day < 60 ? 100 : day < 100 ? 40 : 70;
    }
    IncomeHistory history =
        IncomeHistory.of(
            FIRST,
            List.of("youtube"),
            List.of("tips"),
            new long[][] {daily},
            new long[][] {daily},
            reversals(150, 100, 0));
    double[][] flat = new double[100][90];
    for (double[] path : flat) {
      Arrays.fill(path, 20);
    }
    Drawdown drawdown = Drawdowns.of(history, SamplePaths.of(flat)).orElseThrow();
    assertThat(drawdown.depth()).isCloseTo(0.6, within(1e-12));
    assertThat(drawdown.peak()).isEqualTo(FIRST.plusDays(29));
    assertThat(drawdown.trough()).isEqualTo(FIRST.plusDays(89));
    assertThat(drawdown.nowBelowPeak()).isCloseTo(0.3, within(1e-12));
    // All 100 futures fall, which is not certain.
    assertThat(drawdown.nextQuarter()).isCloseTo(100.5 / 101, within(1e-12));
  }

  /** METHODS 7: calibration error at most .02 when churn is steady; hazard inside its interval. */
  @Test
  void churnHazardIsCalibrated() {
    SplittableRandom random = new SplittableRandom(5);
    List<SubscriptionMovement> movements = new ArrayList<>();
    double daily = 0.004;
    long active = 0;
    for (int day = 0; day < 540; day++) {
      LocalDate date = FIRST.plusDays(day);
      long joined = day == 0 ? 2_000 : 4 + random.nextInt(9);
      long left = 0;
      for (long one = 0; one < active; one++) {
        left += random.nextDouble() < daily ? 1 : 0;
      }
      movements.add(movement(date, SubscriptionMovement.Kind.NEW, joined, 500 * joined));
      if (left > 0) {
        movements.add(movement(date, SubscriptionMovement.Kind.CHURN, left, -500 * left));
      }
      active += joined - left;
    }
    ChurnHazard churn = ChurnModel.of(movements, FIRST.plusDays(539)).orElseThrow();
    assertThat(churn.atRisk()).isEqualTo(active);
    assertThat(churn.monthlyAmount()).isEqualTo(500 * active);
    assertThat(churn.months()).isEqualTo(17);
    assertThat(churn.calibrationError()).isLessThanOrEqualTo(0.02);
    // 1,200 to 2,000 subscriptions of which 11% end: chance alone makes about .006.
    assertThat(churn.chanceError()).isBetween(0.004, 0.009);
    assertThat(churn.past()).hasSize(17);
    assertThat(churn.interval().contains(1 - Math.exp(-30 * daily))).isTrue();
  }

  @Test
  void nobodySubscribedMeansNoHazard() {
    assertThat(ChurnModel.of(List.of(), FIRST)).isEmpty();
  }

  @Test
  void nothingSentBackStillLeavesAnUpperEnd() {
    List<LossRate> rates = LossRates.of(reversals(90, 1_000, 0), 0, 90);
    assertThat(rates).hasSize(2);
    assertThat(rates.getFirst().rate()).isZero();
    // 900 sales without a refund: the rule of three.
    assertThat(rates.getFirst().interval().hi()).isCloseTo(3.0 / 900, within(1e-4));
    assertThat(LossRates.of(reversals(90, 1_000, 30), 0, 90).getFirst().rate()).isEqualTo(0.03);
    assertThat(LossRates.of(reversals(90, 0, 30), 0, 90)).isEmpty();
  }

  @Test
  void historyThatDoesNotFitIsRefused() {
    assertThatThrownBy(
            () ->
                IncomeHistory.of(
                    FIRST,
                    List.of("youtube", "twitch"),
                    List.of("tips"),
                    new long[][] {new long[3]},
                    new long[][] {new long[3]},
                    reversals(3, 1, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("byPlatform");
  }

  private static SubscriptionMovement movement(
      LocalDate day, SubscriptionMovement.Kind kind, long count, long amount) {
    return new SubscriptionMovement(day, kind, count, 0, amount);
  }
}
