package io.tiktoktoe.audience.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.event.Decision;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlanScoringTest {

  private static final Decision OFFER =
      Decision.of("offer").forSegment("regulars").expecting(90_000, "monetization");

  /** Of 60 intervals 57 hold the truth on average; fewer than 50 would be by chance in 1e-3. */
  @Test
  void aScoreHoldsWhatTheActionBrought() {
    int held = 0;
    for (int seed = 0; seed < 60; seed++) {
      TrialWorld world = new TrialWorld(seed);
      PlanScore score =
          PlanScoring.doublyRobust(
                  OFFER, Goal.MONETIZATION, world.trials(1_000, false, seed), 1, 1, seed, 0.95)
              .orElseThrow();
      double truth = world.truth(1, 1) * TrialWorld.SEGMENTS.get(1).income() * score.fans();
      held += score.interval().contains(truth) ? 1 : 0;
      assertThat(score.expected()).isEqualTo(90_000);
    }
    assertThat(held).isGreaterThanOrEqualTo(50);
  }

  /** Seeds are fixed: never fails by chance. */
  @Test
  void differencesDoNotTakeWhatTheChosenPaidBeforeForTheEffect() {
    int fans = 4_000;
    double[] before = new double[fans];
    double[] after = new double[fans];
    boolean[] acted = new boolean[fans];
    SplittableRandom random = new SplittableRandom(1);
    for (int fan = 0; fan < fans; fan++) {
      acted[fan] = fan % 2 == 0;
      double usual = acted[fan] ? 500 : 100;
      before[fan] = usual + 50 * random.nextGaussian();
      after[fan] = usual + 20 + (acted[fan] ? 30 : 0) + 50 * random.nextGaussian();
    }
    PlanScore score =
        PlanScoring.differences(OFFER, Goal.MONETIZATION, before, after, acted, 0.95).orElseThrow();
    assertThat(score.interval().lo()).isLessThan(30 * 2_000);
    assertThat(score.effect()).isCloseTo(30 * 2_000, within(0.15 * 30 * 2_000));
    assertThat(score.interval().lo()).isPositive();
    assertThat(score.method()).isEqualTo(PlanScore.Method.DIFFERENCE_IN_DIFFERENCES);
  }

  @Test
  void tooFewTellNothing() {
    boolean[] acted = {true, false, true, false};
    double[] zero = new double[4];
    assertThat(PlanScoring.differences(OFFER, Goal.GROWTH, zero, zero, acted, 0.95)).isEmpty();
    UpliftTrials few = new TrialWorld(1).trials(4, false, 1);
    assertThat(PlanScoring.doublyRobust(OFFER, Goal.GROWTH, few, 1, 1, 1, 0.95)).isEmpty();
  }
}
