package io.tiktoktoe.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Roots of covariances, also of those that are singular but for rounding. */
class LowerRootTest {

  @Test
  void aRootTimesItselfIsTheCovariance() {
    double[][] root = LowerRoot.of(new double[][] {{4, 2}, {2, 10}});
    assertThat(root).isDeepEqualTo(new double[][] {{2, 0}, {1, 3}});
  }

  @Test
  void twoVariablesThatAreOneAndAVariableWithoutVarianceHaveARoot() {
    double[][] root = LowerRoot.of(new double[][] {{1, 1, 0}, {1, 1 - 1e-15, 0}, {0, 0, 0}});
    assertThat(root[1][0]).isCloseTo(1, within(1e-5));
    assertThat(root[1][1]).isCloseTo(0, within(1e-5));
    assertThat(root[2][2]).isCloseTo(0, within(1e-5));
  }

  @Test
  void whatIsNoCovarianceIsRefused() {
    assertThatThrownBy(() -> LowerRoot.of(new double[][] {{1, 9}, {9, 1}}))
        .hasMessageContaining("covariance (2 rows, mean variance 1.0)");
  }
}
