package io.tiktoktoe.pricing;

import io.tiktoktoe.pricing.elasticity.DemandModel;
import io.tiktoktoe.pricing.elasticity.ElasticityModel;
import io.tiktoktoe.pricing.insight.DemandHistory;
import io.tiktoktoe.pricing.insight.Elasticities;
import io.tiktoktoe.pricing.insight.ElasticityOptions;
import io.tiktoktoe.pricing.insight.PriceSensitivity;
import io.tiktoktoe.pricing.insight.SurveyAnswer;
import io.tiktoktoe.pricing.insight.SurveyOptions;
import io.tiktoktoe.pricing.willingness.VanWestendorp;
import io.tiktoktoe.work.Progress;
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

  /**
   * Own-price elasticities of all products of a history.
   *
   * @param threads how many products are worked on at once
   * @param progress hears of progress and may cancel
   */
  public static Elasticities elasticities(
      DemandHistory history, ElasticityOptions options, int threads, Progress progress) {
    return ElasticityModel.estimate(history, options, threads, progress);
  }

  /**
   * Expected logarithmic quantities of the rows whose quantity is missing, NaN for the others and
   * for products of which nothing is known.
   */
  public static double[] expectedLogQuantities(DemandHistory history, ElasticityOptions options) {
    return DemandModel.logQuantities(history, options);
  }
}
