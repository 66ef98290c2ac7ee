package io.tiktoktoe.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.stats.NormalShrinkage.Normal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NormalShrinkageTest {

  @Test
  void momentsByHand() {
    // Mean 2, squares 8 over variance 1, freedom 2: (8 - 2) / (3 - 1).
    double[] ones = {1, 1, 1};
    double between = NormalShrinkage.between(new double[] {0, 2, 4}, ones);
    assertThat(between).isEqualTo(3);
    Normal common = NormalShrinkage.common(new double[] {0, 2, 4}, ones, between);
    assertThat(common.mean()).isEqualTo(2);
    assertThat(common.variance()).isCloseTo(4 / 3.0, within(1e-12));
    assertThat(NormalShrinkage.shrunk(4, 1, common, between).mean()).isEqualTo(3.5);
    assertThat(NormalShrinkage.between(new double[] {1, 1.1}, new double[] {1, 1})).isZero();
    assertThat(NormalShrinkage.between(new double[] {7}, new double[] {1})).isZero();
  }

  /** The largest of 20 estimates is shrunk to what is behind it. */
  @Test
  void theLargestIsAsLargeAsTold() {
    SplittableRandom random = new SplittableRandom(5);
    double told = 0;
    double came = 0;
    double[] variances = new double[20];
    Arrays.fill(variances, 1);
    for (int run = 0; run < 400; run++) {
      double[] truths = new double[20];
      double[] seen = new double[20];
      int best = 0;
      for (int i = 0; i < 20; i++) {
        truths[i] = random.nextGaussian();
        seen[i] = truths[i] + random.nextGaussian();
        best = seen[i] > seen[best] ? i : best;
      }
      double between = NormalShrinkage.between(seen, variances);
      Normal common = NormalShrinkage.common(seen, variances, between);
      told += NormalShrinkage.shrunk(seen[best], 1, common, between).mean();
      came += truths[best];
    }
    assertThat(told / came).isBetween(0.9, 1.1);
  }
}
