package io.tiktoktoe.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Minima that are known. */
class BfgsTest {

  private static double rosenbrock(double[] at, double[] gradient) {
    double valley = at[1] - at[0] * at[0];
    gradient[0] = -400 * at[0] * valley - 2 * (1 - at[0]);
    gradient[1] = 200 * valley;
    return 100 * valley * valley + (1 - at[0]) * (1 - at[0]);
  }

  @Test
  void findsTheEndOfABentValley() {
    Bfgs.Minimum found = Bfgs.minimise(BfgsTest::rosenbrock, new double[] {-1.2, 1}, 1e-14);
    assertThat(found.converged()).isTrue();
    assertThat(found.point()[0]).isCloseTo(1, within(1e-5));
    assertThat(found.point()[1]).isCloseTo(1, within(1e-5));
  }

  @Test
  void learnsTheCurvatureOfABowl() {
    Bfgs.Smooth bowl =
        (at, gradient) -> {
          gradient[0] = 4 * at[0] + at[1];
          gradient[1] = at[0] + 3 * at[1];
          return 2 * at[0] * at[0] + at[0] * at[1] + 1.5 * at[1] * at[1];
        };
    Bfgs.Minimum found = Bfgs.minimise(bowl, new double[] {3, -2}, 1e-12);
    assertThat(found.value()).isCloseTo(0, within(1e-9));
    assertThat(found.inverseHessian()[0][0]).isCloseTo(3.0 / 11, within(.05));
    Bfgs.Minimum again = Bfgs.minimise(bowl, found, 1e-12);
    assertThat(again.point()).isEqualTo(found.point());
  }

  @Test
  void stepsThatLeadWhereThereIsNoValueAreShortened() {
    Bfgs.Smooth root =
        (at, gradient) -> {
          gradient[0] = 1 - .5 / at[0];
          return at[0] <= 0 ? Double.NaN : at[0] - .5 * Math.log(at[0]);
        };
    Bfgs.Minimum found = Bfgs.minimise(root, new double[] {2.4}, 1e-13);
    assertThat(found.point()[0]).isCloseTo(.5, within(1e-5));
  }
}
