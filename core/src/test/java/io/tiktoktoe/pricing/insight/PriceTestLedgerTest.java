package io.tiktoktoe.pricing.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.pricing.DynamicPricingEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a log of a price test adds up to, in whatever order outcomes come. */
class PriceTestLedgerTest {

  private static final Instant START = Instant.parse("2026-09-05T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private static final PriceTestPlan PLAN =
      PriceTestPlan.of(List.of(new PriceArm("a", 5, 4.5), new PriceArm("b", 6, 5.4)), 0);

  private static PriceTestLedger ledger(double renewals) {
    PriceTestLedger ledger = new PriceTestLedger(PLAN, 2, DAY, renewals);
    ledger.step(List.of(.5, .5));
    return ledger;
  }

  private record Outcome(int place, PriceTestLedger.Kind kind, long amount) {}

  private static void fill(PriceTestLedger ledger, List<Outcome> outcomes, boolean late) {
    SplittableRandom random = new SplittableRandom(1);
    for (int person = 0; person < 500; person++) {
      ledger.assign(person, 0, random.nextInt(2), START.plusSeconds(person));
    }
    if (late) {
      ledger.state(START.plus(DAY).plusSeconds(250));
    }
    outcomes.forEach(one -> ledger.credit(one.place(), one.kind(), one.amount()));
  }

  @Test
  void theOrderOfOutcomesAndLateOnesChangeNothing() {
    SplittableRandom random = new SplittableRandom(2);
    List<Outcome> outcomes = new ArrayList<>();
    for (int sale = 0; sale < 400; sale++) {
      int place = random.nextInt(500);
      outcomes.add(new Outcome(place, PriceTestLedger.Kind.PURCHASE, random.nextInt(700)));
      if (sale % 5 == 0) {
        outcomes.add(new Outcome(place, PriceTestLedger.Kind.REFUND, random.nextInt(700)));
        outcomes.add(new Outcome(place, PriceTestLedger.Kind.RENEWAL, 333));
      }
    }
    PriceTestLedger one = ledger(2.5);
    fill(one, outcomes, false);
    Collections.shuffle(outcomes, new Random(3));
    PriceTestLedger other = ledger(2.5);
    fill(other, outcomes, true);
    Instant end = START.plus(DAY).plusSeconds(499);
    assertThat(other.state(end)).isEqualTo(one.state(end));
    assertThat(one.settled()).isEqualTo(500);
    PriceTestState.Seen first = one.state(end).arms().getFirst();
    assertThat(first.expected()).isEqualTo(250);
    assertThat(first.variance()).isEqualTo(125);
    assertThat(first.bought()).isBetween(100L, 200L);
  }

  @Test
  void nobodyCountsBeforeTheirWindowIsOverBuyerOrNot() {
    PriceTestLedger ledger = ledger(0);
    ledger.assign(1, 0, 0, START);
    ledger.credit(0, PriceTestLedger.Kind.PURCHASE, 450);
    ledger.assign(2, 0, 0, START.plusSeconds(60));
    assertThat(ledger.state(START.plus(DAY).minusMillis(1)).arms().getFirst().settled()).isZero();
    assertThat(ledger.state(START.plus(DAY)).arms().getFirst().settled()).isEqualTo(1);
    assertThat(ledger.state(START.plus(DAY)).arms().getFirst().contribution()).isEqualTo(4.5);
    // A clock that goes back unsettles nobody.
    assertThat(ledger.state(START).arms().getFirst().settled()).isEqualTo(1);
    ledger.assign(3, 0, 0, START.minusSeconds(99));
    assertThat(ledger.time(2)).isEqualTo(START.plusSeconds(60));
  }

  @Test
  void aPersonHasOneArmOfAStepThatShowsIt() {
    PriceTestLedger ledger = ledger(0);
    ledger.assign(1, 0, 0, START);
    assertThatThrownBy(() -> ledger.assign(1, 0, 1, START))
        .hasMessageContaining("person 1 has an arm already");
    ledger.step(List.of(1.0, .0));
    assertThatThrownBy(() -> ledger.assign(2, 1, 1, START))
        .hasMessageContaining("step 1 does not show arm 1");
  }

  @Test
  void policiesFindWhatEachArmBringsUnderChangingChances() {
    PriceTestLedger ledger = ledger(0);
    ledger.step(List.of(.2, .8));
    SplittableRandom random = new SplittableRandom(5);
    for (int person = 0; person < 4_000; person++) {
      int step = person / 2_000;
      int arm = random.nextDouble() < ledger.propensities(step).getFirst() ? 0 : 1;
      ledger.assign(person, step, arm, START);
      if (random.nextDouble() < (arm == 0 ? .3 : .1)) {
        ledger.credit(person, PriceTestLedger.Kind.PURCHASE, arm == 0 ? 450 : 540);
      }
    }
    ledger.state(START.plus(DAY));
    List<PolicyOutcome> policies = DynamicPricingEngine.policies(ledger);
    assertThat(policies).hasSize(3);
    policies.get(0).values().forEach(v -> assertThat(v.value()).isCloseTo(1.35, within(.25)));
    policies.get(1).values().forEach(v -> assertThat(v.value()).isCloseTo(.54, within(.12)));
    policies.get(2).values().forEach(v -> assertThat(v.value()).isCloseTo(.945, within(.15)));
    assertThat(DynamicPricingEngine.novelty(ledger)).noneMatch(NoveltyCheck::fading);
  }

  @Test
  void aLeadThatFadesIsSaid() {
    PriceTestLedger ledger = ledger(0);
    SplittableRandom random = new SplittableRandom(6);
    for (int person = 0; person < 4_000; person++) {
      int arm = random.nextInt(2);
      ledger.assign(person, 0, arm, START);
      boolean early = person < 2_000;
      if (random.nextDouble() < (arm == 0 ? .2 : early ? .4 : .15)) {
        ledger.credit(person, PriceTestLedger.Kind.PURCHASE, arm == 0 ? 450 : 540);
      }
    }
    ledger.state(START.plus(DAY));
    NoveltyCheck check = DynamicPricingEngine.novelty(ledger).getFirst();
    assertThat(check.fading()).isTrue();
    assertThat(check.early()).isGreaterThan(check.late() + .8);
  }

  @Test
  void moreUnevenTestsNeedMorePersonsInAll() {
    long even = DynamicPricingEngine.personsAtAnyTime(PLAN, .1, .3, 1);
    long uneven = DynamicPricingEngine.personsAtAnyTime(PLAN, .1, .3, 19);
    assertThat(uneven).isBetween(even / 4, even);
    assertThat(20 * uneven).isGreaterThan(2 * even);
    assertThat(DynamicPricingEngine.personsAtAnyTime(PLAN, .1, .1, 1)).isGreaterThan(5 * even);
    assertThatThrownBy(() -> DynamicPricingEngine.personsAtAnyTime(PLAN, 0, .1, 1))
        .hasMessageContaining("conversion (0.0)");
  }
}
