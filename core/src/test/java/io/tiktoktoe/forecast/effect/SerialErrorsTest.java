package io.tiktoktoe.forecast.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SerialErrorsTest {

  private static double[] autoregression(double persistence, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[2_000];
    double before = 0;
    for (int t = 0; t < values.length; t++) {
      before = persistence * before + random.nextGaussian();
      values[t] = before;
    }
    return values;
  }

  private static double inflation(double persistence) {
    double[] weights = new double[2_000];
    Arrays.fill(weights, 1);
    return new SerialErrors(autoregression(persistence, 1), 7)
        .inflation(autoregression(persistence, 2), weights);
  }

  @Test
  void residualsThatHangTogetherMakeEffectsLessSure() {
    // The sum of .64^|lag| is 4.6; of independent values it is 1.
    assertThat(inflation(.8)).isBetween(3.0, 6.5);
    assertThat(inflation(0)).isBetween(1.0, 1.35);
  }

  @Test
  void aCauseThatNeverMovedHasNoInflation() {
    assertThat(
            new SerialErrors(autoregression(.5, 3), 7)
                .inflation(new double[2_000], new double[2_000]))
        .isEqualTo(1);
  }
}
