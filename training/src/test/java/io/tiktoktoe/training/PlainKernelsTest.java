package io.tiktoktoe.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.forecast.network.PretrainedNetwork;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The network without the Vector API, on series of every family. */
class PlainKernelsTest {

  private final PretrainedNetwork network = PretrainedNetwork.load();

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

  private static double spread(double[] values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    double mean = Arrays.stream(finite).average().orElse(0);
    return Arrays.stream(finite).map(x -> Math.abs(x - mean)).average().orElse(0);
  }
}
