package io.tiktoktoe.benchmarks.pricing;

import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.PriceAllocation;
import io.tiktoktoe.pricing.insight.PriceArm;
import io.tiktoktoe.pricing.insight.PriceTestPlan;
import io.tiktoktoe.pricing.insight.PriceTestState;
import io.tiktoktoe.pricing.insight.PriceVerdict;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * False alarms of tests of two arms that are the same, judged after every person: {@code
 * pricing.SameArms [TESTS] [PERSONS]}, 2,000 and 500 by default. First with both shown alike, then
 * shared out by the engine, anew every ten persons.
 */
public final class SameArms {

  private static final double BUYS = .2;
  private static final int STEP = 10;

  private SameArms() {}

  /** Prints the share. */
  public static void main(String[] args) {
    int tests = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
    int persons = args.length > 1 ? Integer.parseInt(args[1]) : 500;
    PriceTestPlan plan =
        PriceTestPlan.of(List.of(new PriceArm("a", 5, 5), new PriceArm("b", 5, 5)), 0);
    told("shown alike", tests, persons, plan, false);
    told("shared out by the engine", tests, persons, plan, true);
  }

  private static void told(
      String how, int tests, int persons, PriceTestPlan plan, boolean adaptive) {
    long alarms =
        IntStream.range(0, tests)
            .parallel()
            .filter(test -> alarms(plan, persons, adaptive, new SplittableRandom(test)))
            .count();
    System.out.printf(
        Locale.ROOT,
        "%,d tests of equal arms over %,d persons, %s, judged after each: %d false alarms, %.2f%%"
            + " (alpha %.0f%%)%n",
        tests,
        persons,
        how,
        alarms,
        100.0 * alarms / tests,
        100 * plan.alpha());
  }

  private static boolean alarms(
      PriceTestPlan plan, int persons, boolean adaptive, SplittableRandom random) {
    PriceTestState state = PriceTestState.start(plan);
    PriceAllocation shares = new PriceAllocation(List.of(.5, .5), List.of());
    for (int person = 0; person < persons; person++) {
      if (adaptive && person % STEP == 0) {
        shares = DynamicPricingEngine.allocate(plan, state, random);
      }
      int arm = shares.armAt(random.nextDouble());
      boolean bought = random.nextDouble() < BUYS;
      state = state.assigned(arm, shares.propensities()).settled(plan, arm, bought, bought ? 5 : 0);
      if (!(DynamicPricingEngine.judge(plan, state) instanceof PriceVerdict.NotYet)) {
        return true;
      }
    }
    return false;
  }
}
