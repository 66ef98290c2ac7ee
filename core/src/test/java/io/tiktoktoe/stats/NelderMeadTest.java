package io.tiktoktoe.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class NelderMeadTest {

  @Test
  void findsTheMinimumInsideAndOnTheBorder() {
    double[] inside =
        new NelderMead(new double[] {0.9, 0.1}, new double[] {0, 0}, new double[] {1, 1}, 200)
            .minimise(x -> (x[0] - 0.3) * (x[0] - 0.3) + (x[1] - 0.6) * (x[1] - 0.6));
    assertThat(inside).containsExactly(new double[] {0.3, 0.6}, within(1e-3));
    double[] border =
        new NelderMead(new double[] {0.5}, new double[] {0.1}, new double[] {1}, 100)
            .minimise(x -> x[0]);
    assertThat(border[0]).isCloseTo(0.1, within(1e-3));
  }

  @Test
  void followsRosenbrocksValley() {
    double[] found =
        new NelderMead(new double[] {-1.2, 1}, new double[] {-2, -2}, new double[] {2, 2}, 400)
            .minimise(
                x -> {
                  double across = x[1] - x[0] * x[0];
                  return 100 * across * across + (1 - x[0]) * (1 - x[0]) + 1;
                });
    assertThat(found).containsExactly(new double[] {1, 1}, within(0.02));
  }

  /**
   * Bowls with random axes and minima. Points moved to the border can flatten the simplex, so that
   * a search near it may end early: seldom, and not far off.
   */
  @Test
  void comesCloseInUpToFourVariables() {
    SplittableRandom random = new SplittableRandom(5);
    int close = 0;
    for (int round = 0; round < 200; round++) {
      int size = 1 + round % 4;
      double[] target = random.doubles(size).toArray();
      double[] steep = random.doubles(size, 0.5, 4).toArray();
      double[] low = new double[size];
      double[] high = new double[size];
      double[] start = new double[size];
      for (int d = 0; d < size; d++) {
        high[d] = 1;
        start[d] = 0.5;
      }
      ToDoubleFunction<double[]> bowl =
          x -> {
            double sum = 1;
            for (int d = 0; d < size; d++) {
              sum += steep[d] * (x[d] - target[d]) * (x[d] - target[d]);
            }
            return sum;
          };
      double[] found = new NelderMead(start, low, high, 300).minimise(bowl);
      double reached = bowl.applyAsDouble(found);
      assertThat(reached).as("round %d", round).isLessThan(1.1);
      close += reached < 1.001 ? 1 : 0;
    }
    assertThat(close).isGreaterThan(180);
  }

  @Test
  void theNextSearchGoesOnWhereThisOneEnded() {
    NelderMead search =
        new NelderMead(new double[] {0.9, 0.1}, new double[] {0, 0}, new double[] {1, 1}, 200);
    int[] calls = new int[2];
    for (int round = 0; round < 2; round++) {
      int at = round;
      search.minimise(
          x -> {
            calls[at]++;
            return 1 + (x[0] - 0.3) * (x[0] - 0.3) + (x[1] - 0.6) * (x[1] - 0.6);
          });
    }
    assertThat(calls[1]).isLessThan(calls[0]);
  }

  @Test
  void stopsWhenItsEvaluationsAreUsedAndSurvivesNaN() {
    int[] calls = new int[1];
    double[] found =
        new NelderMead(new double[] {0.5, 0.5}, new double[] {0, 0}, new double[] {1, 1}, 30)
            .minimise(
                x -> {
                  calls[0]++;
                  return x[0] > 0.6 ? Double.NaN : Math.sin(50 * x[0]) + Math.cos(70 * x[1]);
                });
    assertThat(calls[0]).isLessThanOrEqualTo(30 + 3 + 2);
    assertThat(found[0]).isLessThanOrEqualTo(0.6);
  }

  @Test
  void refusesABoxThatIsNone() {
    assertThatThrownBy(
            () -> new NelderMead(new double[] {1}, new double[] {2}, new double[] {1}, 10))
        .hasMessageContaining("low (2.0) must be at most high (1.0) in variable 0");
    assertThatThrownBy(
            () -> new NelderMead(new double[] {1, 2}, new double[] {0}, new double[] {1}, 10))
        .hasMessageContaining("start (2 values)");
  }
}
