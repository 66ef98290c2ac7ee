package io.tiktoktoe.pricing.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.event.KeyedHash;
import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.PriceAllocation;
import io.tiktoktoe.pricing.insight.PriceArm;
import io.tiktoktoe.pricing.insight.PriceTestPlan;
import io.tiktoktoe.pricing.insight.PriceTestState;
import io.tiktoktoe.pricing.insight.PriceVerdict;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Allocation, verdicts under peeking, guardrails, and tests that are no tests. */
class PriceTestTest {

  private static final PriceTestPlan PLAN =
      PriceTestPlan.of(
          List.of(
              new PriceArm("low", 4, 4), new PriceArm("today", 5, 5), new PriceArm("high", 8, 8)),
          1);

  @Test
  void propensitiesSumToOneAndATenthExploresEvenly() {
    PriceTestState state = PriceTestState.start(PLAN);
    SplittableRandom random = new SplittableRandom(1);
    for (int person = 0; person < 300; person++) {
      PriceAllocation allocation = ThompsonPricing.allocate(PLAN, state, random);
      List<Double> shares = allocation.propensities();
      assertThat(shares.stream().mapToDouble(share -> share).sum()).isCloseTo(1, within(1e-9));
      long eligible = shares.stream().filter(share -> share > 0).count();
      assertThat(shares)
          .allMatch(share -> share == 0 || share >= PriceTestPlan.EXPLORATION / eligible - 1e-12)
          .allMatch(share -> share == 0 || share >= PriceTestPlan.LEAST_PROPENSITY);
      int arm = allocation.armAt(random.nextDouble());
      state = bought(state, allocation, arm, random.nextDouble() < .4 - .03 * arm);
    }
    assertThat(ThompsonPricing.allocate(PLAN, state, random).chanceOfBest().get(2))
        .isGreaterThan(.9);
  }

  @Test
  void noNumberOfDrawsMakesAnArmCertain() {
    PriceTestPlan alike =
        PriceTestPlan.of(List.of(new PriceArm("a", 5, 5), new PriceArm("b", 5, 5)), 0);
    PriceAllocation allocation =
        ThompsonPricing.allocate(alike, PriceTestState.start(alike), new SplittableRandom(3));
    assertThat(allocation.chanceOfBest()).allMatch(chance -> chance > 0 && chance < 1);
    assertThat(allocation.chanceOfBest().stream().mapToDouble(chance -> chance).sum())
        .isCloseTo(1, within(1e-9));
  }

  private static PriceTestState bought(
      PriceTestState state, PriceAllocation allocation, int arm, boolean sold) {
    return state
        .assigned(arm, allocation.propensities())
        .settled(PLAN, arm, sold, sold ? PLAN.arms().get(arm).contribution() : 0);
  }

  /**
   * Two thousand tests of two prices that are the same, looked at after every person. Of tests at
   * alpha .05 at most 100 may alarm. The seed is fixed.
   */
  @Test
  void peekingAfterEveryPersonAlarmsNoMoreThanAlpha() {
    PriceTestPlan alike =
        PriceTestPlan.of(List.of(new PriceArm("a", 5, 5), new PriceArm("b", 5, 5)), 0);
    int alarms = 0;
    SplittableRandom random = new SplittableRandom(7);
    for (int test = 0; test < 2_000; test++) {
      alarms += alarms(alike, 100, random) ? 1 : 0;
    }
    assertThat(alarms).isLessThanOrEqualTo(100);
  }

  private static boolean alarms(PriceTestPlan plan, int persons, SplittableRandom random) {
    PriceTestState state = PriceTestState.start(plan);
    for (int person = 0; person < persons; person++) {
      int arm = random.nextInt(2);
      boolean sold = random.nextDouble() < .3;
      state = state.assigned(arm, List.of(.5, .5)).settled(plan, arm, sold, sold ? 5 : 0);
      if (!(DynamicPricingEngine.judge(plan, state) instanceof PriceVerdict.NotYet)) {
        return true;
      }
    }
    return false;
  }

  /** One sequence at its own alpha, under adaptive looks: 2,000 means, at most 5% ever left. */
  @Test
  void aSequenceHoldsTheMeanAtAllTimes() {
    SplittableRandom random = new SplittableRandom(3);
    int left = 0;
    for (int run = 0; run < 2_000; run++) {
      double sum = 0;
      boolean out = false;
      for (int count = 1; count <= 300 && !out; count++) {
        // Values between, not only 0 and 1: mean .35.
        sum += random.nextDouble() < .5 ? .7 * random.nextDouble() : random.nextDouble() * .7;
        out = !ConfidenceSequence.of(count, sum, .05).contains(.35);
      }
      left += out ? 1 : 0;
    }
    assertThat(left).isLessThanOrEqualTo(100);
  }

  @Test
  void aSequenceNarrowsAndStartsWithNothing() {
    assertThat(ConfidenceSequence.of(0, 0, .05)).isEqualTo(new Interval(0, 1, .95));
    assertThat(ConfidenceSequence.of(100, 30, .05).width())
        .isGreaterThan(ConfidenceSequence.of(10_000, 3_000, .05).width() * 5);
    assertThat(ConfidenceSequence.of(50, 0, .05).lo()).isZero();
    assertThat(ConfidenceSequence.of(50, 50, .05).hi()).isEqualTo(1);
  }

  @Test
  void fourteenAgainstTwentyTwoPayersIsNotYet() {
    PriceTestState state = seen(new long[] {0, 400, 400}, new long[] {0, 14, 22});
    assertThat(PriceJudgement.judge(PLAN, state)).isInstanceOf(PriceVerdict.NotYet.class);
  }

  @Test
  void aLargeDifferenceIsToldAndALoserIsLeftOut() {
    PriceTestState state = seen(new long[] {3_000, 3_000, 3_000}, new long[] {900, 900, 1_500});
    assertThat(PriceJudgement.judge(PLAN, state))
        .isInstanceOfSatisfying(
            PriceVerdict.Better.class, better -> assertThat(better.winner()).isEqualTo("high"));
    PriceTestState keep = seen(new long[] {3_000, 3_000, 3_000}, new long[] {600, 2_400, 300});
    assertThat(PriceJudgement.judge(PLAN, keep)).isInstanceOf(PriceVerdict.KeepPrice.class);
    assertThat(PriceJudgement.losing(PLAN, keep)).containsExactly(true, false, true);
    assertThat(ThompsonPricing.allocate(PLAN, keep, new SplittableRandom(2)).propensities())
        .containsExactly(0.0, 1.0, 0.0);
  }

  @Test
  void comparisonTellsWhatOverlappingIntervalsDoNot() {
    PriceTestPlan two =
        PriceTestPlan.of(List.of(new PriceArm("a", 5, 5), new PriceArm("b", 5.01, 5)), 0);
    PriceTestState state =
        new PriceTestState(
            List.of(
                new PriceTestState.Seen(1_000, 1_000, 200, 1_000, 0, 1_000, 500),
                new PriceTestState.Seen(1_000, 1_000, 290, 1_450, 0, 1_000, 500)));
    PriceVerdict verdict = PriceJudgement.judge(two, state);
    assertThat(verdict.arms().get(0).interval().hi())
        .isGreaterThan(verdict.arms().get(1).interval().lo());
    assertThat(verdict).isInstanceOf(PriceVerdict.Better.class);
  }

  private static PriceTestState seen(long[] persons, long[] buyers) {
    List<PriceTestState.Seen> arms = new ArrayList<>();
    for (int arm = 0; arm < persons.length; arm++) {
      arms.add(
          new PriceTestState.Seen(
              persons[arm],
              persons[arm],
              buyers[arm],
              buyers[arm] * PLAN.arms().get(arm).contribution(),
              0,
              persons[arm],
              persons[arm] * .2));
    }
    return new PriceTestState(arms);
  }

  @Test
  void armsShownMoreOftenThanTheirChancesStopTheVerdict() {
    PriceTestState state = PriceTestState.start(PLAN);
    List<Double> even = List.of(.34, .33, .33);
    for (int person = 0; person < 600; person++) {
      state = state.assigned(person % 2 == 0 ? 0 : person % 3, even);
    }
    assertThat(PriceJudgement.judge(PLAN, state))
        .isInstanceOfSatisfying(
            PriceVerdict.SampleRatioMismatch.class, off -> assertThat(off.arm()).isEqualTo("low"));
  }

  @Test
  void aWhaleIsCutAndARefundCostsNoMoreThanTheSale() {
    PriceTestState state =
        PriceTestState.start(PLAN)
            .assigned(2, List.of(.3, .3, .4))
            .assigned(2, List.of(.3, .3, .4))
            .settled(PLAN, 2, true, 1e9)
            .settled(PLAN, 2, false, -3);
    assertThat(state.arms().get(2).contribution()).isEqualTo(8);
    assertThat(state.arms().get(2).capped()).isEqualTo(1);
    assertThatThrownBy(() -> state.settled(PLAN, 2, true, 1))
        .hasMessageContaining("3 settled of 2 assigned");
    PriceTestState one = PriceTestState.start(PLAN).assigned(0, List.of(1.0, 0.0, 0.0));
    assertThatThrownBy(() -> one.settled(PLAN, 0, true, Double.NaN))
        .hasMessageContaining("contribution (NaN)");
  }

  @Test
  void aFanKeepsItsPlaceAndPlacesOfTwoTestsAreUnrelated() {
    KeyedHash salt = KeyedHash.withSalt("a-salt-of-enough-characters");
    double product = 0;
    double sum = 0;
    for (int fan = 0; fan < 10_000; fan++) {
      double one = DynamicPricingEngine.placeOf(salt, "one", "fan" + fan);
      double two = DynamicPricingEngine.placeOf(salt, "two", "fan" + fan);
      assertThat(DynamicPricingEngine.placeOf(salt, "one", "fan" + fan)).isEqualTo(one);
      product += (one - .5) * (two - .5) / 10_000;
      sum += one / 10_000;
    }
    // Five standard errors: the hash is fixed, so this cannot fail by chance.
    assertThat(sum).isCloseTo(.5, within(5 * .2887 / 100));
    assertThat(product).isCloseTo(0, within(5 * .0833 / 100));
  }

  @Test
  void theSameStateAndSeedGiveTheSameAllocation() {
    PriceTestState state = seen(new long[] {300, 300, 300}, new long[] {90, 80, 60});
    assertThat(ThompsonPricing.allocate(PLAN, state, new SplittableRandom(4)))
        .isEqualTo(ThompsonPricing.allocate(PLAN, state, new SplittableRandom(4)));
  }

  @Test
  void planningSaysHowManyPersonsAreNeeded() {
    // 2 ((1.960 + .842) 2 / (1 x .1))²: 6,280 and a little.
    assertThat(DynamicPricingEngine.personsPerArm(1, 2, .1, .05)).isBetween(6_270L, 6_290L);
    assertThatThrownBy(() -> DynamicPricingEngine.personsPerArm(1, 0, .1, .05))
        .hasMessageContaining("deviation (0.0)");
  }

  @Test
  void plansThatAreNoneAreRefused() {
    PriceArm one = new PriceArm("a", 5, 4);
    assertThatThrownBy(() -> PriceTestPlan.of(List.of(one), 0)).hasMessageContaining("at least 2");
    assertThatThrownBy(() -> PriceTestPlan.of(List.of(one, one), 0))
        .hasMessageContaining("1 names");
    assertThatThrownBy(() -> PriceTestPlan.of(List.of(new PriceArm("b", 9, 9), one), 0))
        .hasMessageContaining("order of their prices");
    assertThatThrownBy(() -> new PriceArm("free", 0, 0)).hasMessageContaining("price (0.0)");
    assertThatThrownBy(() -> PLAN.withExploration(1.5)).hasMessageContaining("exploration (1.5)");
    assertThat(Collections.max(PLAN.arms(), (a, b) -> Double.compare(a.price(), b.price())).name())
        .isEqualTo("high");
  }

  /** Of 300 tests with the planned persons four fifths should tell; fixed seed. */
  @Test
  void thePlannedPersonsTellTheDifferenceMostly() {
    PriceTestPlan alike =
        PriceTestPlan.of(List.of(new PriceArm("a", 5, 5), new PriceArm("b", 5, 5)), 0);
    for (int ratio : new int[] {1, 9}) {
      int persons = (int) DynamicPricingEngine.personsAtAnyTime(alike, .2, .5, ratio);
      SplittableRandom random = new SplittableRandom(11);
      int told = 0;
      for (int test = 0; test < 300; test++) {
        long usual = buyers(persons, .2, random);
        long more = buyers(ratio * persons, .3, random);
        PriceTestState state =
            new PriceTestState(
                List.of(seenOf(persons, usual), seenOf((long) ratio * persons, more)));
        told += DynamicPricingEngine.judge(alike, state) instanceof PriceVerdict.Better ? 1 : 0;
      }
      assertThat(told).as("ratio %d, %d persons", ratio, persons).isBetween(210, 285);
    }
  }

  private static long buyers(int persons, double chance, SplittableRandom random) {
    long buyers = 0;
    for (int person = 0; person < persons; person++) {
      buyers += random.nextDouble() < chance ? 1 : 0;
    }
    return buyers;
  }

  private static PriceTestState.Seen seenOf(long persons, long buyers) {
    return new PriceTestState.Seen(persons, persons, buyers, 5.0 * buyers, 0, persons, 0);
  }
}
