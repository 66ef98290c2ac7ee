package io.tiktoktoe.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.Outlook;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlatHistoryTest {

  private static double[] flat(double value, int count) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }

  private static QuantileForecast forecast(double[] values) {
    return PredictiveAnalyticsEngine.forecastAll(
            List.of(Series.of("flat", values)), BatchOptions.of(3, List.of(7)))
        .getFirst();
  }

  @ParameterizedTest
  @CsvSource({"7.5, 14", "7.5, 60", "0.1, 60", "-7.5, 60", "1234567.89, 100", "1e-14, 30"})
  void flatValueGoesOnToTheDigit(double value, int count) {
    QuantileForecast forecast = forecast(flat(value, count));
    for (int step = 0; step < 3; step++) {
      Outlook outlook = forecast.outlook(step);
      assertThat(outlook.mean()).isEqualTo(value);
      assertThat(outlook.likely()).isEqualTo(value);
      assertThat(outlook.conservative()).isEqualTo(value);
      assertThat(forecast.quantile(step, 0.16)).isEqualTo(value);
      // Something else may come: no band is without width, a wider one is wider.
      assertThat(outlook.band68().lo()).isLessThan(value);
      assertThat(outlook.band68().hi()).isGreaterThan(value);
      assertThat(outlook.band95().lo()).isLessThan(outlook.band68().lo());
      assertThat(outlook.band95().hi()).isGreaterThan(outlook.band68().hi());
      assertThat(forecast.band(step, 0.2).width()).isPositive();
    }
  }

  @Test
  void oneOutageIsInTheBandAndNotInTheLevel() {
    double[] values = flat(100, 440);
    values[400] = 0;
    QuantileForecast forecast = forecast(values);
    assertThat(forecast.outlook(0).likely()).isEqualTo(100);
    assertThat(forecast.outlook(0).mean()).isBetween(99.7, 99.8);
    // The lowest 2.5% of outcomes: an outage in a tenth of them, half as much for what never came.
    assertThat(forecast.band(0, 0.95).lo()).isBetween(85.0, 92.0);
    assertThat(forecast.band(0, 0.95).hi()).isBetween(100.1, 103.0);
    double held = forecast.band(0, 0.68).lo();
    assertThat(held).isBetween(98.0, 99.0);
    RunningForecast followed =
        PredictiveAnalyticsEngine.followAll(
                List.of(Series.of("flat", Arrays.copyOf(values, 439))),
                BatchOptions.of(3, List.of(7)))
            .getFirst()
            .observe(values[439]);
    assertThat(followed.forecast().band(0, 0.68).lo()).isEqualTo(held);
  }

  @Test
  void anOutageOfDaysComesBackAsLong() {
    double[] values = flat(100, 500);
    Arrays.fill(values, 440, 447, 0);
    QuantileForecast forecast =
        PredictiveAnalyticsEngine.forecastAll(
                List.of(Series.of("flat", values)), BatchOptions.of(9, List.of(7)))
            .getFirst();
    assertThat(forecast.outlook(8).likely()).isEqualTo(100);
    assertThat(forecast.band(0, 0.95).lo()).isBetween(85.0, 95.0);
    // Seven days in five hundred and half as many that never came: in most of the lowest 2.5%.
    assertThat(forecast.band(8, 0.95).lo()).isBetween(10.0, 60.0);
    assertThat(forecast.outlook(8).mean()).isBetween(98.4, 98.8);
  }

  @Test
  void exceptionsOnEndAreALevel() {
    double[] values = flat(100, 440);
    Arrays.fill(values, 436, 440, 50);
    assertThat(forecast(values).outlook(0).likely()).isLessThan(90);
  }

  @ParameterizedTest
  @CsvSource({"2, 200", "3, 200", "3, 40", "9, 200"})
  void aLevelThatHasJustChangedMayStayOrGoBack(int newest, double level) {
    double[] values = flat(100, 97);
    Arrays.fill(values, 97 - newest, 97, level);
    QuantileForecast forecast = forecast(values);
    for (int step = 0; step < 3; step++) {
      assertThat(forecast.outlook(step).band68().lo()).isLessThanOrEqualTo(Math.min(100, level));
      assertThat(forecast.outlook(step).band68().hi()).isGreaterThanOrEqualTo(Math.max(100, level));
    }
  }

  @Test
  void fewEqualValuesAreNotCertain() {
    QuantileForecast forecast = forecast(flat(7.5, 14));
    assertThat(forecast.band(0, 0.99).lo()).isBetween(0.0, 7.0);
    assertThat(forecast.band(0, 0.99).hi()).isGreaterThan(8);
  }

  @Test
  void manySeriesAnswerTheSame() {
    List<Series> series =
        IntStream.range(0, 25)
            .mapToObj(
                at ->
                    Series.of(
                        "s" + at,
                        at % 2 == 0
                            ? flat(7.5, 40)
                            : IntStream.range(0, 40).mapToDouble(t -> 5 + (t * 7) % 5).toArray()))
            .toList();
    List<QuantileForecast> all =
        PredictiveAnalyticsEngine.forecastAll(series, BatchOptions.of(3, List.of()));
    assertThat(all.get(4).outlook(1).mean()).isEqualTo(7.5);
    assertThat(all.get(4).outlook(1).band95())
        .isEqualTo(forecast(flat(7.5, 40)).outlook(1).band95());
  }

  @Test
  void boundAtZeroIsZero() {
    double[] few = flat(7.5, 5);
    few[2] = 9;
    few[3] = 1;
    QuantileForecast forecast = forecast(few);
    assertThat(forecast.band(2, 0.95).lo()).isEqualTo(forecast.outlook(2).band95().lo());
  }
}
