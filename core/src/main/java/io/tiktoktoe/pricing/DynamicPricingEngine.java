package io.tiktoktoe.pricing;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.KeyedHash;
import io.tiktoktoe.pricing.elasticity.DemandModel;
import io.tiktoktoe.pricing.elasticity.ElasticityModel;
import io.tiktoktoe.pricing.insight.ChoiceEstimate;
import io.tiktoktoe.pricing.insight.ChoiceSituation;
import io.tiktoktoe.pricing.insight.CreatorProduct;
import io.tiktoktoe.pricing.insight.DemandHistory;
import io.tiktoktoe.pricing.insight.Elasticities;
import io.tiktoktoe.pricing.insight.ElasticityOptions;
import io.tiktoktoe.pricing.insight.MarketContext;
import io.tiktoktoe.pricing.insight.NoveltyCheck;
import io.tiktoktoe.pricing.insight.PolicyOutcome;
import io.tiktoktoe.pricing.insight.PriceAllocation;
import io.tiktoktoe.pricing.insight.PriceSensitivity;
import io.tiktoktoe.pricing.insight.PriceTestLedger;
import io.tiktoktoe.pricing.insight.PriceTestPlan;
import io.tiktoktoe.pricing.insight.PriceTestState;
import io.tiktoktoe.pricing.insight.PriceVerdict;
import io.tiktoktoe.pricing.insight.PricingStrategy;
import io.tiktoktoe.pricing.insight.SurveyAnswer;
import io.tiktoktoe.pricing.insight.SurveyOptions;
import io.tiktoktoe.pricing.insight.WillingnessEstimate;
import io.tiktoktoe.pricing.market.PricingAnalysis;
import io.tiktoktoe.pricing.optimise.PriceOptimiser;
import io.tiktoktoe.pricing.portfolio.PricingFacts;
import io.tiktoktoe.pricing.portfolio.PricingInsights;
import io.tiktoktoe.pricing.portfolio.PricingOptions;
import io.tiktoktoe.pricing.test.PriceJudgement;
import io.tiktoktoe.pricing.test.PriceTestHistory;
import io.tiktoktoe.pricing.test.StickyPlace;
import io.tiktoktoe.pricing.test.ThompsonPricing;
import io.tiktoktoe.pricing.willingness.ChoiceLogit;
import io.tiktoktoe.pricing.willingness.VanWestendorp;
import io.tiktoktoe.pricing.willingness.WillingnessPosterior;
import io.tiktoktoe.work.Progress;
import java.util.List;
import java.util.random.RandomGenerator;

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

  /**
   * How the next persons of a price test are to be shared out: Thompson sampling, and the planned
   * share evenly over the arms that may still be best.
   *
   * @param random draws the posterior; the same state and generator give the same allocation
   */
  public static PriceAllocation allocate(
      PriceTestPlan plan, PriceTestState state, RandomGenerator random) {
    return ThompsonPricing.allocate(plan, state, random);
  }

  /** What a price test concludes now; to be asked as often as one likes. */
  public static PriceVerdict judge(PriceTestPlan plan, PriceTestState state) {
    return PriceJudgement.judge(plan, state);
  }

  /**
   * The place of a fan between 0 and 1 in an experiment, for {@link PriceAllocation#armAt}.
   *
   * @param salt of the store; not to be used by two threads at once
   */
  public static double placeOf(KeyedHash salt, String experiment, String fan) {
    return StickyPlace.of(salt, experiment, fan);
  }

  /**
   * How many persons each arm of a test needs at least.
   *
   * @param mean contribution per person today, above 0
   * @param deviation standard deviation of it between persons, above 0
   * @param effect smallest share by which a difference matters, above 0
   * @param alpha chance of a false alarm
   */
  public static long personsPerArm(double mean, double deviation, double effect, double alpha) {
    return PriceJudgement.personsPerArm(mean, deviation, effect, alpha);
  }

  /**
   * How many persons control needs in a test that is looked at all the time.
   *
   * @param ratio persons of the other arm for each one of control, above 0
   * @param conversion chance that a person who is shown control buys, in (0, 1)
   * @param effect smallest share by which a difference matters, above 0
   */
  public static long personsAtAnyTime(
      PriceTestPlan plan, double conversion, double effect, double ratio) {
    return PriceJudgement.personsAtAnyTime(plan, conversion, effect, ratio);
  }

  /** What other ways of choosing would have brought, of the persons who count. */
  public static List<PolicyOutcome> policies(PriceTestLedger ledger) {
    return PriceTestHistory.policies(ledger);
  }

  /** How each arm's lead over control changed while the test ran. */
  public static List<NoveltyCheck> novelty(PriceTestLedger ledger) {
    return PriceTestHistory.novelty(ledger);
  }

  /**
   * What to charge for a product: prices weighed by net revenue, market share and satisfaction over
   * the posterior of willingness to pay, within the product's constraints.
   */
  public static PricingStrategy optimizePricing(CreatorProduct product, MarketContext context) {
    return PriceOptimiser.optimise(product, context);
  }

  /**
   * What to charge for everything that one creator sells: each product by itself, tiers and bundles
   * together, with what others charge.
   *
   * @throws IllegalArgumentException if constraints contradict each other
   */
  public static PricingInsights analyze(
      CreatorProfile creator, PricingFacts facts, PricingOptions options, Progress progress) {
    return PricingAnalysis.of(creator, facts, options, progress);
  }

  /**
   * What people would pay, from all sources.
   *
   * @param today price today, above 0
   * @param prices at which the demand curve is told, above 0
   */
  public static WillingnessEstimate willingness(
      double today, MarketContext context, double[] prices) {
    return WillingnessPosterior.estimate(today, context, prices);
  }

  /**
   * What features are worth to people who chose among alternatives (conditional logit).
   *
   * @param names of the features
   * @param price place of the price among them
   */
  public static ChoiceEstimate choices(
      List<ChoiceSituation> choices, List<String> names, int price) {
    return ChoiceLogit.fit(choices, names, price);
  }
}
