package io.tiktoktoe.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GammaQuantilesTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.3, 1, 2.7, 40, 1000})
  void theyAreThoseOfASearchByItself(double shape) {
    int count = 60;
    GammaDistribution known = GammaDistribution.of(shape, 3);
    double[] quantiles = GammaQuantiles.even(shape, 3, count);
    for (int i = 0; i < count; i++) {
      double wanted = known.inverseCumulativeProbability((i + 0.5) / count);
      assertEquals(wanted, quantiles[i], 1e-9 * Math.max(1, wanted));
    }
  }

  @Test
  void theyBringTheirProbabilities() {
    GammaDistribution known = GammaDistribution.of(0.7, 2);
    double[] quantiles = GammaQuantiles.even(0.7, 2, 1000);
    for (int i = 0; i < quantiles.length; i++) {
      assertEquals((i + 0.5) / 1000, known.cumulativeProbability(quantiles[i]), 1e-11);
    }
  }
}
