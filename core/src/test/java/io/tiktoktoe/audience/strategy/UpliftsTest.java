package io.tiktoktoe.audience.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.stats.Interval;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpliftsTest {

  private static final Uplifts PRIORS = Uplifts.priors(TrialWorld.CATALOGUE, TrialWorld.SEGMENTS);

  @Test
  void priorsAreToldAsSuch() {
    Uplift thank = TrialWorld.find(PRIORS, 0, 2);
    assertThat(thank.footing()).isEqualTo(Uplift.Footing.PRIOR);
    assertThat(thank.estimate()).isCloseTo(0.1, within(1e-9));
    assertThat(thank.deviation()).isCloseTo(0.1, within(1e-6));
    assertThat(thank.trials()).isZero();
    assertThat(PRIORS.all()).as("one goal for each action on each segment").hasSize(9);
  }

  /** Seeds are fixed: never fails by chance. */
  @Test
  void threeRoundsOfExperimentsHalveTheError() {
    double before = 0;
    double after = 0;
    for (int seed = 0; seed < 6; seed++) {
      TrialWorld world = new TrialWorld(seed);
      Uplifts uplifts = PRIORS;
      before += world.error(uplifts) / 6;
      for (int round = 0; round < 3; round++) {
        uplifts = uplifts.learning(world.trials(4_000, false, 100 * seed + round), round);
      }
      after += world.error(uplifts) / 6;
      assertThat(TrialWorld.find(uplifts, 1, 0).footing()).isEqualTo(Uplift.Footing.EXPERIMENT);
    }
    assertThat(after).isLessThan(before / 2);
  }

  /** Of 180 intervals 171 hold the truth on average; fewer than 158 would be by chance in 1e-4. */
  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    ActionCatalogue meant = ActionCatalogue.empty();
    for (EngagementAction one : TrialWorld.CATALOGUE.actions()) {
      Goal goal = one.priors().keySet().iterator().next();
      UpliftPrior right = new UpliftPrior(0.3, 0.2, "as the world is made");
      meant = meant.with(TrialWorld.action(one.code(), Map.of(goal, right)));
    }
    assertThat(held(Uplifts.priors(meant, TrialWorld.SEGMENTS))).isBetween(158, 180);
  }

  /** Priors that are two deviations off cost some coverage. Seeds are fixed. */
  @Test
  void wrongPriorsAreOvercome() {
    assertThat(held(PRIORS)).isGreaterThan(140);
  }

  private static int held(Uplifts priors) {
    int held = 0;
    for (int seed = 0; seed < 20; seed++) {
      TrialWorld world = new TrialWorld(seed);
      Uplifts uplifts = priors.learning(world.trials(1_500, false, seed), seed);
      for (int action = 0; action < 3; action++) {
        for (int segment = 0; segment < 3; segment++) {
          Interval interval = TrialWorld.find(uplifts, action, segment).interval(Interval.WIDE);
          held += interval.contains(world.truth(action, segment)) ? 1 : 0;
        }
      }
    }
    return held;
  }

  /** Seeds are fixed: never fails by chance. */
  @Test
  void whoWasChosenForLikingTheCreatorDoesNotFlatterTheAction() {
    double robust = 0;
    double naive = 0;
    for (int seed = 0; seed < 6; seed++) {
      TrialWorld world = new TrialWorld(seed);
      UpliftTrials trials = world.trials(5_000, true, seed);
      Uplift offer = TrialWorld.find(PRIORS.learning(trials, seed), 1, 0);
      assertThat(offer.footing()).isEqualTo(Uplift.Footing.DECISIONS);
      robust += (offer.estimate() - world.truth(1, 0)) / 6;
      naive += (naive(trials, 1, 0) - world.truth(1, 0)) / 6;
    }
    assertThat(naive).as("what comparing alone would say").isGreaterThan(0.1);
    assertThat(Math.abs(robust)).isLessThan(naive / 3);
  }

  private static double naive(UpliftTrials trials, int action, int segment) {
    double[] sums = new double[2];
    double[] counts = new double[2];
    double[] paid = trials.outcomes().get(Goal.MONETIZATION);
    for (int row = 0; row < trials.rows(); row++) {
      if (trials.segments()[row] == segment && trials.actions()[row] <= action) {
        int with = trials.actions()[row] == action ? 1 : 0;
        if (with == 1 || trials.actions()[row] == -1) {
          sums[with] += paid[row];
          counts[with]++;
        }
      }
    }
    return (sums[1] / counts[1]) / (sums[0] / counts[0]) - 1;
  }

  @Test
  void aSegmentWithoutTrialsLearnsFromTheOthers() {
    TrialWorld world = new TrialWorld(3);
    UpliftTrials all = world.trials(3_000, false, 3);
    int[] elsewhere = all.segments().clone();
    for (int row = 0; row < elsewhere.length; row++) {
      elsewhere[row] = elsewhere[row] == 2 ? 1 : elsewhere[row];
    }
    UpliftTrials few =
        new UpliftTrials(
            elsewhere, all.actions(), all.propensities(), all.features(), all.outcomes());
    Uplift untried = TrialWorld.find(PRIORS.learning(few, 1), 0, 2);
    assertThat(untried.trials()).isZero();
    assertThat(untried.footing()).isEqualTo(Uplift.Footing.EXPERIMENT);
    assertThat(untried.estimate()).isGreaterThan(0.1);
  }

  @Test
  void outcomesThatNeverDifferTeachNothing() {
    int rows = 100;
    double[] stayed = new double[rows];
    Arrays.fill(stayed, 1);
    int[] actions = new int[rows];
    for (int row = 0; row < rows; row++) {
      actions[row] = row % 2 - 1;
    }
    double[] half = new double[rows];
    Arrays.fill(half, 0.5);
    UpliftTrials trials =
        new UpliftTrials(
            new int[rows], actions, half, new double[0][], Map.of(Goal.RETENTION, stayed));
    assertThat(TrialWorld.find(PRIORS.learning(trials, 1), 0, 0))
        .isEqualTo(TrialWorld.find(PRIORS, 0, 0));
  }
}
