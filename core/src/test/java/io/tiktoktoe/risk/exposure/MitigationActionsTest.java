package io.tiktoktoe.risk.exposure;

import static org.assertj.core.api.Assertions.assertThat;
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
import io.tiktoktoe.risk.LossRate;
import io.tiktoktoe.risk.RiskAssessment;
import io.tiktoktoe.risk.exposure.MitigationAction.Reason;
import io.tiktoktoe.risk.exposure.MitigationAction.Unknown;
import io.tiktoktoe.stats.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Mitigations against reversals, shocks and currencies over paths whose law is known. */
class MitigationActionsTest {

  /** Of 90 days: half of the tips and all advertising on tiktok, the latter in dollars. */
  private static final RiskFacts FACTS =
      new RiskFacts(
          List.of(
              new IncomePart("tiktok", Stream.TIPS, "EUR", 50_000, 45_000, 0, 0),
              new IncomePart("twitch", Stream.TIPS, "EUR", 50_000, 45_000, 0, 0),
              new IncomePart("tiktok", Stream.ADVERTISING, "USD", 45_000, 45_000, 0, 0)),
          List.of(),
          List.of(),
          List.of(),
          90);

  private static MitigationActions actions(Predictions predictions) {
    return new MitigationActions(FACTS, predictions, new SplittableRandom(5));
  }

  private static Predictions predictions(int count) {
    SplittableRandom random = new SplittableRandom(7);
    SamplePaths tips = paths(count, 1_000, random);
    SamplePaths advertising = paths(count, 500, random);
    return new Predictions(
        LocalDate.parse("2026-03-01").atStartOfDay(),
        Granularity.DAY,
        List.of(forecast("tips", tips), forecast("advertising", advertising)),
        forecast("total", count == 0 ? tips : tips.plus(advertising)),
        AmountUnit.NONE,
        new Provenance(Instant.EPOCH, "test", Map.of(), 1, "test"));
  }

  private static SamplePaths paths(int count, double mean, SplittableRandom random) {
    double[][] paths = new double[count][30];
    for (double[] path : paths) {
      double shift = 0.1 * mean * random.nextGaussian();
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

  private static Interval interval(double lo, double hi) {
    return new Interval(lo, hi, Interval.WIDE);
  }

  private static ShockRisk shock(ShockRisk.Kind kind, int falls, double fall) {
    return new ShockRisk(
        kind,
        kind == ShockRisk.Kind.DEMONETISATION ? "" : "tiktok",
        falls,
        6,
        0.1,
        0.3,
        interval(0.15, 0.5),
        fall,
        interval(0.2, 0.45),
        1,
        1);
  }

  private static MitigationActions reversals(LossRate... losses) {
    MitigationActions all = actions(predictions(2_000));
    all.add(
        new RiskAssessment(
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(losses),
            List.of()),
        List.of(),
        Optional.empty(),
        Optional.empty());
    return all;
  }

  /** .0717 of months have one, half a month long on average, of about .31 of 30,000. */
  @Test
  void whatMovesAwayFromAPlatformIsNotHitThere() {
    MitigationActions all = actions(predictions(2_000));
    all.add(List.of(shock(ShockRisk.Kind.ALGORITHM, 3, 0.3)));

    assertThat(all.actions()).hasSize(3);
    MitigationAction tenth = all.actions().getFirst();
    double months = 1 - Math.pow(0.7, 1.0 / 3);
    assertThat(tenth.expected()).isCloseTo(0.1 * months * 0.5 * 0.31 * 30_000, within(12.0));
    assertThat(tenth.removed()).isGreaterThan(tenth.expected());
    assertThat(tenth.interval().lo()).isPositive();
    assertThat(tenth.interval().contains(tenth.removed())).isTrue();
    assertThat(tenth.interval().width()).isPositive();
    assertThat(tenth.cost()).isCloseTo(1_500, within(75.0));
    assertThat(all.actions().getLast().removed()).isGreaterThan(2 * tenth.removed());
  }

  @Test
  void clearedRightsHalveClaims() {
    MitigationActions all = actions(predictions(2_000));
    all.add(List.of(shock(ShockRisk.Kind.DEMONETISATION, 2, 0.3)));

    MitigationAction clear = all.actions().getFirst();
    assertThat(clear.action()).isEqualTo("clear rights first");
    double months = 1 - Math.pow(0.7, 1.0 / 3);
    assertThat(clear.expected()).isCloseTo(0.5 * months * 0.5 * 0.31 * 15_000, within(40.0));
  }

  @Test
  void whatWasNeverSeenOrHardlyCouldBeIsNotKnown() {
    MitigationActions all = actions(predictions(500));
    all.add(
        List.of(
            shock(ShockRisk.Kind.ALGORITHM, 0, 0.3), shock(ShockRisk.Kind.POLICY, 0, Double.NaN)));
    assertThat(all.actions()).isEmpty();
    assertThat(all.unknown())
        .containsExactly(
            new Unknown("tiktok shows to fewer", Reason.TOO_FEW_SEEN),
            new Unknown("tiktok pays less for ads", Reason.NONE_SEEN));

    MitigationActions blind = actions(predictions(0));
    blind.add(List.of(shock(ShockRisk.Kind.ALGORITHM, 3, 0.3)));
    assertThat(blind.unknown().getFirst().reason()).isEqualTo(Reason.NO_FORECAST);
  }

  /** A tenth of 5%, half of 2%, of what is sold in 30 days: a third of 145,000. */
  @Test
  void whatGoesBackLessIsKept() {
    MitigationActions all =
        reversals(
            new LossRate("refunds", 7_250, 145_000, 0.05, interval(0.04, 0.06)),
            new LossRate("chargebacks", 2_900, 145_000, 0.02, interval(0.012, 0.028)));

    MitigationAction refunds = all.actions().get(0);
    assertThat(refunds.risk()).isEqualTo("refunds");
    assertThat(refunds.expected()).isCloseTo(0.1 * 0.05 * 145_000 / 3, within(3.0));
    // Bad months sell less, so less goes back.
    assertThat(refunds.removed()).isBetween(0.5 * refunds.expected(), refunds.expected());
    assertThat(refunds.interval().contains(refunds.removed())).isTrue();
    assertThat(refunds.interval().width()).isPositive();
    MitigationAction checks = all.actions().get(1);
    assertThat(checks.expected()).isCloseTo(0.5 * 0.02 * 145_000 / 3, within(6.0));
    assertThat(checks.cost()).isCloseTo(0.005 * 145_000 / 3, within(1e-6));
  }

  @Test
  void reversalsThatHardlyHappenedCarryNoAdvice() {
    MitigationActions all =
        reversals(
            new LossRate("refunds", 0, 145_000, 0, interval(0, 0.01)),
            new LossRate("chargebacks", 100, 145_000, 0.0007, interval(0, 0.002)));
    assertThat(all.actions()).isEmpty();
    assertThat(all.unknown())
        .containsExactly(
            new Unknown("refunds", Reason.NONE_SEEN),
            new Unknown("chargebacks", Reason.TOO_FEW_SEEN),
            new Unknown("failure of a payment provider", Reason.NO_SUCH_EVENT));
  }

  /** A forward takes the moves out of a third of the income; its mean hardly changes. */
  @Test
  void aForwardTakesTheMovesOut() {
    MitigationActions all = actions(predictions(2_000));
    all.add(
        new RiskAssessment(
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of()),
        List.of(
            new CurrencyRisk("USD", 15_000, 0.33, 0.1, 2_275, interval(1_900, 2_800), 100),
            new CurrencyRisk("GBP", 100, 0.01, Double.NaN, Double.NaN, interval(0, 100), 3)),
        Optional.empty(),
        Optional.empty());
    MitigationAction forward = all.actions().getFirst();
    assertThat(forward.expected()).isCloseTo(-0.005 * 15_000, within(80.0));
    assertThat(forward.removed()).isBetween(300.0, 2_275.0);
    assertThat(forward.interval().contains(forward.removed())).isTrue();
    assertThat(all.unknown()).contains(new Unknown("currency GBP", Reason.TOO_FEW_SEEN));
  }
}
