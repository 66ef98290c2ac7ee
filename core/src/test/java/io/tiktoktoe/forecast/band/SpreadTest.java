package io.tiktoktoe.forecast.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpreadTest {

  private static final int REACH = 90;

  private static double[] byStep(double[][] errors) {
    return Spread.byStep(errors, ErrorGrowth.of(errors, new double[0], 1));
  }

  private static double[] byStep(double growth, int origins, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] errors = new double[origins][REACH];
    for (double[] origin : errors) {
      for (int h = 0; h < REACH; h++) {
        origin[h] = Math.sqrt(1 + growth * h) * random.nextGaussian();
      }
    }
    return Spread.byStep(errors, ErrorGrowth.of(errors, new double[0], 1));
  }

  @Test
  void theFirstStepOfASteadySeriesIsNotTakenForACalmOne() {
    double first = 0;
    double last = 0;
    for (int seed = 0; seed < 200; seed++) {
      double[] spread = byStep(0, 8, seed);
      first += spread[0] / 200;
      last += spread[REACH - 1] / 200;
    }
    // Mean absolute value of a normal. One estimate has a standard deviation of about .1, their
    // mean of .007: .03 fails once in 10^5.
    double truth = Math.sqrt(2 / Math.PI);
    assertThat(first).isCloseTo(truth, within(0.03));
    assertThat(last).isCloseTo(truth, within(0.04));
  }

  @Test
  void growingErrorsAreFollowed() {
    double[] ratios = new double[100];
    Arrays.setAll(
        ratios,
        seed -> {
          double[] spread = byStep(0.1, 8, 1_000 + seed);
          return spread[REACH - 1] / spread[0];
        });
    // The true ratio is 3.15; estimates spread by about .4, so their mean by .04.
    assertThat(Arrays.stream(ratios).average().orElse(0)).isBetween(2.6, 3.5);
  }

  @Test
  void aHistoryWithoutAnyErrorStillHasASpread() {
    assertThat(Arrays.stream(byStep(new double[4][REACH])).min().orElse(0)).isPositive();
  }
}
