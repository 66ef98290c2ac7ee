package io.tiktoktoe.service.experiment;

import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.PriceAllocation;
import io.tiktoktoe.pricing.insight.PriceTestPlan;
import io.tiktoktoe.pricing.insight.PriceTestState;
import io.tiktoktoe.pricing.insight.PriceVerdict;
import java.util.SplittableRandom;

/** How a step's persons are shared out. The same state and seed give the same chances. */
final class Allocating {

  /**
   * Version of the rule, in the log beside what it gave: to be counted up with every change after
   * which the same log gives other chances (a posterior, what is eligible, how seeds are drawn).
   */
  static final int RULE = 1;

  private Allocating() {}

  /**
   * Thompson sampling without the arms that were removed. Control keeps its part of the exploration
   * until there is a verdict: an arm that nobody is compared with any more could never be told to
   * be better.
   */
  static PriceAllocation draw(
      PriceTestPlan plan, PriceTestState seen, boolean[] removed, long seed) {
    PriceAllocation drawn =
        DynamicPricingEngine.allocate(plan, seen, new SplittableRandom(seed)).without(removed);
    return switch (DynamicPricingEngine.judge(plan, seen)) {
      case PriceVerdict.Better ignored -> drawn;
      case PriceVerdict.KeepPrice ignored -> drawn;
      case PriceVerdict.NotYet ignored -> drawn.withLeast(plan.control(), leastOfControl(plan));
      case PriceVerdict.SampleRatioMismatch ignored ->
          drawn.withLeast(plan.control(), leastOfControl(plan));
    };
  }

  /** The least chance of control before there is a verdict. */
  static double leastOfControl(PriceTestPlan plan) {
    return Math.max(plan.exploration() / plan.arms().size(), PriceTestPlan.LEAST_PROPENSITY);
  }
}
