package io.tiktoktoe.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesTest {

  private static final double[] VALUES = {3.1, -2, 7.5, 0, 0, 11.25, 4};

  /** numpy 2.4.6: {@code np.quantile(values, p, method="weibull")}. */
  @Test
  void equalsTheWeibullQuantilesOfNumpy() {
    double[] probabilities = {0, .01, .025, .16, .25, .5, .84, .9, .975, 1};
    double[] expected = {-2, -2, -2, -1.44, 0, 3.1, 10.2, 11.25, 11.25, 11.25};
    double[] kept = VALUES.clone();
    for (int i = 0; i < expected.length; i++) {
      assertThat(Quantiles.of(VALUES, probabilities[i])).isCloseTo(expected[i], within(1e-12));
    }
    assertThat(VALUES).isEqualTo(kept);
  }

  @Test
  void medianIsTheMiddleOrBetweenTheTwo() {
    assertThat(Quantiles.median(new double[] {9, 1, 5})).isEqualTo(5);
    assertThat(Quantiles.median(new double[] {9, 1, 5, 6})).isEqualTo(5.5);
    assertThat(Quantiles.median(new double[] {4})).isEqualTo(4);
  }

  @Test
  void readsTheFirstValuesOnly() {
    double[] ascending = {1, 2, 3, Double.POSITIVE_INFINITY};
    assertThat(Quantiles.ofSorted(ascending, 3, 0.9)).isEqualTo(3);
  }

  /** Exact for uniform values: the mean of the k-th of n is k / (n + 1). */
  @ParameterizedTest
  @ValueSource(doubles = {.05, .1, .5, .9, .95})
  void aFurtherValueLiesBelowWithTheProbabilityAsked(double probability) {
    SplittableRandom random = new SplittableRandom(1);
    int rounds = 20_000;
    double share = 0;
    for (int round = 0; round < rounds; round++) {
      share += Quantiles.of(random.doubles(19).toArray(), probability) / rounds;
    }
    // Standard error at most .0008: fails falsely once in 10,000 seeds.
    assertThat(share).isCloseTo(probability, within(.0032));
  }

  @Test
  void risesWithTheProbabilityAndStaysBetweenTheOutermost() {
    SplittableRandom random = new SplittableRandom(2);
    for (int count = 1; count < 40; count++) {
      double[] values = random.doubles(count, -5, 5).toArray();
      double before = Double.NEGATIVE_INFINITY;
      for (int step = 0; step <= 100; step++) {
        double quantile = Quantiles.of(values, step / 100.0);
        assertThat(quantile).isGreaterThanOrEqualTo(before).isBetween(min(values), max(values));
        before = quantile;
      }
    }
  }

  @Test
  void conformalQuantileIsTheOneAboveRoundedUpToAValue() {
    double[] ascending = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    assertThat(Quantiles.conformal(ascending, .9)).isEqualTo(9);
    assertThat(Quantiles.conformal(ascending, .85)).isEqualTo(9);
    assertThat(Quantiles.conformal(ascending, .8)).isEqualTo(8);
    assertThat(Quantiles.conformal(ascending, .99)).isEqualTo(9);
    assertThat(Quantiles.conformal(ascending, .001)).isEqualTo(1);
  }

  /** scipy 1.17.1: {@code binom.ppf([.025, .975], 200, .1)} is 12 and 29. */
  @Test
  void intervalOfAQuantileIsBetweenOrderStatistics() {
    double[] ranks = new double[200];
    Arrays.setAll(ranks, at -> at + 1);
    Interval interval = Quantiles.interval(ranks, .1, Interval.WIDE);
    assertThat(interval).isEqualTo(new Interval(12, 30, .95));
  }

  /** The coverage follows from the binomial distribution: no draw is needed. */
  @Test
  void intervalOfAQuantileCoversAsOftenAsItSays() {
    for (double probability : new double[] {.05, .25, .5, .9}) {
      double[] ranks = new double[300];
      Arrays.setAll(ranks, at -> at + 1);
      Interval interval = Quantiles.interval(ranks, probability, Interval.WIDE);
      BinomialDistribution below = BinomialDistribution.of(300, probability);
      double covered = below.probability((int) interval.lo() - 1, (int) interval.hi() - 1);
      assertThat(covered).isBetween(.95, .98);
    }
  }

  @Test
  void countsRanks() {
    double[] ascending = {1, 2, 2, 2, 5};
    assertThat(Quantiles.countBelow(ascending, 2)).isEqualTo(1);
    assertThat(Quantiles.countAtMost(ascending, 2)).isEqualTo(4);
    assertThat(Quantiles.countBelow(ascending, 0)).isZero();
    assertThat(Quantiles.countAtMost(ascending, 9)).isEqualTo(5);
    assertThat(Quantiles.countBelow(ascending, 3, 9)).isEqualTo(3);
  }

  @Test
  void refusesNothingAndImpossibleProbabilities() {
    assertThatThrownBy(() -> Quantiles.of(new double[0], .5)).hasMessageContaining("count (0)");
    assertThatThrownBy(() -> Quantiles.of(VALUES, 1.01)).hasMessageContaining("(1.01)");
    assertThatThrownBy(() -> Quantiles.of(VALUES, Double.NaN)).hasMessageContaining("(NaN)");
  }

  private static double min(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }
}
