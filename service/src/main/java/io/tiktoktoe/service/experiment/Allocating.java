package io.tiktoktoe.service.experiment;

import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.PriceAllocation;
import io.tiktoktoe.pricing.insight.PriceTestPlan;
import io.tiktoktoe.pricing.insight.PriceTestState;
import io.tiktoktoe.pricing.insight.PriceVerdict;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/** How a step's persons are shared out. The same state and seed give the same chances. */
final class Allocating {

  /**
   * Version of the rule, in the log beside what it gave: to be counted up with every change after
   * which the same log gives other chances (a posterior, what is eligible, how seeds are drawn).
   */
  static final int RULE = 1;

  /** The same rule, which saw the log up to the middle of the step before: see {@link #middle}. */
  static final int AHEAD_RULE = -RULE;

  /** Persons of a step: as many, or this share of those before. */
  static final int LEAST_STEP = 10;

  private static final double STEP_SHARE = .05;

  /** Shorter steps are over before their successor would be drawn. */
  private static final int LEAST_AHEAD = 100;

  private Allocating() {}

  /** How many persons there are at the end of a step that begins with {@code size} of them. */
  static int end(int size) {
    return size + Math.max(LEAST_STEP, (int) (STEP_SHARE * size));
  }

  /**
   * With how many persons the step after one that begins with {@code size} of them is drawn, beside
   * the calls, from what was seen until then; none where the step is short.
   */
  static OptionalInt middle(int size) {
    int length = end(size) - size;
    return length < LEAST_AHEAD ? OptionalInt.empty() : OptionalInt.of(size + length / 2);
  }

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
