package io.tiktoktoe.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SoftmaxTest {

  @Test
  void isProportionalToTheExponential() {
    double[] weights = Softmax.of(new double[] {Math.log(1), Math.log(2), Math.log(5)});
    assertThat(weights).containsExactly(new double[] {.125, .25, .625}, within(1e-15));
  }

  @Test
  void doesNotOverflowAndForgetsACommonAmount() {
    double[] weights = Softmax.of(new double[] {5_000, 5_001, Double.NEGATIVE_INFINITY});
    assertThat(weights[1] / weights[0]).isCloseTo(Math.E, within(1e-12));
    assertThat(weights[2]).isZero();
    assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-15));
    assertThat(Softmax.of(new double[] {-9_000, -8_999}))
        .isEqualTo(Softmax.of(new double[] {0, 1}));
    assertThat(Softmax.of(new double[0])).isEmpty();
  }
}
