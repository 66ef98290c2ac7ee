package io.tiktoktoe.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class MultipleTestingTest {

  private static final double[] P = {.01, .04, .03, .005, .2, .04, .9};

  /** By hand: (7, 6, 5, 4, 4, 2, 1) times the ascending p-values, never falling. */
  @Test
  void holmAdjustsStepByStep() {
    double[] kept = P.clone();
    double[] expected = {.06, .16, .15, .035, .4, .16, .9};
    assertThat(MultipleTesting.holm(P)).containsExactly(expected, within(1e-12));
    assertThat(P).isEqualTo(kept);
  }

  /** scipy 1.17.1: {@code stats.false_discovery_control(p)}. */
  @Test
  void benjaminiHochbergEqualsScipy() {
    double[] expected = {.035, .056, .056, .035, .2333333333333333, .056, .9};
    assertThat(MultipleTesting.benjaminiHochberg(P)).containsExactly(expected, within(1e-12));
  }

  /** Table 1 of Benjamini and Hochberg 1995: 4 finds at rate .05 where Bonferroni has 3. */
  @Test
  void findsWhatTheAuthorsFound() {
    double[] p = {
      .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528,
      .7590, 1
    };
    assertThat(finds(MultipleTesting.benjaminiHochberg(p))).isEqualTo(4);
    assertThat(finds(MultipleTesting.holm(p))).isEqualTo(3);
  }

  @Test
  void adjustedValuesKeepTheOrderAndAreNeverSmaller() {
    SplittableRandom random = new SplittableRandom(3);
    for (int count = 0; count < 60; count++) {
      double[] p = random.doubles(count).map(x -> Math.round(20 * x * x) / 20.0).toArray();
      double[] holm = MultipleTesting.holm(p);
      double[] rate = MultipleTesting.benjaminiHochberg(p);
      for (int i = 0; i < count; i++) {
        assertThat(rate[i]).isBetween(p[i] - 1e-12, holm[i] + 1e-12);
        for (int j = 0; j < count; j++) {
          assertThat(p[i] < p[j] && (holm[i] > holm[j] || rate[i] > rate[j])).isFalse();
          assertThat(p[i] == p[j] && (holm[i] != holm[j] || rate[i] != rate[j])).isFalse();
        }
      }
    }
  }

  /** Twenty true nulls that depend on each other; standard error .0034, 3.5 of them allowed. */
  @Test
  void holmFindsFalselyInOneFamilyOfTwentyAtMost() {
    assertThat(familiesWithAFind(MultipleTesting::holm, 0)).isLessThan(.062).isGreaterThan(.01);
  }

  /** 15 nulls and 5 effects: the mean share of false finds stays below .05 x 15 / 20 = .0375. */
  @Test
  void benjaminiHochbergKeepsTheShareOfFalseFinds() {
    SplittableRandom random = new SplittableRandom(4);
    NormalDistribution normal = NormalDistribution.of(0, 1);
    int rounds = 4_000;
    double shares = 0;
    double found = 0;
    for (int round = 0; round < rounds; round++) {
      double[] p = new double[20];
      Arrays.setAll(p, i -> normal.survivalProbability(random.nextGaussian() + (i < 5 ? 3 : 0)));
      double[] rate = MultipleTesting.benjaminiHochberg(p);
      int truly = 0;
      for (int i = 0; i < 5; i++) {
        truly += rate[i] <= .05 ? 1 : 0;
      }
      int finds = finds(rate);
      shares += finds == 0 ? 0 : (finds - truly) / (double) finds / rounds;
      found += truly / 5.0 / rounds;
    }
    // Standard error about .0014: fails falsely once in some 2,000 seeds.
    assertThat(shares).isBetween(.032, .0425);
    assertThat(found).isGreaterThan(.6);
  }

  @Test
  void refusesWhatIsNoPValue() {
    assertThatThrownBy(() -> MultipleTesting.holm(new double[] {.1, Double.NaN}))
        .hasMessageContaining("p-value (NaN)");
    assertThatThrownBy(() -> MultipleTesting.benjaminiHochberg(new double[] {1.2}))
        .hasMessageContaining("p-value (1.2)");
  }

  private static double familiesWithAFind(UnaryOperator<double[]> adjust, double effect) {
    SplittableRandom random = new SplittableRandom(5);
    NormalDistribution normal = NormalDistribution.of(0, 1);
    int rounds = 4_000;
    int families = 0;
    for (int round = 0; round < rounds; round++) {
      double shared = random.nextGaussian();
      double[] p = new double[20];
      Arrays.setAll(
          p,
          i ->
              normal.survivalProbability(
                  effect + Math.sqrt(.3) * shared + Math.sqrt(.7) * random.nextGaussian()));
      families += finds(adjust.apply(p)) > 0 ? 1 : 0;
    }
    return families / (double) rounds;
  }

  private static int finds(double[] adjusted) {
    return (int) Arrays.stream(adjusted).filter(p -> p <= .05).count();
  }
}
