package io.tiktoktoe.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.series.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LongSeasonTest {

  private static final int STEPS = 8;

  /** Weeks of a wandering level without any year. */
  private static final List<double[]> WEEKS = weeks(new SplittableRandom(2));

  @Test
  void aYearThatThePastDoesNotSupportCostsNextToNothing() {
    assertThat(error(List.of(52))).isLessThan(1.03 * error(List.of()));
  }

  private static double error(List<Integer> periods) {
    List<Series> known = new ArrayList<>();
    for (int i = 0; i < WEEKS.size(); i++) {
      double[] all = WEEKS.get(i);
      known.add(Series.of("shop " + i, Arrays.copyOf(all, all.length - STEPS)));
    }
    List<QuantileForecast> forecasts =
        PredictiveAnalyticsEngine.forecastAll(
            known,
            BatchOptions.of(STEPS, periods).withMembers(name -> !"network".equals(name)));
    double error = 0;
    for (int i = 0; i < known.size(); i++) {
      for (int h = 0; h < STEPS; h++) {
        double actual = WEEKS.get(i)[known.get(i).length() + h];
        error += Math.abs(forecasts.get(i).quantile(h, 0.5) - actual);
      }
    }
    return error;
  }

  private static List<double[]> weeks(SplittableRandom random) {
    List<double[]> weeks = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double[] values = new double[120 + random.nextInt(120)];
      double level = 0;
      for (int t = 0; t < values.length; t++) {
        level += 0.7 * random.nextGaussian();
        values[t] = 100 + level + random.nextGaussian();
      }
      weeks.add(values);
    }
    return weeks;
  }
}
