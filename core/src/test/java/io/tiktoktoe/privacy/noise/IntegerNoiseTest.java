package io.tiktoktoe.privacy.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.LongToDoubleFunction;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntegerNoiseTest {

  private static final int DRAWS = 200_000;

  /** Each test of chance here falsely rejects once in a million seeds; the seeds are fixed. */
  private static final double FALSE_ALARM = 1e-6;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 7, 30})
  void laplaceHasItsMasses(long scale) {
    IntegerNoise noise = new IntegerNoise(new SeededBits(scale));

    assertFits(x -> Math.exp(-(double) Math.abs(x) / scale), noise::laplace, scale);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 5, 30})
  void gaussianHasItsMasses(long sigma) {
    IntegerNoise noise = new IntegerNoise(new SeededBits(100 + sigma));

    assertFits(x -> Math.exp(-(double) x * x / (2.0 * sigma * sigma)), noise::gaussian, sigma);
  }

  @Test
  void aSamplerOfTwiceTheScaleIsCaught() {
    IntegerNoise noise = new IntegerNoise(new SeededBits(5));

    double worst = distance(x -> Math.exp(-Math.abs(x) / 5.0), s -> noise.laplace(2 * s), 5);

    assertThat(worst).isGreaterThan(1);
  }

  @Test
  void largeScalesHaveTheirMomentsAndDoNotWrap() {
    IntegerNoise noise = new IntegerNoise(new SeededBits(9));
    long scale = IntegerNoise.MOST_SCALE;
    double squares = 0;
    int count = 20_000;
    for (int i = 0; i < count; i++) {
      double one = (double) noise.gaussian(scale) / scale;
      squares += one * one;
    }

    // Five standard errors of a variance: falsely rejects once in two million seeds.
    assertThat(squares / count)
        .isBetween(1 - 5 * Math.sqrt(2.0 / count), 1 + 5 * Math.sqrt(2.0 / count));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE})
  void scalesWithoutRoomAreRefused(long scale) {
    IntegerNoise noise = new IntegerNoise(new SeededBits(1));

    assertThatThrownBy(() -> noise.laplace(scale)).hasMessageContaining("Count in coarser units");
    assertThatThrownBy(() -> noise.gaussian(scale)).hasMessageContaining("scale (" + scale + ")");
  }

  @Test
  void coinsThatNeverAndAlwaysFall() {
    IntegerNoise noise = new IntegerNoise(new SeededBits(2));

    assertThat(IntStream.range(0, 1000).noneMatch(i -> noise.happens(0, 10))).isTrue();
    assertThat(IntStream.range(0, 1000).allMatch(i -> noise.happens(10, 10))).isTrue();
  }

  @Test
  void secureSourcesDiffer() {
    long[] first = SecureBitsTest.draw(SecureBits.fresh(), 3000);
    long[] second = SecureBitsTest.draw(SecureBits.fresh(), 3000);

    assertThat(first).isNotEqualTo(second).doesNotHaveDuplicates();
  }

  private static void assertFits(
      LongToDoubleFunction weight, LongUnaryOperator sampler, long scale) {
    assertThat(distance(weight, sampler, scale)).isLessThan(1);
  }

  /** Chi-square over cells with at least 20 expected, beside its value of the false-alarm rate. */
  private static double distance(
      LongToDoubleFunction weight, LongUnaryOperator sampler, long scale) {
    int reach = (int) (20 * scale);
    double sum = 0;
    for (int x = -40 * (int) scale; x <= 40 * scale; x++) {
      sum += weight.applyAsDouble(x);
    }
    long[] seen = new long[2 * reach + 1];
    for (int i = 0; i < DRAWS; i++) {
      seen[(int) Math.clamp(sampler.applyAsLong(scale), -reach, reach) + reach]++;
    }
    double square = 0;
    double restExpected = 0;
    double restSeen = 0;
    int cells = 0;
    for (int i = 0; i < seen.length; i++) {
      double expected = DRAWS * weight.applyAsDouble(i - reach) / sum;
      if (expected < 20) {
        restExpected += expected;
        restSeen += seen[i];
      } else {
        square += (seen[i] - expected) * (seen[i] - expected) / expected;
        cells++;
      }
    }
    square += (restSeen - restExpected) * (restSeen - restExpected) / Math.max(1, restExpected);
    return square / ChiSquaredDistribution.of(cells).inverseSurvivalProbability(FALSE_ALARM);
  }
}
