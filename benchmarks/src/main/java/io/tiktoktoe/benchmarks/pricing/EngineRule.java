package io.tiktoktoe.benchmarks.pricing;

import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.PriceAllocation;
import io.tiktoktoe.pricing.insight.PriceArm;
import io.tiktoktoe.pricing.insight.PriceTestPlan;
import io.tiktoktoe.pricing.insight.PriceTestState;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The engine's price test, shared out anew whenever a fiftieth more has been seen. */
final class EngineRule implements PriceRule {

  private static final double GROWTH = 1.02;

  private final PriceTestPlan plan;
  private final RandomGenerator random;
  private PriceTestState state;
  private PriceAllocation allocation;
  private long due = 1;

  EngineRule(double[] prices, RandomGenerator random) {
    this.random = random;
    this.plan =
        PriceTestPlan.of(
            Arrays.stream(prices)
                .mapToObj(price -> new PriceArm("price " + price, price, price))
                .toList(),
            prices.length / 2);
    this.state = PriceTestState.start(plan);
    this.allocation = DynamicPricingEngine.allocate(plan, state, random);
  }

  @Override
  public int choose() {
    if (state.assigned() >= due) {
      allocation = DynamicPricingEngine.allocate(plan, state, random);
      due = (long) Math.ceil(Math.max(due + 1.0, due * GROWTH));
    }
    return allocation.armAt(random.nextDouble());
  }

  @Override
  public void learn(int arm, boolean bought) {
    state =
        state
            .assigned(arm, allocation.propensities())
            .settled(plan, arm, bought, bought ? plan.arms().get(arm).contribution() : 0);
  }
}
