package io.tiktoktoe.privacy.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionSelectionTest {

  @Test
  void oneSupporterIsPublishedWithDeltaAtMost() {
    assertThat(new PartitionSelection(0.1, 1e-6).chance(1)).isEqualTo(1e-6);
    assertThat(PartitionSelection.shared(0.1, 1e-6, 10).chance(1)).isCloseTo(1e-7, within(1e-20));
    assertThat(new PartitionSelection(0.1, 1e-6).chance(0)).isZero();
  }

  /** The best that the definition allows, step by step. */
  @ParameterizedTest
  @CsvSource({"0.1, 1e-6", "1, 1e-3", "0.69314718, 0.1", "3, 1e-9"})
  void closedFormIsTheRecursion(double epsilon, double delta) {
    PartitionSelection selection = new PartitionSelection(epsilon, delta);
    double chance = 0;
    for (int n = 1; n < 500; n++) {
      chance =
          Math.min(
              1,
              Math.min(
                  Math.exp(epsilon) * chance + delta,
                  1 - Math.exp(-epsilon) * (1 - chance - delta)));
      assertThat(selection.chance(n)).isCloseTo(chance, within(1e-9 * chance + 1e-12));
    }
  }

  @Test
  void personsNeeded() {
    PartitionSelection selection = new PartitionSelection(0.1, 1e-6);
    long needed = selection.personsFor(0.5);

    assertThat(selection.chance(needed)).isGreaterThanOrEqualTo(0.5);
    assertThat(selection.chance(needed - 1)).isLessThan(0.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void epsilonIsChecked(double epsilon) {
    assertThatThrownBy(() -> new PartitionSelection(epsilon, 1e-6)).hasMessageContaining("epsilon");
  }
}
