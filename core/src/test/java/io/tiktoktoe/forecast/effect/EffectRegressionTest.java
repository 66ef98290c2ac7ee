package io.tiktoktoe.forecast.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.forecast.effect.Causes.Cause;
import io.tiktoktoe.forecast.effect.Causes.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EffectRegressionTest {

  private static final int LENGTH = 280;
  private static final int WEEK = 7;

  /** Ridge penalty: as much as one occurrence brings to the sum of squares, 1 + 4 / 16. */
  private static final double PENALTY = 1.25;

  private static Cause launch(int... days) {
    double[] marks = new double[LENGTH];
    Arrays.stream(days).forEach(day -> marks[day] = 1);
    return Cause.day(Kind.EVENT, "launch", marks, 0, PENALTY);
  }

  /** What is estimated of an effect of this size, a week's season and noise being about. */
  private static double estimate(double effect, Cause cause) {
    SplittableRandom random = new SplittableRandom(1);
    double[] values = new double[LENGTH];
    for (int t = 0; t < LENGTH; t++) {
      double season = t % WEEK == 6 ? 140 : 100;
      values[t] = season + 0.2 * random.nextGaussian() + effect * cause.marks()[t];
    }
    EstimatedEffects effects =
        new EffectRegression(List.of(cause), values, WEEK).effects(List.of(cause), Cause::penalty);
    int day = 0;
    while (cause.marks()[day] == 0) {
      day++;
    }
    return values[day] - effects.without(values, false)[day];
  }

  /** Of n occurrences n / (n + 1) of the effect is believed; the same noise drops out. */
  @Test
  void anEffectSeenOnceCountsHalf() {
    Cause once = launch(100);
    assertThat(estimate(0.7, once) - estimate(0, once)).isCloseTo(0.35, within(0.01));
  }

  @Test
  void moreOccurrencesAreBelievedMore() {
    Cause often = launch(40, 101, 162, 223);
    assertThat(estimate(0.7, often) - estimate(0, often)).isCloseTo(0.56, within(0.01));
    assertThat(estimate(-0.7, often) - estimate(0, often)).isCloseTo(-0.56, within(0.01));
  }

  @Test
  void oneOccurrenceLeavesNoOtherPartToVouchForIt() {
    Cause once = launch(100);
    Cause often = launch(40, 101, 162, 223);
    EffectRegression regression =
        new EffectRegression(List.of(once, often), new double[LENGTH], WEEK);
    assertThat(regression.untested(once)).isTrue();
    assertThat(regression.untested(often)).isFalse();
  }
}
