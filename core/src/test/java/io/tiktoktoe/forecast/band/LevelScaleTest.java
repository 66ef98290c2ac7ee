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

  /** Errors by origin, two steps ahead, as large as these. */
  private static double[][] errors(double... sizes) {
    return Arrays.stream(sizes)
        .mapToObj(size -> new double[] {size, -size})
        .toArray(double[][]::new);
  }

  private static LevelScale scale(double[] values, int[] origins, double... sizes) {
    return LevelScale.of(values, errors(sizes), origins, 7, 100);
  }

  @Test
  void thePowerOfTheLevelIsWhatErrorsShow() {
    double[] values = IntStream.range(0, 140).mapToDouble(t -> t < 100 ? 100 : 160).toArray();
    int[] origins = {60, 70, 80, 90, 110, 120, 130};
    LevelScale share = scale(values, origins, 10, 10, 10, 10, 16, 16, 16);
    LevelScale count = scale(values, origins, 10, 10, 10, 10, 12.65, 12.65, 12.65);
    LevelScale none = scale(values, origins, 10, 10, 10, 10, 10, 10, 10);
    assertThat(share.at(140) / share.at(90)).isBetween(1.38, 1.6);
    assertThat(count.at(140) / count.at(90)).isBetween(1.2, 1.35);
    assertThat(none.at(140) / none.at(90)).isBetween(1., 1.15);
    LevelScale unknown = LevelScale.of(values, errors(10), new int[] {60}, 7, 1);
    assertThat(unknown.at(140) / unknown.at(90)).as("half").isCloseTo(Math.sqrt(1.6), within(.01));
  }

  @Test
  void errorsCountRelativeToALevelFarAbove() {
    int[] origins = {40, 50, 60, 70, 80};
    // Past: 50 steps of 1 and 10 of 10, mean 2.5.
    LevelScale risen = scale(jump(100, 10, 10), origins, 1, 1, 1, 1, 1);
    assertThat(risen.at(100)).isCloseTo(4, within(1e-12));
    assertThat(risen.rise(90, 100)).isCloseTo(10, within(1e-12));
    LevelScale burst = scale(jump(100, 3, 50), origins, 1, 1, 1, 1, 1);
    assertThat(burst.at(100)).as("a few days").isEqualTo(burst.at(90));
    assertThat(burst.rise(90, 100)).isEqualTo(1);
  }

  @Test
  void bandsFollowALevelThatRose() {
    SplittableRandom random = new SplittableRandom(5);
    int held = 0;
    int known = 0;
    for (int run = 0; run < 30; run++) {
      double[] values =
          IntStream.range(0, 68)
              .mapToDouble(t -> 100 * Math.exp(.03 * t + .15 * random.nextGaussian()))
              .toArray();
      QuantileForecast forecast =
          PredictiveAnalyticsEngine.forecastAll(
                  List.of(Series.of("grown", Arrays.copyOf(values, 60))),
                  BatchOptions.of(8, List.of(4)))
              .getFirst();
      for (int h = 0; h < 8; h++, known++) {
        held += forecast.band(h, .68).contains(values[60 + h]) ? 1 : 0;
      }
    }
    assertThat((double) held / known).isBetween(.6, .8);
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
