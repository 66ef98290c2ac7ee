package io.tiktoktoe.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.Outlook;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortHistoryTest {

  private static QuantileForecast forecast(double... values) {
    return PredictiveAnalyticsEngine.forecastAll(
            List.of(Series.of("short", values)), BatchOptions.of(6, List.of(12)))
        .getFirst();
  }

  private static double[] line(int count, double first, double slope) {
    return IntStream.range(0, count).mapToDouble(t -> first + slope * t).toArray();
  }

  @Test
  void orderTells() {
    Outlook falling = forecast(line(8, 820, -100)).outlook(0);
    assertThat(falling.mean()).isBetween(0.0, 200.0);
    Outlook rising = forecast(line(8, 120, 100)).outlook(0);
    assertThat(rising.mean()).isBetween(780.0, 1_050.0);
  }

  @Test
  void noCliffWhereTheFullMethodsBegin() {
    double twelve = forecast(line(13, 50, 60)).outlook(0).mean() / 830;
    double thirteen = forecast(line(14, 50, 60)).outlook(0).mean() / 890;
    assertThat(twelve / thirteen).isBetween(0.85, 1.15);
  }

  @Test
  void valuesWithoutOrderStayAtTheirLevel() {
    QuantileForecast forecast = forecast(100, 130, 80, 120, 95, 105, 70, 125, 110, 90);
    assertThat(forecast.basis()).isEqualTo(Forecast.Basis.SHORT_HISTORY);
    assertThat(forecast.outlook(5).mean()).isBetween(85.0, 125.0);
    assertThat(forecast.outlook(0).band68().width()).isBetween(20.0, 140.0);
  }

  @Test
  void oneValueSaysLittle() {
    Outlook next = forecast(5).outlook(0);
    assertThat(next.band95().width()).isGreaterThan(8);
  }

  @Test
  void fewZerosAreCertainOfNothing() {
    double four = forecast(0, 0, 0, 0).outlook(0).mean();
    double thirteen = forecast(new double[13]).outlook(0).mean();
    double fourteen = forecast(new double[14]).outlook(0).mean();
    assertThat(four).isBetween(thirteen, 0.3);
    assertThat(thirteen / fourteen).isBetween(1.0, 1.3);
    assertThat(forecast(0, 0, 0, 0).outlook(0).band95().hi()).isPositive();
  }

  @Test
  void bandsOfFifteenNoisyValuesHoldAsOftenAsTheySay() {
    SplittableRandom random = new SplittableRandom(15);
    int narrow = 0;
    int wide = 0;
    for (int run = 0; run < 80; run++) {
      double[] values =
          IntStream.range(0, 21).mapToDouble(_ -> 300 + 30 * random.nextGaussian()).toArray();
      QuantileForecast forecast = forecast(Arrays.copyOf(values, 15));
      for (int h = 0; h < 6; h++) {
        narrow += forecast.band(h, 0.68).contains(values[15 + h]) ? 1 : 0;
        wide += forecast.band(h, 0.95).contains(values[15 + h]) ? 1 : 0;
      }
    }
    assertThat(narrow / 480.0).isBetween(0.6, 0.8);
    assertThat(wide / 480.0).isBetween(0.9, 0.99);
  }
}
