package io.tiktoktoe.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.stats.Quantiles;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeriesSimulationTest {

  @ParameterizedTest
  @EnumSource
  void valuesAreOnAverageWhatIsExpected(SeriesSimulation.Kind kind) {
    int length = 40_000;
    SeriesSimulation.Simulated series = SeriesSimulation.of(kind, length, 1);
    assertThat(series.values()).hasSize(length).doesNotContain(Double.NaN);
    double[] gaps = difference(series.values(), series.expected());
    double mean = Arrays.stream(gaps).average().orElseThrow();
    double variance = Arrays.stream(gaps).map(gap -> gap * gap).average().orElseThrow();

    // A martingale difference: falsely rejects once in 10^5 a kind.
    assertThat(mean).isCloseTo(0, within(4.41717 * Math.sqrt(variance / length)));
  }

  private static double[] difference(double[] values, double[] expected) {
    double[] gaps = new double[values.length];
    for (int t = 0; t < gaps.length; t++) {
      gaps[t] = values[t] - expected[t];
    }
    return gaps;
  }

  @ParameterizedTest
  @EnumSource
  void futuresShareTheirPastAndThenDiffer(SeriesSimulation.Kind kind) {
    SeriesSimulation.Simulated[] futures = SeriesSimulation.futures(kind, 60, 90, 3, 5);

    for (SeriesSimulation.Simulated future : futures) {
      assertThat(Arrays.copyOf(future.values(), 60))
          .isEqualTo(Arrays.copyOf(futures[0].values(), 60));
    }
    assertThat(futures[1].values()).isNotEqualTo(futures[0].values());
    assertThat(SeriesSimulation.of(kind, 50, 9).values())
        .isEqualTo(SeriesSimulation.of(kind, 50, 9).values());
  }

  @Test
  void quantilesOfTheFuturesCoverOtherFutures() {
    int count = 400;
    SeriesSimulation.Simulated[] futures =
        SeriesSimulation.futures(SeriesSimulation.Kind.DENSE_TIPS, 30, 20, count, 3);
    double inside = 0;
    for (int step = 30; step < 50; step++) {
      double[] known = new double[count / 2];
      for (int i = 0; i < known.length; i++) {
        known[i] = futures[i].values()[step];
      }
      Arrays.sort(known);
      double[] others = new double[count / 2];
      for (int i = 0; i < others.length; i++) {
        others[i] = futures[count / 2 + i].values()[step];
      }
      double[] low = filled(Quantiles.ofSorted(known, 0.16), others.length);
      double[] high = filled(Quantiles.ofSorted(known, 0.84), others.length);
      inside += SeriesSimulation.coverage(others, low, high) / 20;
    }
    // 68% of 4,000 draws against sampled quantiles: standard error about 1.2 points.
    assertThat(inside).isCloseTo(0.68, within(0.055));
  }

  private static double[] filled(double value, int length) {
    double[] array = new double[length];
    Arrays.fill(array, value);
    return array;
  }

  @Test
  void sparseTipsAreMostlyZero() {
    double[] values = SeriesSimulation.of(SeriesSimulation.Kind.SPARSE_TIPS, 5_000, 2).values();

    double zeros = Arrays.stream(values).filter(value -> value == 0).count() / 5_000.0;
    assertThat(zeros).isCloseTo(Math.exp(-0.15), within(0.03));
  }

  @Test
  void wrongLengthsAreRefused() {
    assertThatThrownBy(() -> SeriesSimulation.of(SeriesSimulation.Kind.DRIFT, 0, 1))
        .hasMessageContaining("past (0)");
    assertThatThrownBy(() -> SeriesSimulation.coverage(new double[2], new double[1], new double[2]))
        .hasMessageContaining("low (1)");
  }
}
