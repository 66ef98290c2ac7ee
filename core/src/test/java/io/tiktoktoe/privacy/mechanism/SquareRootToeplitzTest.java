package io.tiktoktoe.privacy.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SquareRootToeplitzTest {

  @Test
  void totalsComeBackExactly() {
    SquareRootToeplitz root = new SquareRootToeplitz(100);
    long[] steps = new long[100];
    Arrays.setAll(steps, i -> 7L * i % 11);

    double[] totals = root.totals(Arrays.stream(root.weighted(steps)).asDoubleStream().toArray());

    long total = 0;
    for (int i = 0; i < steps.length; i++) {
      total += steps[i];
      assertThat(totals[i]).isCloseTo(total, within(1e-6));
    }
  }

  @Test
  void worstMoveOfSomeStepsIsNeverExceeded() {
    SquareRootToeplitz root = new SquareRootToeplitz(10);
    for (int moved = 1; moved <= 4; moved++) {
      double worst = 0;
      for (int set = 0; set < 1 << 10; set++) {
        if (Integer.bitCount(set) == moved) {
          long[] steps = new long[10];
          for (int i = 0; i < 10; i++) {
            steps[i] = set >> i & 1;
          }
          double squares =
              Arrays.stream(root.weighted(steps)).mapToDouble(x -> (double) x * x).sum();
          worst = Math.max(worst, Math.sqrt(squares));
        }
      }
      assertThat(root.sensitivity(moved)).isCloseTo(worst, within(worst * 1e-12));
    }
  }

  /** Over a year of hours the largest error is 2.6 times below the binary tree's. */
  @Test
  void beatsTheBinaryTreeOverAYearOfHours() {
    int hours = 8760;
    SquareRootToeplitz root = new SquareRootToeplitz(hours);
    double[] errors = root.errors();
    double worst = errors[hours - 1] * root.sensitivity(1) / SquareRootToeplitz.UNIT;
    // A running total of a tree of 14 levels adds up to 13 counts, each with noise for 14 levels.
    double tree = Math.sqrt(14) * Math.sqrt(13);

    assertThat(tree / worst).isGreaterThan(2.6);
  }

  @Test
  void largeStepsAreCutAndDoNotWrap() {
    SquareRootToeplitz root = new SquareRootToeplitz(50);
    long[] steps = new long[50];
    Arrays.fill(steps, Long.MAX_VALUE);

    assertThat(root.weighted(steps))
        .doesNotContain(0)
        .isSorted()
        .satisfies(sums -> assertThat(sums[0]).isPositive());
  }
}
