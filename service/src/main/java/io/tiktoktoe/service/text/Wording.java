package io.tiktoktoe.service.text;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.outlook.WhatIf;
import io.tiktoktoe.revenue.insight.ChangeExplanation;
import io.tiktoktoe.revenue.insight.Completeness;
import io.tiktoktoe.revenue.insight.RevenueAdvice;
import io.tiktoktoe.revenue.insight.RevenueAnomaly;
import io.tiktoktoe.risk.RiskAdvice;
import java.util.Currency;
import java.util.List;

/** Says answers in English, their amounts in one currency. */
public final class Wording {

  private final Amounts amounts;
  private final Currency currency;

  private Wording(Currency currency) {
    this.currency = currency;
    this.amounts = Amounts.of(currency);
  }

  /** Words for answers in this currency. */
  public static Wording in(Currency currency) {
    return new Wording(currency);
  }

  /**
   * A recommendation in sentences.
   *
   * @throws IllegalArgumentException if its advice has no words here
   */
  public AdviceText advice(Recommendation recommendation) {
    return switch (recommendation.advice()) {
      case RevenueAdvice revenue -> new RevenueAdviceWords(amounts).of(revenue);
      case RiskAdvice risk -> new RiskAdviceWords(currency).of(risk);
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
        anomaly.onePayment(),
        anomaly.cause());
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
