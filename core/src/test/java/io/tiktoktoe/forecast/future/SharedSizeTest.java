package io.tiktoktoe.forecast.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class SharedSizeTest {

  @Test
  void scoresAreThoseOfStudentsDistribution() {
    TDistribution student = TDistribution.of(5);
    NormalDistribution normal = NormalDistribution.of(0, 1);
    for (double value : new double[] {-7.3, -2, -0.4, 0, 0.03, 1, 3.3, 11}) {
      double wanted = normal.inverseCumulativeProbability(student.cumulativeProbability(value));
      assertThat(SharedSize.score(value)).isCloseTo(wanted, within(1e-4));
    }
  }

  @Test
  void stepsKeepTheirDistributionAndAreLargeTogether() {
    SplittableRandom random = new SplittableRandom(1);
    int draws = 40_000;
    double squares = 0;
    double bothLarge = 0;
    for (int i = 0; i < draws; i++) {
      double size = SharedSize.draw(random);
      double first = SharedSize.score(random.nextGaussian() / size);
      double second = SharedSize.score(random.nextGaussian() / size);
      squares += first * first / draws;
      bothLarge += Math.abs(first) > 2 && Math.abs(second) > 2 ? 1.0 / draws : 0;
    }
    // The mean of 40,000 squares has a standard error of .007; 4.4 of them fail once in 10^5.
    assertThat(squares).isCloseTo(1, within(0.031));
    // Independent steps would both be beyond two once in 483 draws.
    assertThat(bothLarge).isGreaterThan(2 / 483.0);
  }
}
