package io.tiktoktoe.benchmarks.pricing;

import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.PriceArm;
import io.tiktoktoe.pricing.insight.PriceTestPlan;
import io.tiktoktoe.pricing.insight.PriceTestState;
import io.tiktoktoe.pricing.insight.PriceVerdict;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * False alarms of tests of two arms that are the same, judged after every person: {@code
 * pricing.SameArms [TESTS] [PERSONS]}, 2,000 and 500 by default.
 */
public final class SameArms {

  private static final double BUYS = .2;

  private SameArms() {}

  /** Prints the share. */
  public static void main(String[] args) {
    int tests = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
    int persons = args.length > 1 ? Integer.parseInt(args[1]) : 500;
    PriceTestPlan plan =
        PriceTestPlan.of(List.of(new PriceArm("a", 5, 5), new PriceArm("b", 5, 5)), 0);
    int alarms = 0;
    for (int test = 0; test < tests; test++) {
      alarms += alarms(plan, persons, new SplittableRandom(test)) ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%,d tests of equal arms over %,d persons, judged after each: %d false alarms, %.2f%%"
            + " (alpha %.0f%%)%n",
        tests,
        persons,
        alarms,
        100.0 * alarms / tests,
        100 * plan.alpha());
  }

  private static boolean alarms(PriceTestPlan plan, int persons, SplittableRandom random) {
    PriceTestState state = PriceTestState.start(plan);
    List<Double> even = List.of(.5, .5);
    for (int person = 0; person < persons; person++) {
      int arm = random.nextInt(2);
      boolean bought = random.nextDouble() < BUYS;
      state = state.assigned(arm, even).settled(plan, arm, bought, bought ? 5 : 0);
      if (!(DynamicPricingEngine.judge(plan, state) instanceof PriceVerdict.NotYet)) {
        return true;
      }
    }
    return false;
  }
}
