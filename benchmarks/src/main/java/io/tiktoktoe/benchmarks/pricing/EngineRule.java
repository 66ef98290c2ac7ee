package io.tiktoktoe.benchmarks.pricing;

import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.PriceAllocation;
import io.tiktoktoe.pricing.insight.PriceArm;
import io.tiktoktoe.pricing.insight.PriceTestPlan;
import io.tiktoktoe.pricing.insight.PriceTestState;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The engine's price test, shared out anew whenever a fiftieth more has been seen; a person who
 * comes back is shown the same price.
 */
final class EngineRule implements PriceRule {

  private static final double GROWTH = 1.02;

  private final PriceTestPlan plan;
  private final RandomGenerator random;
  private PriceTestState state;
  private PriceAllocation allocation;
  private final Map<Integer, Integer> shown = new HashMap<>();
  private long due = 1;

  EngineRule(double[] prices, int most, RandomGenerator random) {
    this.random = random;
    this.plan =
        PriceTestPlan.of(
                Arrays.stream(prices)
                    .mapToObj(price -> new PriceArm("price " + price, price, price))
                    .toList(),
                prices.length / 2)
            .withCap(most);
    this.state = PriceTestState.start(plan);
    this.allocation = DynamicPricingEngine.allocate(plan, state, random);
  }

  @Override
  public int choose(int person) {
    Integer before = shown.get(person);
    if (before != null) {
      return before;
    }
    if (state.assigned() >= due) {
      allocation = DynamicPricingEngine.allocate(plan, state, random);
      due = (long) Math.ceil(Math.max(due + 1.0, due * GROWTH));
    }
    int arm = allocation.armAt(random.nextDouble());
    shown.put(person, arm);
    state = state.assigned(arm, allocation.propensities());
    return arm;
  }

  @Override
  public void learn(int arm, boolean bought, double contribution) {
    state = state.settled(plan, arm, bought, contribution);
  }
}
