package io.tiktoktoe.forecast.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.forecast.member.Prepared;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparsityTest {

  private static Sparsity of(double... values) {
    return Sparsity.of(Prepared.of(values, List.of(), true));
  }

  @Test
  void classesFollowIntervalAndVariation() {
    assertThat(of(5, 6, 5, 4, 5, 6, 5, 4)).isEqualTo(Sparsity.SMOOTH);
    assertThat(of(1, 1, 1, 1, 1, 1, 1, 40)).isEqualTo(Sparsity.ERRATIC);
    assertThat(of(5, 0, 6, 0, 4, 0, 5, 0)).isEqualTo(Sparsity.INTERMITTENT);
    assertThat(of(1, 0, 1, 0, 1, 0, 40, 0)).isEqualTo(Sparsity.LUMPY);
  }

  @Test
  void missingValuesAreNoDaysWithoutASale() {
    Sparsity.Measures measures = Sparsity.Measures.of(new double[] {2, Double.NaN, 4, 0});
    assertThat(measures.interval()).isCloseTo(1.5, within(1e-12));
    // Sizes 2 and 4: mean 3, variance 1.
    assertThat(measures.variation()).isCloseTo(1 / 9.0, within(1e-12));
  }

  @Test
  void aHistoryOfZerosHasNoVariation() {
    assertThat(Sparsity.Measures.of(new double[] {0, 0, 0})).isEqualTo(new Sparsity.Measures(3, 0));
  }
}
