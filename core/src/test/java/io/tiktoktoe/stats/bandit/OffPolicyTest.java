package io.tiktoktoe.stats.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.stats.bandit.PolicyValue.Estimator;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values by hand, coverage against known policies, and logs that say little or nonsense. */
class OffPolicyTest {

  private static final double[] LOGGING = {.4, .3, .2, .07, .03};
  private static final double[] POLICY = {.05, .15, .2, .25, .35};
  private static final double[] MEANS = {.1, .2, .3, .35, .5};

  @Test
  void fourRowsByHand() {
    OffPolicy.Evaluation told =
        OffPolicy.evaluate(
            LoggedChoices.ofShown(
                new int[] {0, 1, 0, 1},
                new double[] {1, 0, 0, 2},
                new double[] {.5, .5, .5, .5},
                new double[] {.2, .8, .2, .8}));
    // Weights .4, 1.6, .4, 1.6: (.4 + 3.2) / 4, and over their sum of 4.
    assertThat(told.values().get(0).value()).isCloseTo(.9, within(1e-12));
    assertThat(told.values().get(1).value()).isCloseTo(.9, within(1e-12));
    assertThat(told.effectiveSize()).isCloseTo(16 / 5.44, within(1e-12));
    assertThat(told.largestShare()).isCloseTo(.4, within(1e-12));
  }

  /** One choice, four that brought the same, three that brought nothing: none makes sure. */
  @ParameterizedTest
  @CsvSource({"1, 1", "4, 1", "3, 0", "4, 3.5"})
  void rewardsThatAreAllAlikeMakeNothingSure(int rows, double reward) {
    double[] rewards = new double[rows];
    double[] chances = new double[rows];
    Arrays.fill(rewards, reward);
    Arrays.fill(chances, .5);
    assertThat(
            OffPolicy.evaluate(LoggedChoices.ofShown(new int[rows], rewards, chances, chances))
                .values())
        .allSatisfy(
            told ->
                assertThat(told.interval().hi() - told.interval().lo())
                    .isGreaterThan(.5 * Math.max(1, reward)));
  }

  /**
   * Of 1,000 intervals at .95; the seed is fixed. Weights reach 11.7; the effective size is a third
   * to a quarter of the rows.
   */
  @ParameterizedTest
  @CsvSource({
    "400, binary, true",
    "400, skewed, true",
    "400, binary, false",
    "2000, skewed, false"
  })
  void intervalsHoldTheTruth(int rows, String rewards, boolean allArms) {
    SplittableRandom random = new SplittableRandom(17);
    Map<Estimator, Integer> held = new EnumMap<>(Estimator.class);
    double truth = 0;
    for (int arm = 0; arm < POLICY.length; arm++) {
      truth += POLICY[arm] * MEANS[arm];
    }
    int logs = 1_000;
    for (int one = 0; one < logs; one++) {
      LoggedChoices log = drawn(rows, rewards.equals("binary"), allArms, random);
      for (PolicyValue value : OffPolicy.evaluate(log).values()) {
        held.merge(value.estimator(), value.interval().contains(truth) ? 1 : 0, Integer::sum);
      }
    }
    assertThat(held).hasSize(4).allSatisfy((each, count) -> assertThat(count).isGreaterThan(930));
  }

  private static LoggedChoices drawn(
      int rows, boolean binary, boolean allArms, SplittableRandom random) {
    int[] arms = new int[rows];
    double[] rewards = new double[rows];
    double[] propensities = new double[rows];
    double[] shown = new double[rows];
    double[][] all = new double[rows][];
    for (int row = 0; row < rows; row++) {
      double left = random.nextDouble();
      int arm = 0;
      while (arm < LOGGING.length - 1 && left >= LOGGING[arm]) {
        left -= LOGGING[arm++];
      }
      arms[row] = arm;
      propensities[row] = LOGGING[arm];
      shown[row] = POLICY[arm];
      all[row] = POLICY;
      rewards[row] =
          binary
              ? (random.nextDouble() < MEANS[arm] ? 1 : 0)
              : MEANS[arm] * Math.exp(.8 * random.nextGaussian() - .32);
    }
    return allArms
        ? LoggedChoices.ofArms(arms, rewards, propensities, all)
        : LoggedChoices.ofShown(arms, rewards, propensities, shown);
  }

  @Test
  void theLogsOwnPolicyHasItsMeanReward() {
    SplittableRandom random = new SplittableRandom(3);
    int[] arms = new int[200];
    double[] rewards = new double[200];
    double[] chances = new double[200];
    double mean = 0;
    for (int row = 0; row < 200; row++) {
      arms[row] = random.nextInt(2);
      rewards[row] = random.nextGaussian();
      chances[row] = .5;
      mean += rewards[row] / 200;
    }
    double expected = mean;
    assertThat(OffPolicy.evaluate(LoggedChoices.ofShown(arms, rewards, chances, chances)).values())
        .allSatisfy(value -> assertThat(value.value()).isCloseTo(expected, within(.02)));
  }

  @Test
  void oneRowEqualRewardsAndHugeOnesHaveAnAnswer() {
    int[] arm = {0};
    double[] half = {.5};
    assertThat(
            OffPolicy.evaluate(LoggedChoices.ofShown(arm, new double[] {3}, half, half)).values())
        .allSatisfy(value -> assertThat(value.value()).isEqualTo(3));
    int[] arms = {0, 1, 0};
    double[] chances = {.5, .5, .5};
    assertThat(
            OffPolicy.evaluate(
                    LoggedChoices.ofShown(arms, new double[] {1e70, 2e70, 0}, chances, chances))
                .values())
        .allSatisfy(value -> assertThat(value.interval().hi()).isFinite());
  }

  @Test
  void chancesThatCannotBeAreRefusedByRow() {
    int[] arms = {0, 1};
    double[] rewards = {1, 1};
    double[] half = {.5, .5};
    assertThatThrownBy(() -> LoggedChoices.ofShown(arms, rewards, new double[] {.5, 0}, half))
        .hasMessageContaining("row 2: propensity (0.0)");
    assertThatThrownBy(() -> LoggedChoices.ofShown(arms, rewards, half, new double[] {.5, 1.5}))
        .hasMessageContaining("row 2: policy (1.5)");
    assertThatThrownBy(() -> LoggedChoices.ofShown(arms, new double[] {1, Double.NaN}, half, half))
        .hasMessageContaining("row 2: reward (NaN)");
    assertThatThrownBy(
            () -> LoggedChoices.ofArms(arms, rewards, half, new double[][] {{.5, .5}, {.5, .2}}))
        .hasMessageContaining("sum of the policy");
    assertThatThrownBy(
            () ->
                OffPolicy.evaluate(LoggedChoices.ofShown(arms, rewards, half, new double[] {0, 0})))
        .hasMessageContaining("overlaps");
  }
}
