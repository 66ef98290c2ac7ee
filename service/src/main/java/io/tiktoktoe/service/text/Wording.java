package io.tiktoktoe.service.text;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.content.brief.BriefAdvice;
import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.ForecastPart;
import io.tiktoktoe.outlook.WhatIf;
import io.tiktoktoe.revenue.insight.ChangeExplanation;
import io.tiktoktoe.revenue.insight.Completeness;
import io.tiktoktoe.revenue.insight.IncomeTrend;
import io.tiktoktoe.revenue.insight.RevenueAdvice;
import io.tiktoktoe.revenue.insight.RevenueAnomaly;
import io.tiktoktoe.revenue.insight.SubscriptionSummary;
import io.tiktoktoe.risk.ChurnHazard;
import io.tiktoktoe.risk.Drawdown;
import io.tiktoktoe.risk.RiskAdvice;
import io.tiktoktoe.service.model.DemoStep;
import java.util.Currency;
import java.util.List;

/** Says answers in English, their amounts in one currency. */
public final class Wording {

  private final Amounts amounts;
  private final ReportWords report;

  private Wording(Currency currency, String dash) {
    this.amounts = Amounts.of(currency);
    this.report = new ReportWords(new AmountText(currency, dash));
  }

  /** Words for answers in this currency. */
  public static Wording in(Currency currency) {
    return in(currency, "to");
  }

  /** The same with this between the ends of an interval, such as a dash. */
  public static Wording in(Currency currency, String dash) {
    return new Wording(currency, dash);
  }

  /**
   * A recommendation in sentences.
   *
   * @throws IllegalArgumentException if its advice has no words here
   */
  public AdviceText advice(Recommendation recommendation) {
    return switch (recommendation.advice()) {
      case RevenueAdvice revenue -> new RevenueAdviceWords(amounts).of(revenue);
      case BriefAdvice brief -> BriefAdviceWords.of(brief);
      case RiskAdvice risk -> new RiskAdviceWords(amounts).of(risk);
      default ->
          throw new IllegalArgumentException(
              "advice %s has no words. Add them to service.text."
                  .formatted(recommendation.topic()));
    };
  }

  /** Why net income changed, one sentence for each fact. */
  public List<String> summary(ChangeExplanation change) {
    ChangeWords words = new ChangeWords(amounts);
    return change.facts().stream().map(words::of).toList();
  }

  /** What was unusual, in one sentence. */
  public String explanation(RevenueAnomaly anomaly) {
    return AnomalyWords.of(
        amounts,
        anomaly.scope(),
        anomaly.actual(),
        anomaly.expectedRange(),
        anomaly.kind(),
        anomaly.onePayment(),
        anomaly.cause());
  }

  /** What a recommendation should bring, and on what that stands. */
  public String expected(Recommendation recommendation) {
    return report.expected(recommendation);
  }

  /** Level and slope of income, and whether they differ from the period before. */
  public String trend(IncomeTrend trend) {
    return report.trend(trend);
  }

  /** The deepest fall of income, and how likely the next one is. */
  public String drawdown(Drawdown drawdown) {
    return report.drawdown(drawdown);
  }

  /** How many subscriptions will end. */
  public String churn(ChurnHazard churn) {
    return report.churn(churn);
  }

  /** How many subscriptions ended. */
  public static String churn(SubscriptionSummary summary) {
    return ReportWords.churn(summary);
  }

  /** On what a forecast stands and which members made it. */
  public static String basis(Forecast forecast) {
    return ReportWords.basis(forecast);
  }

  /** What a step of a demo did. */
  public static String step(DemoStep step) {
    return switch (step) {
      case DemoStep.Simulated(int creators, int months, long deliveries) ->
          "simulated %,d creators over %d months: %,d deliveries"
              .formatted(creators, months, deliveries);
      case DemoStep.TakenIn(long events, long repeated) ->
          "took in %,d events, %,d repeated deliveries dropped".formatted(events, repeated);
      case DemoStep.Analysed(String creator) -> "analysed creator " + creator;
    };
  }

  /** What a forecast is made of, as in {@code season 7}. */
  public static String part(ForecastPart part) {
    return PartWords.of(part);
  }

  /** How likely a campaign reaches its goal. */
  public static String goal(Explanation.Goal goal) {
    return WhatIfWords.of(goal);
  }

  /** What would change a forecast, as in {@code the trend stops}. */
  public static String whatIf(WhatIf what) {
    return WhatIfWords.of(what);
  }

  /** How far data reaches, and one sentence for each stream that is silent unusually long. */
  public static String note(Completeness completeness) {
    return CompletenessWords.of(completeness);
  }
}
