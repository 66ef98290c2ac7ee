package io.tiktoktoe.forecast.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DependenceTest {

  private static final int REACH = 90;

  /** Errors of many origins: a level error of this share of the variance, and noise. */
  private static double[][] errors(double share, int origins, long seed) {
    return errors(share, origins, REACH, seed);
  }

  private static double[][] errors(double share, int origins, int reach, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] errors = new double[origins][reach];
    for (double[] origin : errors) {
      double level = Math.sqrt(share) * random.nextGaussian();
      for (int h = 0; h < reach; h++) {
        origin[h] = level + Math.sqrt(1 - share) * random.nextGaussian();
      }
    }
    return errors;
  }

  private static double[] flat() {
    double[] spread = new double[REACH];
    Arrays.fill(spread, 1);
    return spread;
  }

  /** What a history of 700 independent values says of its level. */
  private static Wandering still() {
    return Wandering.of(errors(0, 1, 700, 9)[0], 1, false);
  }

  @Test
  void aWanderingLevelIsBelievedInBeforeAnyErrorIsSeen() {
    double[] values = errors(0, 1, 700, 9)[0];
    SplittableRandom random = new SplittableRandom(10);
    double level = 0;
    for (int t = 0; t < values.length; t++) {
      level += 0.3 * random.nextGaussian();
      values[t] += level;
    }
    double[] spread = new double[REACH];
    Arrays.setAll(spread, h -> Math.sqrt(1 + 0.09 * h));
    double[][] unknown = new double[1][REACH];
    Arrays.fill(unknown[0], Double.NaN);
    Dependence found = Dependence.of(unknown, spread, 1, Wandering.of(values, 1, false));
    assertThat(found.common(80)).isGreaterThan(0.6);
  }

  @Test
  void independentErrorsShareLittle() {
    Dependence found = Dependence.of(errors(0, 200, 1), flat(), 200 * REACH, still());
    assertThat(found.common(0)).isLessThan(0.02);
    assertThat(found.persistence()).isLessThan(0.2);
  }

  @Test
  void errorsOfTheLevelAreShared() {
    Dependence found = Dependence.of(errors(0.5, 200, 2), flat(), 200 * REACH, still());
    // The variance of 200 levels has a relative standard error of .1; 5 of these would be .25.
    assertThat(found.common(45)).isCloseTo(0.5, within(0.25));
  }

  @Test
  void aWideningSpreadIsTheLevels() {
    double[] spread = new double[REACH];
    double[][] errors = errors(0, 100, 3);
    SplittableRandom random = new SplittableRandom(4);
    for (int h = 0; h < REACH; h++) {
      spread[h] = Math.sqrt(1 + 0.1 * h);
    }
    for (double[] origin : errors) {
      double level = 0;
      for (int h = 0; h < REACH; h++) {
        origin[h] = (origin[h] + level) / spread[h];
        level += Math.sqrt(0.1) * random.nextGaussian();
      }
    }
    Dependence found = Dependence.of(errors, spread, 100 * REACH, still());
    assertThat(found.common(0)).isLessThan(0.2);
    assertThat(found.common(80)).isGreaterThan(0.6);
  }

  @Test
  void withoutEvidenceLittleIsShared() {
    double[][] unknown = new double[1][REACH];
    Arrays.fill(unknown[0], Double.NaN);
    Dependence found = Dependence.of(unknown, flat(), 1, still());
    assertThat(found.common(0)).isLessThan(0.05);
  }

  @Test
  void theSharedPartIsAsStrongAsUsualInTheMiddle() {
    Dependence some = Dependence.level(0.3, flat());
    assertThat(some.common(5, Dependence.strength(0))).isCloseTo(0.3, within(1e-9));
    assertThat(some.common(5, Dependence.strength(1))).isGreaterThan(0.5);
  }
}
