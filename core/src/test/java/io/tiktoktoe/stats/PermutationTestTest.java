package io.tiktoktoe.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PermutationTestTest {

  private static final double[] ONE = {1.83, .50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
  private static final double[] OTHER = {.878, .647, .598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};

  /** scipy 1.17.1: {@code permutation_test} over all 48,620 and 35 ways. */
  @Test
  void equalsScipyOverAllWays() {
    SplittableRandom unused = new SplittableRandom(1);
    assertThat(PermutationTest.meansDiffer(ONE, OTHER, 50_000, unused))
        .isCloseTo(.24549568078979844, within(1e-12));
    assertThat(
            PermutationTest.meansDiffer(
                new double[] {12, 15, 9}, new double[] {7, 8, 11, 6}, 100, unused))
        .isCloseTo(.11428571428571428, within(1e-12));
  }

  /** Standard error .0043 at 10,000 draws: fails falsely once in 10,000 seeds. */
  @Test
  void drawnWaysComeCloseToAll() {
    double p = PermutationTest.meansDiffer(ONE, OTHER, 10_000, new SplittableRandom(2));
    assertThat(p).isCloseTo(.2455, within(.017));
  }

  /** Skewed values without any difference: alarms at 5% in 2,000 rounds, standard error .0049. */
  @Test
  void alarmsFalselyAsOftenAsItSays() {
    SplittableRandom random = new SplittableRandom(3);
    int alarms = 0;
    for (int round = 0; round < 2_000; round++) {
      double[] one = random.doubles(8).map(u -> -Math.log(u)).toArray();
      double[] other = random.doubles(12).map(u -> -Math.log(u)).toArray();
      alarms += PermutationTest.meansDiffer(one, other, 199, random) <= .05 ? 1 : 0;
    }
    assertThat(alarms / 2_000.0).isBetween(.034, .067);
  }

  @Test
  void countsTheOneSeenAmongTheNullValues() {
    double[] ascending = {-3, -1, 0, 0, 1, 2, 4, 5, 6};
    assertThat(PermutationTest.twoSided(ascending, 9)).isCloseTo(.2, within(1e-12));
    assertThat(PermutationTest.twoSided(ascending, -9)).isCloseTo(.2, within(1e-12));
    assertThat(PermutationTest.twoSided(ascending, 5)).isCloseTo(.6, within(1e-12));
    assertThat(PermutationTest.twoSided(ascending, 1)).isEqualTo(1);
  }

  @Test
  void refusesAnEmptyGroup() {
    assertThatThrownBy(
            () -> PermutationTest.meansDiffer(ONE, new double[0], 9, new SplittableRandom(1)))
        .hasMessageContaining("groups of 9 and 0 values");
  }
}
