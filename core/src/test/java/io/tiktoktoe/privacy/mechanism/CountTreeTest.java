package io.tiktoktoe.privacy.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CountTreeTest {

  @Test
  void countsOfGroups() {
    CountTree tree = new CountTree(5, 2);

    assertThat(tree.levels()).isEqualTo(3);
    assertThat(tree.counts(new long[] {1, 2, 3, 4, 5}))
        .containsExactly(1, 2, 3, 4, 5, 3, 7, 5, 10, 5);
  }

  @Test
  void exactCountsStayAsTheyAre() {
    CountTree tree = new CountTree(24, 4);
    long[] leaves = new long[24];
    Arrays.setAll(leaves, i -> 3L * i);

    double[] consistent =
        tree.consistent(Arrays.stream(tree.counts(leaves)).asDoubleStream().toArray());

    for (int i = 0; i < leaves.length; i++) {
      assertThat(consistent[i]).isCloseTo(leaves[i], within(1e-9));
    }
  }

  /** Five standard errors of 20,000 variances: falsely rejects once in 10^5 seeds; one is fixed. */
  @Test
  void leavesAreAsSureAsSaid() {
    CountTree tree = new CountTree(13, 3);
    Random random = new Random(4);
    double[] squares = new double[13];
    int rounds = 20_000;
    for (int round = 0; round < rounds; round++) {
      double[] noisy = new double[tree.size()];
      Arrays.setAll(noisy, i -> random.nextGaussian());
      double[] leaves = tree.consistent(noisy);
      for (int i = 0; i < leaves.length; i++) {
        squares[i] += leaves[i] * leaves[i];
      }
    }
    double[] said = tree.leafVariances();
    for (int i = 0; i < said.length; i++) {
      assertThat(squares[i] / rounds)
          .isCloseTo(said[i], within(5 * said[i] * Math.sqrt(2.0 / rounds)));
    }
    assertThat(said[0]).isLessThan(0.85);
  }

  @Test
  void worstMoveOfSomeLeavesIsNeverExceeded() {
    CountTree tree = new CountTree(11, 3);
    for (int moved = 1; moved <= 5; moved++) {
      double worst = 0;
      for (int set = 0; set < 1 << 11; set++) {
        if (Integer.bitCount(set) == moved) {
          long[] leaves = new long[11];
          for (int i = 0; i < 11; i++) {
            leaves[i] = set >> i & 1;
          }
          double squares =
              Arrays.stream(tree.counts(leaves)).mapToDouble(x -> (double) x * x).sum();
          worst = Math.max(worst, squares);
        }
      }
      assertThat(tree.squaredSensitivity(moved)).isEqualTo(worst);
    }
  }
}
