package io.tiktoktoe.pricing.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.pricing.insight.PriceArm;
import io.tiktoktoe.pricing.insight.PriceTestPlan;
import io.tiktoktoe.pricing.insight.PriceTestState;
import io.tiktoktoe.pricing.insight.ShownByWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** A rival who follows the test downwards is told from a season and from nothing. */
class DemandReactionTest {

  private static final double[] CHANCES = {.6, .4, .25};
  private static final PriceTestPlan PLAN =
      PriceTestPlan.of(
          List.of(
              new PriceArm("low", 4, 4),
              new PriceArm("middle", 8, 8),
              new PriceArm("high", 12, 12)),
          2);

  /** Ever more persons are shown the low price; demand is at this level of a week. */
  private static PriceTestState state(
      PriceTestPlan plan, double elasticity, IntToDoubleFunction level, int weeks) {
    ShownByWeek byWeek = new ShownByWeek(plan);
    long[] settled = new long[3];
    long[] bought = new long[3];
    for (int week = 0; week < weeks; week++) {
      int low = Math.min(180, 30 * week);
      int[] shown = {low, (200 - low) / 2, (200 - low) / 2};
      for (int arm = 0; arm < 3; arm++) {
        for (int person = 0; person < shown[arm]; person++) {
          byWeek.assigned(week, arm);
        }
      }
      double before = byWeek.weeks().getLast().before();
      for (int arm = 0; arm < 3; arm++) {
        double answer = Math.pow(before / plan.arms().get(arm).price(), elasticity);
        double chance = Math.min(1, CHANCES[arm] * answer * level.applyAsDouble(week));
        int sales = (int) Math.round(chance * shown[arm]);
        byWeek.settled(week, arm, true, sales);
        byWeek.settled(week, arm, false, shown[arm] - sales);
        settled[arm] += shown[arm];
        bought[arm] += sales;
      }
    }
    List<PriceTestState.Seen> arms = new ArrayList<>();
    for (int arm = 0; arm < 3; arm++) {
      arms.add(
          new PriceTestState.Seen(
              settled[arm], settled[arm], bought[arm], bought[arm], 0, settled[arm], 0));
    }
    return new PriceTestState(arms, byWeek.weeks());
  }

  @Test
  void whoFollowsDownwardsIsSeenAndADearPriceIsWorthWhatItSellsInTheLongRun() {
    PriceTestState state = state(PLAN, 2, week -> .1, 20);
    List<DemandReaction.Belief> beliefs = DemandReaction.beliefs(PLAN, state);
    assertThat(beliefs.get(0).weight()).isLessThan(.1);
    assertThat(beliefs.stream().mapToDouble(DemandReaction.Belief::weight).sum())
        .isCloseTo(1, within(1e-9));
    double[] persons = beliefs.get(2).persons();
    for (int arm = 1; arm < 3; arm++) {
      PriceTestState.Seen seen = state.arms().get(arm);
      assertThat(seen.bought() / persons[arm]).isCloseTo(.1 * CHANCES[arm], within(.01));
    }
    assertThat(persons[2]).isLessThan(state.arms().get(2).settled());
  }

  @Test
  void aSeasonATrendAndNothingAreNoAnswer() {
    List<IntToDoubleFunction> levels =
        List.of(week -> .7, week -> .7 + .2 * Math.sin(week / 8.0), week -> .9 - .01 * week);
    for (IntToDoubleFunction level : levels) {
      PriceTestState state = state(PLAN, 0, level, 26);
      assertThat(DemandReaction.beliefs(PLAN, state).get(0).weight()).isGreaterThan(.9);
    }
  }

  @Test
  void withoutAnOrderOrWeeksNothingAnswers() {
    PriceTestState state = state(PLAN, 2, week -> .5, 12);
    assertThat(DemandReaction.beliefs(PLAN.withoutOrder(), state)).hasSize(1);
    PriceTestState timeless = new PriceTestState(state.arms());
    assertThat(DemandReaction.beliefs(PLAN, timeless)).hasSize(1);
    assertThat(DemandReaction.beliefs(PLAN, PriceTestState.start(PLAN)).getFirst().persons())
        .containsOnly(0);
  }
}
