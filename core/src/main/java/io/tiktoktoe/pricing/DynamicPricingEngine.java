package io.tiktoktoe.pricing;

import io.tiktoktoe.pricing.insight.PriceSensitivity;
import io.tiktoktoe.pricing.insight.SurveyAnswer;
import io.tiktoktoe.pricing.insight.SurveyOptions;
import io.tiktoktoe.pricing.willingness.VanWestendorp;
import java.util.List;

/**
 * Price analysis: elasticity, willingness to pay, price tests and the price itself. Pure: records
 * in, records out; the same input and seed give the same answer.
 */
public final class DynamicPricingEngine {

  private DynamicPricingEngine() {}

  /**
   * The price sensitivity meter of a survey.
   *
   * @param answers of at least one respondent
   */
  public static PriceSensitivity priceSensitivity(
      List<SurveyAnswer> answers, SurveyOptions options) {
    if (answers.isEmpty()) {
      throw new IllegalArgumentException("answers (0) must be at least 1. Ask somebody first.");
    }
    return VanWestendorp.analyse(answers, options);
  }
}
