package io.tiktoktoe.forecast.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeasonEvidenceTest {

  private static double[] independent(int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[length];
    Arrays.setAll(values, t -> 30 * random.nextExponential());
    return values;
  }

  @Test
  void chanceIsNoSeason() {
    int kept = 0;
    for (int seed = 0; seed < 100; seed++) {
      kept += Prepared.supports(independent(210, seed), 7) ? 1 : 0;
    }
    assertThat(kept).isLessThan(8);
  }

  @Test
  void aWeekIsASeasonThoughOneDayIsFarOff() {
    double[] values = independent(210, 3);
    for (int t = 0; t < values.length; t++) {
      values[t] = 20 + values[t] / 10 + (t % 7 == 2 ? 12 : 0);
    }
    assertThat(Prepared.supports(values, 7)).isTrue();
    values[100] = 90;
    assertThat(Prepared.supports(values, 7)).isTrue();
    // Two weeks can tell nothing against it.
    assertThat(Prepared.supports(new double[14], 7)).isTrue();
  }

  @Test
  void aYearDoesNotTakeThePlaceOfAWeek() {
    Prepared noise = Prepared.alone(independent(800, 4), List.of(7, 365), true);
    assertThat(noise.period()).isEqualTo(1);
    assertThat(noise.longSeason()).isEqualTo(365);
  }

  @Test
  void theMeanOfIndependentValuesStaysWhereItIs() {
    double[] values = independent(220, 8);
    double mean = Arrays.stream(values).average().orElseThrow();
    QuantileForecast forecast =
        PredictiveAnalyticsEngine.forecastAll(
                List.of(Series.of("tips", values)), BatchOptions.of(365, List.of(7, 365)))
            .getFirst();
    for (int step = 0; step < 365; step++) {
      assertThat(forecast.mean(step)).as("step %d", step).isBetween(0.75 * mean, 1.25 * mean);
    }
    // Errors of independent values do not grow beyond what was looked back at.
    double near = forecast.outlook(80).band95().width();
    assertThat(forecast.outlook(364).band95().width()).isLessThan(1.3 * near);
  }
}
