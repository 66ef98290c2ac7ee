package io.tiktoktoe.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class LongRunVarianceTest {

  /** arch 8.0.0: {@code Bartlett(x, bandwidth=b, center=False).cov.long_run}, and its bandwidth. */
  @Test
  void equalsThePythonPackageArch() {
    double[] values = series(120);
    assertThat(LongRunVariance.bartlett(values, 0, 0)).isCloseTo(.10062461844284631, within(1e-12));
    assertThat(LongRunVariance.bartlett(values, 3, 0)).isCloseTo(.20211782020289915, within(1e-12));
    assertThat(LongRunVariance.bartlett(values, 8, 0)).isCloseTo(.26340318670861296, within(1e-12));
    // At 100 values all read "4 (n / 100)^(2/9)" lags as 4; arch gives 6.1692, whole lags count.
    assertThat(LongRunVariance.automaticBandwidth(series(100))).isEqualTo(6);
  }

  /** By hand: squares 4 + 1 + 9 + 0, products of neighbours -2 - 3 + 0. */
  @Test
  void weighsLagsDownLinearly() {
    double[] values = {2, -1, 3, 0};
    assertThat(LongRunVariance.bartlett(values, 1, 0)).isCloseTo((14 - 5) / 4.0, within(1e-12));
    assertThat(LongRunVariance.bartlett(values, 1, 2)).isCloseTo((14 - 5) / 2.0, within(1e-12));
    assertThat(LongRunVariance.bartlett(values, 99, 0)).isNotNegative();
    assertThat(LongRunVariance.bartlett(new double[0], 3, 0)).isZero();
  }

  /** AR(1) with .5: true value 4. Standard error about 4%, Bartlett's bias some 5% downward. */
  @Test
  void comesCloseToTheTruthOfALongSeries() {
    double[] values = autoregression(new SplittableRandom(1), 20_000, .5);
    int bandwidth = LongRunVariance.automaticBandwidth(values);
    assertThat(LongRunVariance.bartlett(values, bandwidth, 1)).isBetween(3.3, 4.5);
    assertThat(LongRunVariance.automaticBandwidth(noise(20_000))).isLessThan(bandwidth);
  }

  /** Tests of a mean of 200 AR(.5) values at 5% alarm in 26% of cases with the plain variance. */
  @Test
  void keepsTestsOfAMeanFromAlarmingTooOften() {
    assertThat(alarms(values -> 0)).isGreaterThan(.2);
    // In 2,000 rounds standard error .006: bounds are wider than 3 of them around .086 and .09.
    assertThat(alarms(LongRunVariance::automaticBandwidth)).isLessThan(.12);
    assertThat(alarms(values -> LongRunVariance.plainBandwidth(values.length))).isLessThan(.12);
  }

  @Test
  void bandwidthsAreSaneForShortAndConstantSeries() {
    for (int count = 0; count < 8; count++) {
      double[] values = noise(count);
      assertThat(LongRunVariance.automaticBandwidth(values)).isBetween(0, Math.max(0, count - 1));
      assertThat(LongRunVariance.automaticBandwidth(new double[count])).isZero();
    }
    assertThat(LongRunVariance.plainBandwidth(28)).isEqualTo(4);
    assertThat(LongRunVariance.plainBandwidth(0)).isEqualTo(1);
    assertThat(LongRunVariance.freedom(90, 5)).isEqualTo(22.5);
  }

  @Test
  void refusesANegativeBandwidth() {
    assertThatThrownBy(() -> LongRunVariance.bartlett(new double[3], -1, 0))
        .hasMessageContaining("bandwidth (-1)");
  }

  private static double alarms(ToIntFunction<double[]> rule) {
    SplittableRandom random = new SplittableRandom(7);
    int rounds = 2_000;
    int alarms = 0;
    for (int round = 0; round < rounds; round++) {
      double[] values = autoregression(random, 200, .5);
      double mean = Arrays.stream(values).average().orElseThrow();
      double[] rest = Arrays.stream(values).map(value -> value - mean).toArray();
      int bandwidth = rule.applyAsInt(rest);
      double error = Math.sqrt(LongRunVariance.bartlett(rest, bandwidth, 1) / rest.length);
      double freedom = LongRunVariance.freedom(rest.length, bandwidth);
      alarms += Interval.student(mean, error, freedom, Interval.WIDE).contains(0) ? 0 : 1;
    }
    return alarms / (double) rounds;
  }

  private static double[] noise(int count) {
    SplittableRandom random = new SplittableRandom(9);
    double[] values = new double[count];
    Arrays.setAll(values, at -> random.nextGaussian());
    return values;
  }

  private static double[] autoregression(SplittableRandom random, int count, double kept) {
    double[] values = new double[count];
    double before = random.nextGaussian() / Math.sqrt(1 - kept * kept);
    for (int at = 0; at < count; at++) {
      before = kept * before + random.nextGaussian();
      values[at] = before;
    }
    return values;
  }

  /** x = .6 x + e with e from a linear congruential generator, so that Python makes the same. */
  private static double[] series(int count) {
    double[] values = new double[count];
    long state = 12_345;
    double before = 0;
    for (int at = 0; at < values.length; at++) {
      state = (state * 1_103_515_245L + 12_345) % 2_147_483_648L;
      before = .6 * before + state / 2_147_483_648.0 - .5;
      values[at] = before;
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(value -> value - mean).toArray();
  }
}
