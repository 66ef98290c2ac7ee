package io.tiktoktoe.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendTest {

  private static final TrendOptions DEFAULTS = TrendOptions.defaults();

  @Test
  void aConstantHasItsLevelAndNoSlope() {
    double[] values = new double[50];
    Arrays.fill(values, 7);

    Trend.Fitted trend = fitted(values, DEFAULTS);

    assertThat(trend.level()).isCloseTo(7, within(1e-12));
    assertThat(trend.slopePerDay()).isCloseTo(0, within(1e-12));
    assertThat(trend.changedSince(10).pValue()).isEqualTo(1);
    assertThat(trend.changedSince(10).significant()).isFalse();
  }

  @Test
  void aLineKeepsItsSlopeWithoutDamping() {
    double[] values = new double[400];
    Arrays.setAll(values, step -> 5 + 2.0 * step);

    Trend.Fitted trend = fitted(values, DEFAULTS.withDamping(1).withStepsPerDay(24));

    assertThat(trend.slopePerDay()).isCloseTo(48, within(.01));
    assertThat(trend.level()).isCloseTo(values[399], within(.01));
    assertThat(trend.levelAhead(10)).isCloseTo(values[399] + 20, within(.02));
  }

  @Test
  void theLevelFollowsShiftAndScale() {
    double[] values = noise(1, 200, .3);
    double[] changed = Arrays.stream(values).map(value -> 1e12 + 5 * value).toArray();

    Trend.Fitted before = fitted(values, DEFAULTS);
    Trend.Fitted after = fitted(changed, DEFAULTS);

    assertThat(after.level()).isCloseTo(1e12 + 5 * before.level(), within(.01));
    assertThat(after.levelStandardError()).isCloseTo(5 * before.levelStandardError(), within(.01));
  }

  /** 400 series: a test of size .05 rejects 8 to 34 of them but for one run in ten thousand. */
  @ParameterizedTest
  @ValueSource(doubles = {0, .5})
  void whatDidNotChangeIsRarelyCalledChanged(double autocorrelation) {
    int rejected = 0;
    for (int seed = 0; seed < 400; seed++) {
      Trend.Fitted trend = fitted(noise(seed, 300, autocorrelation), DEFAULTS);
      rejected += trend.changedSince(200).pValue() < .05 ? 1 : 0;
    }

    assertThat(rejected).isLessThanOrEqualTo(34);
  }

  /** 400 intervals of confidence .95: fewer than 366 hold the truth once in ten thousand runs. */
  @Test
  void levelAndSlopeIntervalsHoldTheTruth() {
    int level = 0;
    int slope = 0;
    for (int seed = 0; seed < 400; seed++) {
      Trend.Fitted trend = fitted(noise(seed, 300, .3), DEFAULTS);
      level += trend.levelInterval().contains(0) ? 1 : 0;
      slope += trend.slopeInterval().contains(0) ? 1 : 0;
    }

    assertThat(level).isGreaterThan(365);
    assertThat(slope).isGreaterThan(365);
  }

  @Test
  void aStepIsCalledChanged() {
    double[] values = noise(3, 300, 0);
    for (int step = 220; step < 300; step++) {
      values[step] += 3;
    }

    Trend.Change change = fitted(values, DEFAULTS).changedSince(210);

    assertThat(change.difference()).isCloseTo(3, within(1.5));
    assertThat(change.pValue()).isLessThan(1e-3);
    assertThat(change.significant()).isTrue();
  }

  @Test
  void missingValuesAreSteppedOver() {
    double[] values = noise(4, 100, 0);
    values[0] = Double.NaN;
    values[50] = Double.NaN;
    values[99] = Double.NaN;

    Trend.Fitted trend = fitted(values, DEFAULTS);

    assertThat(trend.levels()).hasSize(100).doesNotContain(Double.NaN);
    assertThat(trend.levelStandardError()).isPositive();
  }

  @Test
  void tooFewValuesAndWrongStepsAreTold() {
    assertThat(Trend.of(Series.of("short", 1, 2, Double.NaN), DEFAULTS))
        .isEqualTo(new Trend.TooShort(2, 8));
    Trend.Fitted trend = fitted(noise(5, 20, 0), DEFAULTS);
    assertThatThrownBy(() -> trend.changedSince(20)).hasMessageContaining("since (20)");
    assertThatThrownBy(() -> DEFAULTS.withSmoothing(1)).hasMessageContaining("smoothing (1.0)");
    assertThatThrownBy(() -> DEFAULTS.withDamping(0)).hasMessageContaining("damping (0.0)");
    assertThatThrownBy(() -> DEFAULTS.withStepsPerDay(0)).hasMessageContaining("stepsPerDay");
    assertThatThrownBy(() -> DEFAULTS.withConfidence(1)).hasMessageContaining("confidence (1.0)");
  }

  private static Trend.Fitted fitted(double[] values, TrendOptions options) {
    return (Trend.Fitted) Trend.of(Series.of("test", values), options);
  }

  private static double[] noise(long seed, int length, double autocorrelation) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[length];
    double state = random.nextGaussian() / Math.sqrt(1 - autocorrelation * autocorrelation);
    for (int step = 0; step < length; step++) {
      values[step] = state;
      state = autocorrelation * state + random.nextGaussian();
    }
    return values;
  }
}
