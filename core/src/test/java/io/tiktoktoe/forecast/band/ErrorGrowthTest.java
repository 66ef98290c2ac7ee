package io.tiktoktoe.forecast.band;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ErrorGrowthTest {

  /** Six origins, seven steps ahead: errors that grow a little. */
  private static double[][] errors() {
    SplittableRandom random = new SplittableRandom(3);
    double[][] errors = new double[6][7];
    for (double[] origin : errors) {
      for (int h = 0; h < origin.length; h++) {
        origin[h] = Math.sqrt(1 + .1 * h) * random.nextGaussian();
      }
    }
    return errors;
  }

  private static double growth(double[] history) {
    ErrorGrowth growth = ErrorGrowth.of(errors(), history, 1);
    return growth.at(6) / growth.at(0);
  }

  @Test
  void aFewValuesTellWhetherTheirLevelWanders() {
    SplittableRandom random = new SplittableRandom(4);
    double[] noise = random.doubles(25).toArray();
    double[] walk = noise.clone();
    for (int t = 1; t < walk.length; t++) {
      walk[t] = walk[t - 1] + noise[t] - .5;
    }
    assertThat(growth(walk)).isGreaterThan(1.3 * growth(noise));
    assertThat(growth(noise)).isBetween(1.0, 1.3);
  }

  @Test
  void ofManyValuesTheErrorsTell() {
    double[] walk = new SplittableRandom(5).doubles(60).toArray();
    for (int t = 1; t < walk.length; t++) {
      walk[t] += walk[t - 1] - .5;
    }
    assertThat(growth(walk)).isEqualTo(growth(new double[0]));
  }
}
