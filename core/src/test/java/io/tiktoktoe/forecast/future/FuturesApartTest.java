package io.tiktoktoe.forecast.future;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.outlook.QuantileGrid;
import io.tiktoktoe.outlook.SamplePaths;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Neighbouring futures tell nothing of each other: no shared stretch of random numbers. */
class FuturesApartTest {

  private static final int STEPS = 30;
  private static final int PATHS = 2_000;

  private static Marginals calm() {
    double[] quantiles = new double[STEPS * QuantileGrid.SIZE];
    for (int at = 0; at < quantiles.length; at++) {
      quantiles[at] = 100 + 10 * QuantileGrid.normalScore(at % QuantileGrid.SIZE);
    }
    return Marginals.of(quantiles, true, Dependence.NONE);
  }

  private static double[] sums(Marginals marginals) {
    SamplePaths paths =
        JointFutures.draw(List.of(JointFutures.Part.alone(marginals)), STEPS, PATHS, 3)[0];
    return paths.sums(STEPS);
  }

  /** The largest correlation of sums with those of one of the next 20 futures. */
  private static double correlation(double[] sums) {
    double mean = Arrays.stream(sums).average().orElseThrow();
    double largest = 0;
    for (int lag = 1; lag <= 20; lag++) {
      double products = 0;
      double squares = 0;
      for (int path = 0; path < sums.length; path++) {
        double own = sums[path] - mean;
        squares += own * own;
        products += path >= lag ? own * (sums[path - lag] - mean) : 0;
      }
      largest = Math.max(largest, Math.abs(products / squares));
    }
    return largest;
  }

  @Test
  void jointFuturesAreUnrelated() {
    // Four standard errors of a correlation of so many.
    assertThat(correlation(sums(calm()))).isLessThan(0.09);
  }

  @Test
  void rarePaymentsOfFuturesAreUnrelated() {
    Marginals none = Marginals.of(new double[STEPS * QuantileGrid.SIZE], true, Dependence.NONE);
    RarePayments rare = new RarePayments(0.05, List.of(1_000.0));
    double[] sums = sums(rare.beside(none, 3));
    assertThat(correlation(sums)).isLessThan(0.09);
    // 30 steps of chance 0.05; five standard errors of 2,000 futures.
    assertThat(Arrays.stream(sums).average().orElseThrow()).isBetween(1_360.0, 1_640.0);
  }
}
