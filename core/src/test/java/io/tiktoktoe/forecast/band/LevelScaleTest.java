package io.tiktoktoe.forecast.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LevelScaleTest {

  private static double[] jump(int count, int since, double times) {
    return IntStream.range(0, count).mapToDouble(t -> t >= count - since ? times : 1).toArray();
  }

  @Test
  void levelsUpToTwiceLeaveErrorsAsTheyAre() {
    assertThat(LevelScale.of(jump(100, 10, 2), 40, 7).at(100)).isEqualTo(1);
    assertThat(LevelScale.of(jump(100, 3, 50), 40, 7).at(100)).as("a few days").isEqualTo(1);
    assertThat(LevelScale.of(jump(100, 60, 50), 40, 7).at(100)).as("since long").isEqualTo(1);
  }

  @Test
  void errorsCountRelativeToALevelFarAbove() {
    // Past: 50 steps of 1 and 10 of 10, mean 2.5.
    assertThat(LevelScale.of(jump(100, 10, 10), 40, 7).at(100)).isCloseTo(4, within(1e-12));
    assertThat(LevelScale.of(jump(100, 10, 10), 40, 7).at(90)).isEqualTo(1);
  }

  @Test
  void bandsAfterATenfoldRiseAreNotThoseOfBefore() {
    SplittableRandom random = new SplittableRandom(31);
    int held = 0;
    for (int run = 0; run < 12; run++) {
      double[] values =
          IntStream.range(0, 127)
              .mapToDouble(t -> (t >= 110 ? 1_000 : 100) * Math.exp(.3 * random.nextGaussian()))
              .toArray();
      QuantileForecast forecast =
          PredictiveAnalyticsEngine.forecastAll(
                  List.of(Series.of("risen", Arrays.copyOf(values, 120))),
                  BatchOptions.of(7, List.of(7)))
              .getFirst();
      for (int h = 0; h < 7; h++) {
        held += forecast.band(h, .68).contains(values[120 + h]) ? 1 : 0;
      }
    }
    assertThat(held / 84.0).isBetween(.5, .85);
  }
}
