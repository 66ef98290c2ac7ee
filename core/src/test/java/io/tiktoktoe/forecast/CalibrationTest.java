package io.tiktoktoe.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.calendar.CalendarEvent;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.ForecastPart;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.Outlook;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.outlook.QuantileGrid;
import io.tiktoktoe.series.Series;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  private static final LocalDateTime START = LocalDateTime.of(2025, 1, 6, 0, 0);
  private static final Instant THROUGH = Instant.parse("2026-01-30T00:00:00Z");

  /** Level that wanders a little, weekends, lognormal noise. */
  private static double[] income(int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[length];
    double level = 100;
    for (int t = 0; t < length; t++) {
      level *= Math.exp(0.01 * random.nextGaussian());
      values[t] = level * (t % 7 >= 5 ? 1.4 : 0.9) * Math.exp(0.25 * random.nextGaussian());
    }
    return values;
  }

  @Test
  void bandsHoldAsOftenAsTheySay() {
    int horizon = 28;
    int count = 60;
    List<Series> histories = new ArrayList<>();
    List<double[]> futures = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      double[] all = income(364 + horizon, 100 + s);
      histories.add(Series.of("s" + s, java.util.Arrays.copyOf(all, 364)));
      futures.add(java.util.Arrays.copyOfRange(all, 364, 364 + horizon));
    }
    List<QuantileForecast> forecasts =
        PredictiveAnalyticsEngine.forecastAll(histories, BatchOptions.of(horizon, List.of(7)));
    double inside68 = 0;
    double inside95 = 0;
    for (int s = 0; s < count; s++) {
      for (int h = 0; h < horizon; h++) {
        double actual = futures.get(s)[h];
        inside68 += forecasts.get(s).band(h, 0.68).contains(actual) ? 1 : 0;
        inside95 += forecasts.get(s).band(h, 0.95).contains(actual) ? 1 : 0;
      }
    }
    // 60 independent series; a series' share inside varies by about .12 (68%) and .06 (95%), so
    // the mean by .016 and .008: 5 of these falsely reject less than once in 10^5 at the truth.
    assertThat(inside68 / count / horizon).isCloseTo(0.68, within(0.08));
    assertThat(inside95 / count / horizon).isCloseTo(0.95, within(0.04));
  }

  @Test
  void sumsOverAMonthHoldAsOftenAsTheySay() {
    int count = 60;
    int inside = 0;
    for (int s = 0; s < count; s++) {
      double[] all = income(364 + 30, 500 + s);
      double sum = 0;
      for (int t = 364; t < 394; t++) {
        sum += all[t];
      }
      Predictions predictions =
          PredictiveAnalyticsEngine.generatePredictions(
              new HistoricalMetrics(
                  START,
                  Granularity.DAY,
                  List.of(Series.of("tips", java.util.Arrays.copyOf(all, 364))),
                  true),
              PredictionContext.daily(THROUGH, s).withSteps(30).withPaths(400));
      Outlook month = predictions.series().getFirst().horizons().getLast().sum();
      inside += month.band95().contains(sum) ? 1 : 0;
    }
    // With coverage .95 fewer than 49 of 60 come once in 10^4.
    assertThat(inside).isGreaterThanOrEqualTo(49);
  }

  @Test
  void sparseRatesAreForecastWithTheirSums() {
    SplittableRandom random = new SplittableRandom(3);
    double[] values = new double[600];
    for (int t = 0; t < 600; t++) {
      values[t] = random.nextDouble() < 0.1 ? 20 * random.nextExponential() : 0;
    }
    Predictions predictions =
        PredictiveAnalyticsEngine.generatePredictions(
            new HistoricalMetrics(
                START, Granularity.DAY, List.of(Series.of("merchandise", values)), true),
            PredictionContext.daily(THROUGH, 4));
    Forecast forecast = predictions.series().getFirst();
    assertThat(forecast.basis()).isEqualTo(Forecast.Basis.SPARSE_HISTORY);
    // Expected 2 a day; 60 sales of relative spread 1 give a standard error of .26 or more.
    assertThat(forecast.steps().getFirst().mean()).isCloseTo(2, within(1.3));
    Outlook quarter = forecast.horizons().getLast().sum();
    assertThat(quarter.band95().contains(180)).isTrue();
    assertThat(quarter.band95().lo()).isPositive();
    assertThat(forecast.backtest().coverage95()).isBetween(0.85, 1.0);
  }

  @Test
  void specialDaysAreLearnedAndExplained() {
    double[] values = income(364, 9);
    List<CalendarEvent> launches = new ArrayList<>();
    for (int t = 30; t < 364; t += 45) {
      values[t] += 300;
      launches.add(new CalendarEvent(START.toLocalDate().plusDays(t), "launch"));
    }
    LocalDate planned = START.toLocalDate().plusDays(364 + 10);
    launches.add(new CalendarEvent(planned, "launch"));
    HistoricalMetrics history =
        new HistoricalMetrics(START, Granularity.DAY, List.of(Series.of("tips", values)), true);
    PredictionContext context = PredictionContext.daily(THROUGH, 1).withSteps(30);
    Forecast plain =
        PredictiveAnalyticsEngine.generatePredictions(history, context).series().getFirst();
    Forecast with =
        PredictiveAnalyticsEngine.generatePredictions(history, context.withCalendar(launches))
            .series()
            .getFirst();
    double effect = with.steps().get(10).likely() - plain.steps().get(10).likely();
    assertThat(effect).isBetween(150.0, 350.0);
    assertThat(with.explanation().components())
        .extracting(Explanation.Component::part)
        .contains(new ForecastPart.Cause("launch"));
    double sum = with.steps().stream().mapToDouble(Outlook::mean).sum();
    double parts =
        with.explanation().components().stream().mapToDouble(Explanation.Component::amount).sum();
    assertThat(parts).isCloseTo(sum, within(1e-6 * sum));
  }

  @Test
  void quantilesAreReadBetweenTheKeptOnes() {
    double[] grid = new double[QuantileGrid.SIZE];
    for (int q = 0; q < grid.length; q++) {
      grid[q] = QuantileGrid.probability(q);
    }
    assertThat(QuantileGrid.interpolate(grid, 0, 0.33)).isCloseTo(0.33, within(1e-12));
    assertThat(QuantileGrid.interpolate(grid, 0, 0.001)).isEqualTo(0.005);
    assertThat(QuantileGrid.interpolate(grid, 0, 0.999)).isEqualTo(0.995);
  }
}
