package io.tiktoktoe.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoiseChoiceTest {

  @Test
  void oneStatisticGetsLaplaceAndManyGetGaussianNoise() {
    NoiseChoice one = NoiseChoice.of(0.1, 1e-6, 1, 1);
    NoiseChoice many = NoiseChoice.of(0.1, 1e-6, 1, 100);

    assertThat(one.mechanism().kind()).isEqualTo(NoiseKind.LAPLACE);
    assertThat(one.standardError()).isCloseTo(14.14, within(0.01));
    assertThat(many.mechanism().kind()).isEqualTo(NoiseKind.GAUSSIAN);
    assertThat(many.standardError()).isCloseTo(363.05, within(0.01));
  }

  @Test
  void theAllowanceIsUsedUpAndNeverExceeded() {
    for (long count : new long[] {1, 3, 7, 40}) {
      NoiseChoice choice = NoiseChoice.of(1, 1e-5, 2, count);
      assertThat(choice.epsilon()).isLessThanOrEqualTo(1).isCloseTo(1, within(1e-4));
      assertThat(PrivacyAccountant.cost(List.of(choice.mechanism()), 1e-5).pld())
          .isEqualTo(choice.epsilon());
    }
  }

  @Test
  void withoutDeltaNoiseIsLaplaceByBasicComposition() {
    NoiseChoice choice = NoiseChoice.of(0.5, 0, 3, 4);

    assertThat(choice.mechanism().kind()).isEqualTo(NoiseKind.LAPLACE);
    assertThat(choice.mechanism().parameter()).isCloseTo(24, within(1e-9));
    assertThat(choice.epsilon()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void sayWhatIsWrong() {
    assertThatThrownBy(() -> NoiseChoice.of(0, 1e-6, 1, 1)).hasMessageContaining("epsilon (0.0)");
    assertThatThrownBy(() -> NoiseChoice.of(Double.NaN, 1e-6, 1, 1))
        .hasMessageContaining("epsilon (NaN)");
    assertThatThrownBy(() -> NoiseChoice.of(0.1, -1, 1, 1)).hasMessageContaining("delta (-1.0)");
    assertThatThrownBy(() -> NoiseChoice.of(0.1, 1e-6, 0, 1))
        .hasMessageContaining("sensitivity (0.0)");
    assertThatThrownBy(() -> NoiseChoice.of(0.1, 1e-6, 1, 0)).hasMessageContaining("count (0)");
  }
}
