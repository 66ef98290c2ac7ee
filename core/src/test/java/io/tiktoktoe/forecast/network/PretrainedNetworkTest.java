package io.tiktoktoe.forecast.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PretrainedNetworkTest {

  private static final int MEDIAN = Arrays.binarySearch(PretrainedNetwork.levels(), .5);

  private final PretrainedNetwork network = PretrainedNetwork.load();

  @Test
  void weightsOfTheProjectAreTrained() {
    assertThat(network.provenance().trained()).isTrue();
    assertThat(network.provenance().generatorVersion()).isEqualTo(SyntheticSeries.VERSION);
    assertThat(network.provenance().validationLoss()).isBetween(.01, 1.0);
  }

  @Test
  void repeatsAStrongWeek() {
    double[] history = weekly(400, 0, 1);

    double[][] quantiles = network.quantiles(history, 7, 28);

    double[] truth = Arrays.copyOfRange(weekly(428, 0, 1), 400, 428);
    for (int step = 0; step < 28; step++) {
      assertThat(quantiles[MEDIAN][step]).isCloseTo(truth[step], within(4.0));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 8, 13, 14, 15, 50, 371, 455, 2000})
  void everyLengthGivesFiniteOrderedQuantiles(int length) {
    double[][] quantiles = network.quantiles(weekly(length, 5, 2), 7, 90);

    assertOrderedAndFinite(quantiles);
  }

  @Test
  void batchGivesWhatEachSeriesGivesAlone() {
    List<double[]> histories = new ArrayList<>();
    for (int i = 0; i < 37; i++) {
      histories.add(weekly(20 + 30 * i, i, i));
    }

    List<double[][]> together = network.quantiles(histories, 7, 364, 30);

    for (int i = 0; i < histories.size(); i++) {
      double[][] alone = network.quantiles(histories.get(i), 7, 30);
      for (int level = 0; level < alone.length; level++) {
        assertThat(together.get(i)[level]).containsExactly(alone[level], within(1e-3));
      }
    }
  }

  @Test
  void mediansAreTheMiddleQuantiles() {
    List<double[]> histories = new ArrayList<>();
    for (int i = 0; i < 19; i++) {
      histories.add(weekly(60 + 10 * i, 5 + i, 2));
    }
    double[][] medians = network.medians(histories, 7, 364, 30);
    List<double[][]> all = network.quantiles(histories, 7, 364, 30);
    for (int i = 0; i < medians.length; i++) {
      assertThat(medians[i]).containsExactly(all.get(i)[MEDIAN]);
    }
  }

  @Test
  void plainLoopsGiveTheSameToOneInAHundredThousand() {
    PretrainedNetwork plain = network.withPlainLoops();
    SyntheticSeries series = SyntheticSeries.stream(11, 90);
    for (int i = 0; i < 40; i++) {
      SyntheticSample sample = series.next();
      double[] history = sample.history();

      double[][] expected = plain.quantiles(history, sample.period(), sample.longPeriod(), 90);
      double[][] actual = network.quantiles(history, sample.period(), sample.longPeriod(), 90);

      double size = spread(history);
      double worst = 0;
      for (int level = 0; level < expected.length; level++) {
        for (int step = 0; step < 90; step++) {
          double slack = 1e-5 * (size + Math.abs(expected[level][step]));
          double gap = Math.abs(actual[level][step] - expected[level][step]);
          worst = Math.max(worst, gap == 0 ? 0 : gap / slack);
        }
      }
      assertThat(worst).as("series %d, in slacks", i).isLessThanOrEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e12})
  void forecastsScaleWithTheUnit(double unit) {
    double[] history = weekly(300, 3, 3);
    double[] scaled = Arrays.stream(history).map(x -> unit * x).toArray();

    double[][] expected = network.quantiles(history, 7, 10);
    double[][] actual = network.quantiles(scaled, 7, 10);

    for (int level = 0; level < expected.length; level++) {
      for (int step = 0; step < 10; step++) {
        assertThat(actual[level][step] / unit).isCloseTo(expected[level][step], within(1e-2));
      }
    }
  }

  @Test
  void allZeroStaysZeroAndConstantStaysNear() {
    assertThat(network.quantiles(new double[300], 7, 5)[MEDIAN]).containsOnly(0);
    double[] constant = new double[300];
    Arrays.fill(constant, 42);
    for (double[] level : network.quantiles(constant, 7, 90)) {
      for (double value : level) {
        assertThat(value).isCloseTo(42, within(10.5));
      }
    }
  }

  @Test
  void missingValuesAreBridged() {
    double[] history = weekly(300, 2, 4);
    Arrays.fill(history, 100, 160, Double.NaN);
    history[299] = Double.POSITIVE_INFINITY;

    assertOrderedAndFinite(network.quantiles(history, 7, 90));
  }

  @Test
  void nonNegativeHistoriesStayNonNegative() {
    SplittableRandom random = new SplittableRandom(9);
    double[] tips = new double[500];
    for (int t = 0; t < tips.length; t++) {
      tips[t] = random.nextDouble() < .1 ? Math.exp(random.nextGaussian()) : 0;
    }

    double[][] quantiles = network.quantiles(tips, 24, 90);

    assertOrderedAndFinite(quantiles);
    assertThat(Arrays.stream(quantiles[0]).min().orElseThrow()).isNotNegative();
    assertThat(Arrays.stream(quantiles[MEDIAN]).max().orElseThrow()).isLessThan(.3);
  }

  /** What a hostile or careless sender may give: extremes, jumps, absurd periods. */
  @Test
  void oddHistoriesGiveSaneAnswers() {
    double[] huge = weekly(100, 3, 1);
    double[] tiny = weekly(100, 3, 1);
    for (int t = 0; t < huge.length; t++) {
      huge[t] *= t % 2 == 0 ? 1e305 : -1e305;
      tiny[t] *= 1e-312;
    }
    double[] jump = new double[400];
    Arrays.fill(jump, 399, 400, 1e15);
    double[] gaps = new double[1500];
    Arrays.fill(gaps, Double.NaN);
    gaps[1499] = 7;
    for (double[] history : List.of(huge, tiny, jump, gaps)) {
      assertOrderedAndFinite(network.quantiles(history, 7, 90));
      assertOrderedAndFinite(network.quantiles(history, 1, 90));
      assertOrderedAndFinite(network.quantiles(history, Integer.MAX_VALUE / 2, 0, 90));
      assertOrderedAndFinite(network.quantiles(history, 1, Integer.MAX_VALUE, 90));
    }
    assertThat(network.quantiles(gaps, 7, 1)[MEDIAN][0]).isBetween(0.0, 14.0);
  }

  @Test
  void refusesWhatItCannotForecast() {
    double[] history = {1, 2, 3};
    assertThatThrownBy(() -> network.quantiles(history, 7, 91))
        .hasMessageContaining("horizon (91)");
    assertThatThrownBy(() -> network.quantiles(history, 7, 0)).hasMessageContaining("horizon (0)");
    assertThatThrownBy(() -> network.quantiles(history, 0, 5)).hasMessageContaining("period (0)");
    assertThatThrownBy(() -> network.quantiles(history, 7, 10, 5))
        .hasMessageContaining("longPeriod (10)");
    assertThatThrownBy(() -> network.quantiles(new double[] {Double.NaN}, 7, 5))
        .hasMessageContaining("no finite value");
    assertThatThrownBy(() -> network.quantiles(new double[0], 7, 5))
        .hasMessageContaining("no finite value");
  }

  private static void assertOrderedAndFinite(double[][] quantiles) {
    boolean finite = true;
    boolean ordered = true;
    for (int level = 0; level < quantiles.length; level++) {
      for (int step = 0; step < quantiles[level].length; step++) {
        finite &= Double.isFinite(quantiles[level][step]);
        ordered &= level == 0 || quantiles[level][step] >= quantiles[level - 1][step];
      }
    }
    assertThat(finite).as("finite").isTrue();
    assertThat(ordered).as("ordered").isTrue();
  }

  private static double spread(double[] values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    double mean = Arrays.stream(finite).average().orElse(0);
    return Arrays.stream(finite).map(x -> Math.abs(x - mean)).average().orElse(0);
  }

  private static double[] weekly(int length, double noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] week = {10, 12, 15, 20, 40, 60, 30};
    double[] values = new double[length];
    for (int t = 0; t < length; t++) {
      values[t] = 20 + week[t % 7] + noise * random.nextGaussian();
    }
    return values;
  }
}
