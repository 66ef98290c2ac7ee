package io.tiktoktoe.pipeline.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class NoisyNumberTest {

  private static final int CELLS = 250;

  private static final int TABLES = 4_000;

  /** Share of tables of nothing but noise in which any cell stands out. */
  private static double toldOfNothing(double halfWidth, DoubleUnaryOperator noise) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    int told = 0;
    for (int table = 0; table < TABLES; table++) {
      double largest = 0;
      for (int cell = 0; cell < CELLS; cell++) {
        largest = Math.max(largest, noise.applyAsDouble(random.nextDouble()));
      }
      told += new NoisyNumber("cell", largest, 1, halfWidth).standsOut(CELLS) ? 1 : 0;
    }
    return (double) told / TABLES;
  }

  @Test
  void noiseAloneMakesACellOfALargeTableStandOutInOneOfTwentyTables() {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double gaussian = toldOfNothing(1.96, normal::inverseCumulativeProbability);
    double laplace =
        toldOfNothing(
            2.118, u -> (u < 0.5 ? Math.log(2 * u) : -Math.log(2 * (1 - u))) / Math.sqrt(2));

    // Four standard errors of a share of 5% among 4,000.
    assertThat(gaussian).isCloseTo(0.049, within(0.014));
    assertThat(laplace).isCloseTo(0.049, within(0.014));
  }

  @Test
  void oneCellStandsOutWhereItsOwnNoiseEnds() {
    assertThat(new NoisyNumber("one", 1.65, 1, 1.96).standsOut(1)).isTrue();
    assertThat(new NoisyNumber("one", 1.64, 1, 1.96).standsOut(1)).isFalse();
    assertThat(new NoisyNumber("one", -9, 1, 1.96).standsOut(1)).isFalse();
  }
}
