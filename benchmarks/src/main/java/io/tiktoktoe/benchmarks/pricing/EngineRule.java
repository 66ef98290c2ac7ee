package io.tiktoktoe.benchmarks.pricing;

import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.PriceAllocation;
import io.tiktoktoe.pricing.insight.PriceArm;
import io.tiktoktoe.pricing.insight.PriceTestPlan;
import io.tiktoktoe.pricing.insight.PriceTestState;
import io.tiktoktoe.pricing.insight.ShownByWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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
  private final ShownByWeek byWeek;
  private final Arm[] arms;
  private PriceAllocation allocation;
  private final Map<Integer, Integer> shown = new HashMap<>();
  private long assigned;
  private long due = 1;

  /** Sums of one arm; those of chances are of no use to sharing out. */
  private static final class Arm {
    private long assigned;
    private long settled;
    private long bought;
    private double contribution;

    PriceTestState.Seen seen() {
      return new PriceTestState.Seen(assigned, settled, bought, contribution, 0, assigned, 0);
    }
  }

  EngineRule(double[] prices, int most, RandomGenerator random) {
    this.random = random;
    this.plan =
        PriceTestPlan.of(
                Arrays.stream(prices)
                    .mapToObj(price -> new PriceArm("price " + price, price, price))
                    .toList(),
                prices.length / 2)
            .withCap(most);
    this.byWeek = new ShownByWeek(plan);
    this.arms = new Arm[prices.length];
    Arrays.setAll(arms, arm -> new Arm());
    this.allocation = DynamicPricingEngine.allocate(plan, state(), random);
  }

  private PriceTestState state() {
    List<PriceTestState.Seen> seen = new ArrayList<>();
    for (Arm arm : arms) {
      seen.add(arm.seen());
    }
    return new PriceTestState(seen, byWeek.weeks());
  }

  @Override
  public int choose(int person, int week) {
    Integer before = shown.get(person);
    if (before != null) {
      return before;
    }
    if (assigned >= due) {
      allocation = DynamicPricingEngine.allocate(plan, state(), random);
      due = (long) Math.ceil(Math.max(due + 1.0, due * GROWTH));
    }
    int arm = allocation.armAt(random.nextDouble());
    shown.put(person, arm);
    arms[arm].assigned++;
    byWeek.assigned(week, arm);
    assigned++;
    return arm;
  }

  @Override
  public void learn(int week, int arm, boolean bought, double contribution) {
    arms[arm].settled++;
    arms[arm].bought += bought ? 1 : 0;
    arms[arm].contribution += Math.clamp(contribution, 0, plan.most(arm));
    byWeek.settled(week, arm, bought, 1);
  }
}
