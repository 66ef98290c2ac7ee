package io.tiktoktoe.service.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.answer.Message;
import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.outlook.WhatIf;
import io.tiktoktoe.revenue.insight.ChangeDrivers;
import io.tiktoktoe.revenue.insight.ChangeExplanation;
import io.tiktoktoe.revenue.insight.ChangeFact;
import io.tiktoktoe.revenue.insight.ChangeLine;
import io.tiktoktoe.revenue.insight.Completeness;
import io.tiktoktoe.revenue.insight.Contribution;
import io.tiktoktoe.revenue.insight.Dimension;
import io.tiktoktoe.revenue.insight.IncomeTrend;
import io.tiktoktoe.revenue.insight.RevenueAdvice;
import io.tiktoktoe.revenue.insight.RevenueAnomaly;
import io.tiktoktoe.risk.ChurnHazard;
import io.tiktoktoe.risk.Drawdown;
import io.tiktoktoe.risk.RiskAdvice;
import io.tiktoktoe.series.anomaly.ScoredPoint;
import io.tiktoktoe.stats.Interval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordingTest {

  private static final Wording DOLLARS = Wording.in(Currency.getInstance("USD"));

  @Test
  void adviceOnRevenueIsSaidWithItsEvidence() {
    AdviceText hours =
        said(new RevenueAdvice.StrongHours(Optional.of(DayOfWeek.FRIDAY), 8, 12, 1250, 400, 0.004));
    assertThat(hours.action())
        .isEqualTo(
            "Be live or publish around Friday 08:00, one hour a week that is now spent at an"
                + " average hour.");
    assertThat(hours.evidence())
        .containsExactly(
            "12 weeks: 12.50 USD an hour on average there, 4.00 USD at the average hour; false"
                + " discovery rate 0.4%.");
    assertThat(said(new RevenueAdvice.StrongHours(Optional.empty(), 20, 40, 1, 1, 0)).action())
        .contains("around 20:00 on any day,");
    AdviceText again = said(new RevenueAdvice.AskAgain(100, 40, 20, 1_234_500));
    assertThat(again.action())
        .isEqualTo("Ask once more for the 20 renewals that failed and are still asked for.");
    assertThat(again.evidence())
        .containsExactly("40 of 100 failed renewals were paid later; 12,345.00 USD is still open.");
    assertThat(said(new RevenueAdvice.CorrectEstimates("tips of shop", 20, 0.93)).action())
        .isEqualTo("Count on 7.0% less than tips of shop reports at first.");
    assertThat(said(new RevenueAdvice.CorrectEstimates("tips of shop", 20, 1.02)).action())
        .isEqualTo("Count on 2.0% more than tips of shop reports at first.");
    assertThat(said(new RevenueAdvice.MendProduct("mug", 3, 10, 990, 0.05)).evidence())
        .containsExactly("3 of 10 sales of mug were reversed (9.90 USD); over all products 5.0%.");
    RevenueAdvice.AskWhyTheyLeft ask =
        new RevenueAdvice.AskWhyTheyLeft(0.1, 0.05, 5_000, Optional.empty());
    String rates =
        "10.0% of subscriptions ended in the last 30 days, 5.0% per 30 days in the 90 days"
            + " before; recurring income is 50.00 USD a month.";
    assertThat(said(ask).evidence()).containsExactly(rates);
    RevenueAdvice.AskWhyTheyLeft dated =
        new RevenueAdvice.AskWhyTheyLeft(0.1, 0.05, 5_000, Optional.of(LocalDate.of(2026, 3, 2)));
    assertThat(said(dated).evidence().getFirst())
        .startsWith(rates + " More fans than before stopped paying from 2026-03-02 on");
  }

  @Test
  void adviceOnRiskIsSaidWithItsEvidence() {
    AdviceText platforms = said(new RiskAdvice.SpreadPlatforms("twitch", false, 0.8, 12_345.4));
    assertThat(platforms.action())
        .isEqualTo("Move a tenth of the income from twitch to a second platform.");
    assertThat(platforms.evidence())
        .containsExactly("twitch brings 80.0% of net income; 30 days without it cost 123 USD.");
    assertThat(platforms.wouldChange()).isEqualTo("twitch falling below half of the income.");
    assertThat(said(new RiskAdvice.SpreadStreams("tips", 1_000, 900, 800, 700)).evidence())
        .containsExactly(
            "In the worst twentieth of 1000 futures income is 9.00 USD below its mean; with the"
                + " shift 8.00 USD.");
    assertThat(said(new RiskAdvice.KeepReserve(-5, 100, -5)).action())
        .isEqualTo("Keep 0.00 USD aside for bad months.");
    assertThat(said(new RiskAdvice.KeepSubscribers(0.12, 50, 25_000)).evidence())
        .containsExactly(
            "12.0% of 50 subscriptions end within 30 days; they bring 250.00 USD a month.");
  }

  @Test
  void whatWouldChangeAForecastIsSaid() {
    assertThat(
            List.of(
                    new WhatIf.LevelFalls(0.1),
                    new WhatIf.LevelFalls(0.25),
                    new WhatIf.TrendStops(),
                    new WhatIf.SeasonsRepeat(4),
                    new WhatIf.SeasonsRepeat(12),
                    new WhatIf.SameAsBefore(365),
                    new WhatIf.Without("holiday"),
                    new WhatIf.OneMore("launch"),
                    new WhatIf.DriverHigher("price", 0.1))
                .stream()
                .map(Wording::whatIf))
        .containsExactly(
            "the level falls by a tenth",
            "the level falls by 25%",
            "the trend stops",
            "the last four seasons repeat on average",
            "the last 12 seasons repeat on average",
            "the same steps come as a season of 365 before",
            "without holiday",
            "one more launch",
            "price higher by a tenth");
  }

  @Test
  void adviceWithoutWordsIsRefused() {
    record Unknown() implements Message {
      @Override
      public String code() {
        return "unknown-advice";
      }
    }
    assertThatThrownBy(() -> said(new Unknown()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown-advice");
  }

  @Test
  void aChangeIsSaidFactByFact() {
    ChangeDrivers drivers = new ChangeDrivers(500, 0, -100, 0, 0, 0, 0, 0, 0);
    ChangeExplanation change =
        new ChangeExplanation(
            new ChangeLine(
                Dimension.STREAM, "total", 1_000, 1_400, new Interval(0, 1, 0.95), 1, false),
            0,
            Map.of(Dimension.STREAM, List.of()),
            List.of(),
            Map.of(Stream.TIPS, drivers),
            drivers,
            List.of(
                new ChangeFact.NetChanged(1_000, 1_400, ChangeFact.Chance.RARE),
                new ChangeFact.WeekdaysAlone(-55),
                new ChangeFact.BeyondChance(
                    Dimension.COUNTRY, List.of(new ChangeFact.GroupChange("BR", 300))),
                new ChangeFact.DrivenBy(drivers)));
    assertThat(DOLLARS.summary(change))
        .containsExactly(
            "Net income went from 10.00 USD to 14.00 USD (+4.00 USD); chance alone rarely moves it"
                + " that far.",
            "The calendar alone (weekdays, number of days) would have changed it by -0.55 USD.",
            "By country, beyond chance: BR +3.00 USD.",
            "What drove it: number of sales +5.00 USD, mix of groups -1.00 USD.");
  }

  @Test
  void anAnomalyIsSaidWithWhoMadeIt() {
    assertThat(DOLLARS.explanation(anomaly(900, false, List.of())))
        .isEqualTo(
            "Net income from tips of 9.00 USD is above the expected 1.00 USD to 5.00 USD; no single"
                + " group made it.");
    List<Contribution> cause =
        List.of(new Contribution(Dimension.COUNTRY, "JP", 700, 50, 0.9, 0.2));
    assertThat(DOLLARS.explanation(anomaly(50, true, cause)))
        .isEqualTo(
            "Net income from tips of 0.50 USD is below the expected 1.00 USD to 5.00 USD; 90% of"
                + " the difference came from country JP, most of it in one payment.");
    assertThat(DOLLARS.explanation(anomaly(300, false, List.of())))
        .contains("is unusual in its course, though within the expected");
  }

  @Test
  void howFarDataReachesIsSaidOnTheCreatorsClock() {
    ZoneId zone = ZoneId.of("Asia/Kathmandu");
    DateRange elapsed = DateRange.ofDays(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 30), zone);
    Completeness late =
        new Completeness(
            Completeness.Status.COMPLETE,
            elapsed,
            elapsed.previous(),
            30,
            21,
            22,
            Optional.empty(),
            Optional.of(Instant.parse("2026-05-30T18:00:00Z")),
            List.of(
                new Completeness.SilentStream(
                    Stream.ADVERTISING, Instant.parse("2026-05-10T12:15:00Z"))));
    assertThat(Wording.note(late))
        .isEqualTo(
            "Data through 2026-05-30 23:45; the period is complete. Money came on 21 days of it, on"
                + " 22 days of what it is compared with (2026-04-01 to 2026-04-30). Nothing from"
                + " advertising since 2026-05-10 18:00, longer than usual: late data, or no"
                + " income.");
    Completeness unseen =
        new Completeness(
            Completeness.Status.NOT_STARTED,
            elapsed,
            elapsed.previous(),
            0,
            0,
            0,
            Optional.empty(),
            Optional.empty(),
            List.of());
    assertThat(Wording.note(unseen))
        .isEqualTo(
            "No event has been seen; no data reaches the period: nothing of it is known or"
                + " compared, and no later day counts as zero.");
    Completeness before =
        new Completeness(
            Completeness.Status.BEFORE_DATA,
            elapsed,
            elapsed.previous(),
            30,
            0,
            0,
            Optional.of(Instant.parse("2026-07-01T00:00:00Z")),
            Optional.of(Instant.parse("2026-05-30T18:00:00Z")),
            List.of());
    assertThat(Wording.note(before))
        .isEqualTo("Data begin 2026-07-01 05:45; the period lies before it.");
  }

  @Test
  void figuresOfReportsAreSaid() {
    Recommendation planning =
        new Recommendation(
            new RevenueAdvice.CorrectEstimates("tips of shop", 20, 0.93),
            Recommendation.Effect.PLANNING_ERROR,
            0.07,
            new Interval(0.05, 0.09, 0.95),
            Recommendation.Footing.LEDGER);
    assertThat(DOLLARS.expected(planning))
        .isEqualTo(
            "Expected: 7.0% (5.0% to 9.0%) of planned income corrected; arithmetic over the"
                + " ledger.");
    Recommendation reserve =
        new Recommendation(
            new RiskAdvice.KeepReserve(1, 2, 1),
            Recommendation.Effect.EXPECTED_SHORTFALL_30_DAYS,
            12_345,
            new Interval(950, 23_456, 0.95),
            Recommendation.Footing.SIMULATION);
    assertThat(Wording.in(Currency.getInstance("USD"), "–").expected(reserve))
        .isEqualTo(
            "Expected: +123 USD (9.50 – 235) less lost in the worst 5% of months; from the"
                + " forecast's futures.");
    assertThat(
            DOLLARS.trend(
                new IncomeTrend(
                    1_050,
                    new Interval(900, 1_200, 0.95),
                    -5,
                    new Interval(-9, -1, 0.95),
                    true,
                    0.1)))
        .isEqualTo(
            "Level 10.50 a day (9.00 to 12.00), moving -0.05 a day (-0.09 to -0.01); it differs"
                + " from the period before.");
    assertThat(
            DOLLARS.churn(
                new ChurnHazard(
                    0.06, new Interval(0.02, 0.1, 0.95), 1_400, 17_986, 0, 0, 3, List.of())))
        .isEqualTo(
            "6.0% of 1,400 subscriptions (179.86 a month) are expected to end within 30 days (95%:"
                + " 2.0% to 10.0%).");
    assertThat(
            DOLLARS.drawdown(
                new Drawdown(
                    0.4,
                    LocalDate.of(2026, 3, 1),
                    LocalDate.of(2026, 5, 1),
                    10_000,
                    6_000,
                    0,
                    0.2)))
        .isEqualTo(
            "Deepest fall of 30-day income: 40.0%, from 100.00 (to 2026-03-01) to 60.00 (to"
                + " 2026-05-01). A fall of a quarter or more within 90 days has probability"
                + " 20.0%.");
  }

  private static RevenueAnomaly anomaly(long actual, boolean one, List<Contribution> cause) {
    Instant from = Instant.parse("2026-05-20T20:00:00Z");
    return new RevenueAnomaly(
        from,
        from.plus(Duration.ofHours(1)),
        Duration.ofHours(1),
        "tips",
        actual,
        300,
        new Interval(100, 500, 0.999),
        1,
        ScoredPoint.Kind.POINT,
        one,
        cause,
        List.of());
  }

  private static AdviceText said(Message advice) {
    return DOLLARS.advice(
        new Recommendation(
            advice,
            Recommendation.Effect.INCOME_30_DAYS,
            1,
            new Interval(0, 2, 0.95),
            Recommendation.Footing.LEDGER));
  }

  @Test
  void aPeakIsSaidWithItsAnomaly() {
    AdviceText peak =
        said(
            new RevenueAdvice.RepeatPeak(
                LocalDateTime.of(2026, 5, 20, 20, 0),
                List.of(new Contribution(Dimension.COUNTRY, "JP", 700, 50, 0.9, 0.2)),
                "total",
                900,
                new Interval(100, 500, 0.999)));
    assertThat(peak.action())
        .isEqualTo("Find out what happened around 2026-05-20T20:00 (JP) and do it again once.");
    assertThat(peak.evidence().getFirst())
        .isEqualTo(
            "Net income of 9.00 USD is above the expected 1.00 USD to 5.00 USD; 90% of the"
                + " difference came from country JP.");
  }
}
