package io.tiktoktoe.service.text;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.revenue.insight.IncomeTrend;
import io.tiktoktoe.revenue.insight.SubscriptionSummary;
import io.tiktoktoe.risk.ChurnHazard;
import io.tiktoktoe.risk.Drawdown;
import io.tiktoktoe.stats.Interval;
import java.util.stream.Collectors;

/** Says figures of a report in sentences. */
record ReportWords(AmountText amounts) {

  /** Members that weigh less are not named. */
  private static final double LEAST_WEIGHT = 0.005;

  String expected(Recommendation advice) {
    String footing =
        switch (advice.footing()) {
          case LEDGER -> "arithmetic over the ledger";
          case ASSOCIATION -> "observed, not tried";
          case SIMULATION -> "from the forecast's futures";
        };
    String effect =
        switch (advice.effect()) {
          case CONTENT_VALUE -> money(advice) + " direct value of the next content in 14 days";
          case INCOME_30_DAYS -> money(advice) + " net income in 30 days";
          case EXPECTED_SHORTFALL_30_DAYS -> money(advice) + " less lost in the worst 5% of months";
          case PLATFORM_LOSS_30_DAYS ->
              money(advice) + " less lost in a month if the largest platform fails";
          case PLANNING_ERROR ->
              "%s (%s) of planned income corrected"
                  .formatted(AmountText.percent(advice.expected()), shares(advice.interval()));
        };
    return "Expected: %s; %s.".formatted(effect, footing);
  }

  private String money(Recommendation advice) {
    return "%s %s (%s)"
        .formatted(
            amounts.aboutChange(advice.expected()),
            amounts.code(),
            amounts.range(advice.interval()));
  }

  String trend(IncomeTrend trend) {
    return "Level %s a day (%s), moving %s a day (%s); %s the period before."
        .formatted(
            amounts.about(trend.level()),
            amounts.range(trend.levelInterval()),
            amounts.aboutChange(trend.slopePerDay()),
            amounts.range(trend.slopeInterval()),
            trend.changed() ? "it differs from" : "no clear difference from");
  }

  static String churn(SubscriptionSummary summary) {
    return "A subscription ends within 30 days with %s (95%%: %s)."
        .formatted(
            AmountText.percent(within30(summary.churnRate())),
            shares(summary.churnInterval().map(ReportWords::within30)));
  }

  /** Chance of an end within 30 days of a rate at risk, which may be above 1. */
  private static double within30(double rate) {
    return -Math.expm1(-Math.max(0, rate));
  }

  String churn(ChurnHazard churn) {
    return "%s of %s subscriptions (%s a month) are expected to end within 30 days (95%%: %s)."
        .formatted(
            AmountText.percent(churn.rate()),
            AmountText.count(churn.atRisk()),
            amounts.exact(churn.monthlyAmount()),
            shares(churn.interval()));
  }

  String drawdown(Drawdown drawdown) {
    String past =
        "Deepest fall of 30-day income: %s, from %s (to %s) to %s (to %s)."
            .formatted(
                AmountText.percent(drawdown.depth()),
                amounts.exact(drawdown.peakIncome()),
                drawdown.peak(),
                amounts.exact(drawdown.troughIncome()),
                drawdown.trough());
    return Double.isFinite(drawdown.nextQuarter())
        ? past
            + " A fall of a quarter or more within 90 days has probability %s."
                .formatted(AmountText.percent(drawdown.nextQuarter()))
        : past;
  }

  static String basis(Forecast forecast) {
    String stands =
        switch (forecast.basis()) {
          case HISTORY -> "Stands on the full history";
          case SHORT_HISTORY -> "Stands on a short history: wide bands";
          case SPARSE_HISTORY -> "Stands on few sales: their rate and size are forecast";
          case PRIOR -> "Stands on creators alike, for want of own history";
          case NONE -> "Stands on nothing";
        };
    String members =
        forecast.members().stream()
            .filter(member -> member.weight() >= LEAST_WEIGHT)
            .map(member -> member.name() + " " + AmountText.percent(member.weight()))
            .collect(Collectors.joining(", "));
    String failed =
        forecast.members().stream()
            .filter(member -> member.weight() == 0)
            .map(Forecast.Member::name)
            .collect(Collectors.joining(", "));
    return stands
        + (members.isEmpty() ? "" : "; made by " + members)
        + (failed.isEmpty() ? "" : "; left out, since it failed on this history: " + failed)
        + ".";
  }

  private static String shares(Interval interval) {
    return AmountText.percent(interval.lo()) + " to " + AmountText.percent(interval.hi());
  }
}
