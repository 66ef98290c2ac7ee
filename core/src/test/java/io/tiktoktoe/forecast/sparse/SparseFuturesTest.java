package io.tiktoktoe.forecast.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.forecast.future.JointFutures;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.future.SeriesOutcome;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.outlook.Outlook;
import io.tiktoktoe.outlook.SamplePaths;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SparseFuturesTest {

  /** Calm days with few sales of one price, and a launch of three strong days now and then. */
  private static double[] launches(int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[length];
    int next = 20;
    for (int t = 0; t < length; t++) {
      boolean launched = t >= next && t < next + 3;
      if (t == next + 3) {
        next = t + 30 + random.nextInt(30);
      }
      int sales = 0;
      for (int i = 0; i < (launched ? 20 : 2); i++) {
        sales += random.nextDouble() < (launched ? 0.5 : 0.25) ? 1 : 0;
      }
      values[t] = 25 * sales;
    }
    return values;
  }

  private static SamplePaths paths(double[] history, long seed) {
    SeriesOutcome outcome =
        SparseHistory.forecast(Prepared.of(history, List.of(7), true), 90, 90, seed);
    return JointFutures.draw(
        List.of(JointFutures.Part.alone(outcome.marginals())), 90, 1_000, seed)[0];
  }

  @Test
  void sumsOfClusteredSalesHoldAsOftenAsTheySay() {
    int count = 60;
    int inside = 0;
    for (int s = 0; s < count; s++) {
      double[] all = launches(390, 700 + s);
      double[] sums = paths(Arrays.copyOf(all, 360), s).sums(30);
      Outlook month = Marginals.outlook(sums, Arrays.stream(sums).average().orElseThrow());
      inside += month.band95().contains(Arrays.stream(all, 360, 390).sum()) ? 1 : 0;
    }
    // With coverage .95 fewer than 49 of 60 come once in 10^4; independent days hold less.
    assertThat(inside).isGreaterThanOrEqualTo(49);
  }

  @Test
  void clustersMakeSumsWiderThanIndependentDays() {
    double[] history = launches(720, 5);
    SamplePaths paths = paths(history, 6);
    double[] sums = paths.sums(7);
    double mean = Arrays.stream(sums).average().orElseThrow();
    double variance =
        Arrays.stream(sums).map(sum -> (sum - mean) * (sum - mean)).average().orElseThrow();
    double days = 0;
    for (int h = 0; h < 7; h++) {
      double[] day = paths.at(h);
      double level = Arrays.stream(day).average().orElseThrow();
      days += Arrays.stream(day).map(one -> (one - level) * (one - level)).average().orElseThrow();
    }
    assertThat(variance).isGreaterThan(1.3 * days);
  }

  @Test
  void pricesComeBackAsTheyAre() {
    double[] history = launches(720, 7);
    SaleSizes sizes = SaleSizes.of(history, history.length);
    assertThat(sizes.quantile(0.1)).isEqualTo(25);
    assertThat(sizes.rank(25, 0)).isLessThan(0.05);
    assertThat(sizes.rank(25, 1)).isGreaterThan(0.3);
    assertThat(sizes.rank(1e9, 0.5)).isEqualTo(1);
  }

  @Test
  void fewSizesAreSpreadLikeAGamma() {
    SaleSizes sizes = SaleSizes.of(new double[] {0, 10, 0, 0}, 4);
    assertThat(sizes.mean()).isCloseTo(10, within(1e-12));
    assertThat(sizes.quantile(0.02)).isLessThan(10);
    assertThat(sizes.quantile(0.98)).isGreaterThan(20);
    // Nothing is known of a sale that never came but that it would be one unit.
    assertThat(SaleSizes.of(new double[5], 5).quantile(0.5)).isEqualTo(1);
  }
}
