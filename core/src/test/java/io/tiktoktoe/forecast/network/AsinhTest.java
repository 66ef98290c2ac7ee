package io.tiktoktoe.forecast.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AsinhTest {

  @Test
  void isTheInverseOfSinhAtAllSizes() {
    for (double y = -40; y < 40; y += 0.0137) {
      assertThat(Asinh.of(Math.sinh(y))).isCloseTo(y, within(3e-9));
    }
    assertThat(Asinh.of(0)).isZero();
    assertThat(Asinh.of(Double.MAX_VALUE)).isBetween(600.0, 711.0);
    assertThat(Asinh.of(-1e-12)).isBetween(-2e-12, 0.0);
  }

  @Test
  void selectionFindsEveryRank() {
    SplittableRandom random = new SplittableRandom(3);
    for (int count = 1; count < 60; count++) {
      double[] values = random.doubles(count).map(v -> Math.floor(20 * v)).toArray();
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      for (int rank = 0; rank < count; rank++) {
        assertThat(Selection.smallest(values.clone(), count, rank)).isEqualTo(sorted[rank]);
      }
    }
  }
}
