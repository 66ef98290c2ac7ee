package io.tiktoktoe.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTestsTest {

  /** scipy 1.17.1: {@code chi2.ppf(.025, 2 k) / 2, chi2.ppf(.975, 2 k + 2) / 2}. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 3.6888794541139354",
    "1, 0.025317807984289876, 5.571643390938898",
    "10, 4.7953886961324335, 18.39035604201778",
    "1000, 938.9730184076952, 1063.952136016302"
  })
  void poissonIntervalEqualsGarwoods(long count, double low, double high) {
    Interval interval = CountTests.poissonRate(count, 4, Interval.WIDE).times(4);
    assertThat(interval.lo()).isCloseTo(low, within(1e-8));
    assertThat(interval.hi()).isCloseTo(high, within(1e-8));
  }

  /** scipy 1.17.1: {@code binomtest(k, n).proportion_ci(.95, "exact")}. */
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0, 0.30849710781876294",
    "3, 10, 0.06673951117773447, 0.652452850060008",
    "10, 10, 0.6915028921812371, 1",
    "45, 1000, 0.033009625431148736, 0.05975283269341042"
  })
  void shareIntervalEqualsClopperAndPearsons(long successes, long trials, double low, double high) {
    Interval interval = CountTests.share(successes, trials, Interval.WIDE);
    assertThat(interval.lo()).isCloseTo(low, within(1e-10));
    assertThat(interval.hi()).isCloseTo(high, within(1e-10));
  }

  /** scipy 1.17.1: {@code binomtest(k, n, p).pvalue}; the 682 of 925 are R's own example. */
  @ParameterizedTest
  @CsvSource({
    "3, 10, 0.5, 0.34375",
    "9, 10, 0.5, 0.021484375",
    "0, 5, 0.3, 0.33115",
    "682, 925, 0.75, 0.3824915595748517",
    "5, 5, 0.2, 0.00032",
    "7, 20, 0.35, 1",
    "14, 1000, 0.01, 0.2005746248665858"
  })
  void binomialTestEqualsScipys(long successes, long trials, double expected, double p) {
    assertThat(CountTests.binomial(successes, trials, expected)).isCloseTo(p, within(1e-10));
  }

  /** scipy 1.17.1: the sum of {@code poisson.pmf} over counts that are no likelier. */
  @ParameterizedTest
  @CsvSource({
    "0, 3, 0.08329560367670516",
    "10, 4.2, 0.011126988198972423",
    "4, 4, 1",
    "3, 8.5, 0.057534432259019504",
    "1, 0.01, 0.009950166250831952",
    "137, 24.19893, 2.8452272641144952e-56"
  })
  void poissonTestEqualsTheSumOverUnlikelierCounts(long count, double expected, double p) {
    assertThat(CountTests.poisson(count, expected)).isCloseTo(p, within(1e-8 * p));
  }

  /** scipy 1.17.1: from {@code binomtest(11, 17, 800 / 1883.3)} and its exact interval. */
  @Test
  void ratioOfRatesIsJudgedGivenTheSum() {
    Interval ratio = CountTests.rateRatio(11, 800, 6, 1083.3, Interval.WIDE);
    assertThat(ratio.lo()).isCloseTo(0.8415765239140347, within(1e-8));
    assertThat(ratio.hi()).isCloseTo(8.175424506163106, within(1e-8));
    assertThat(CountTests.sameRate(11, 800, 6, 1083.3))
        .isCloseTo(0.08451029862417303, within(1e-10));
    assertThat(CountTests.rateRatio(3, 1, 0, 1, .95).hi()).isInfinite();
    assertThat(CountTests.rateRatio(0, 1, 3, 1, .95).lo()).isZero();
    assertThat(CountTests.sameRate(0, 1, 0, 2)).isEqualTo(1);
  }

  /** Enumerated over all counts, so that no chance is involved. */
  @Test
  void shareIntervalsCoverAtLeastAsOftenAsTheySay() {
    for (double share = .02; share < 1; share += .0731) {
      BinomialDistribution chance = BinomialDistribution.of(40, share);
      double covered = 0;
      for (int count = 0; count <= 40; count++) {
        boolean holds = CountTests.share(count, 40, Interval.WIDE).contains(share);
        covered += holds ? chance.probability(count) : 0;
      }
      assertThat(covered).as("share %s", share).isGreaterThanOrEqualTo(.95);
    }
  }

  @Test
  void testsAlarmFalselyAtMostAsOftenAsTheySay() {
    for (double level : new double[] {.01, .05, .2}) {
      for (double share : new double[] {.03, .2, .5, .77}) {
        BinomialDistribution binomial = BinomialDistribution.of(60, share);
        PoissonDistribution poisson = PoissonDistribution.of(20 * share);
        double binomialAlarms = 0;
        double poissonAlarms = 0;
        for (int count = 0; count <= 60; count++) {
          binomialAlarms +=
              CountTests.binomial(count, 60, share) <= level ? binomial.probability(count) : 0;
          poissonAlarms +=
              CountTests.poisson(count, 20 * share) <= level ? poisson.probability(count) : 0;
        }
        assertThat(binomialAlarms).isLessThanOrEqualTo(level + 1e-12);
        assertThat(poissonAlarms).isLessThanOrEqualTo(level + 1e-12);
      }
    }
  }

  @Test
  void withoutSuccessTheShareIsAtMostAboutThreeByTheNumber() {
    assertThat(CountTests.mostWithoutSuccess(1, .95)).isCloseTo(.95, within(1e-12));
    assertThat(CountTests.mostWithoutSuccess(300, .95)).isCloseTo(.01, within(1e-4));
    // That share makes no success exactly as rare as the confidence leaves.
    double most = CountTests.mostWithoutSuccess(47, .9);
    assertThat(BinomialDistribution.of(47, most).probability(0)).isCloseTo(.1, within(1e-12));
  }

  @Test
  void refusesImpossibleCounts() {
    assertThatThrownBy(() -> CountTests.share(3, 2, .95)).hasMessageContaining("trials (2)");
    assertThatThrownBy(() -> CountTests.poissonRate(-1, 2, .95)).hasMessageContaining("count (-1)");
    assertThatThrownBy(() -> CountTests.poissonRate(1, 0, .95)).hasMessageContaining("(0.0)");
    assertThatThrownBy(() -> CountTests.binomial(1, 2, 1)).hasMessageContaining("(1.0)");
    assertThatThrownBy(() -> CountTests.rateRatio(0, 1, 0, 1, .95))
        .hasMessageContaining("trials (0)");
  }
}
