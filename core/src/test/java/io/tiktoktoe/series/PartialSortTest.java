package io.tiktoktoe.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PartialSortTest {

  @Test
  void anOddNumberGivesItsMedian() {
    SplittableRandom random = new SplittableRandom(1);
    for (int n = 1; n < 400; n += 2) {
      double[] values = random.doubles(n).toArray();
      double[] sorted = values.clone();
      Arrays.sort(sorted);

      assertThat(PartialSort.sixMedians(values, n)).isEqualTo(6 * sorted[n / 2]);
    }
  }

  @Test
  void anEvenNumberGivesItsMedianOrANeighbouringValue() {
    SplittableRandom random = new SplittableRandom(2);
    int exact = 0;
    for (int n = 2; n < 400; n += 2) {
      double[] values = random.doubles(n).toArray();
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      double median = 3 * (sorted[n / 2] + sorted[n / 2 - 1]);

      double ours = PartialSort.sixMedians(values, n);

      exact += Math.abs(ours - median) < 1e-12 ? 1 : 0;
      assertThat(ours).isCloseTo(median, within(3 * (sorted[n - 1] - sorted[0])));
    }
    assertThat(exact).isBetween(120, 198);
  }
}
