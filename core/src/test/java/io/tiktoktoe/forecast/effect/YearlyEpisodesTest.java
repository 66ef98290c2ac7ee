package io.tiktoktoe.forecast.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.outlook.QuantileGrid;
import io.tiktoktoe.series.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A week for charity in May, on a level of 60. */
class YearlyEpisodesTest {

  private static final LocalDate FIRST = LocalDate.of(2023, 1, 20);
  private static final LocalDate NEXT = LocalDate.of(2026, 5, 4);
  private static final int LASTS = 7;

  private static boolean week(LocalDate date) {
    return date.getMonthValue() == 5 && date.getDayOfMonth() >= 4 && date.getDayOfMonth() < 11;
  }

  /** Until 20 days before the next such week, or {@code into} days into it. */
  private static QuantileForecast forecast(Set<Integer> years, int into) {
    LocalDate end = into > 0 ? NEXT.plusDays(into) : NEXT.minusDays(20);
    SplittableRandom random = new SplittableRandom(21);
    double[] values = new double[(int) (end.toEpochDay() - FIRST.toEpochDay())];
    for (int step = 0; step < values.length; step++) {
      LocalDate date = FIRST.plusDays(step);
      boolean more = week(date) && years.contains(date.getYear());
      values[step] = 60 * Math.exp(0.1 * random.nextGaussian()) * (more ? 3.5 : 1);
    }
    HistoricalMetrics history =
        new HistoricalMetrics(
            FIRST.atStartOfDay(), Granularity.DAY, List.of(Series.of("income", values)), true);
    List<QuantileForecast> answers = new ArrayList<>();
    BatchOptions options =
        BatchOptions.of(40, List.of(7)).withMembers(name -> !"network".equals(name));
    PredictiveAnalyticsEngine.forecastEach(List.of(history), List.of(), options, answers::add);
    return answers.getFirst();
  }

  private static double quantile(QuantileForecast forecast, int step, int index) {
    return forecast.quantile(step, QuantileGrid.probability(index));
  }

  @Test
  void aWeekOfTwoYearsIsForeseen() {
    QuantileForecast forecast = forecast(Set.of(2024, 2025), 0);
    for (int day = 0; day < LASTS; day++) {
      int step = 20 + day;
      assertThat(forecast.mean(step)).isBetween(140.0, 220.0);
      assertThat(quantile(forecast, step, QuantileGrid.LOW_95)).isLessThan(75);
      assertThat(quantile(forecast, step, QuantileGrid.HIGH_95)).isBetween(220.0, 700.0);
    }
    assertThat(forecast.mean(17)).isLessThan(75);
    assertThat(forecast.mean(29)).isLessThan(75);
  }

  @Test
  void aWeekOfOneYearMayComeBack() {
    QuantileForecast forecast = forecast(Set.of(2025), 0);
    for (int day = 2; day < LASTS - 2; day++) {
      int step = 20 + day;
      assertThat(forecast.mean(step)).isBetween(75.0, 170.0);
      // With it and without it are both within the band.
      assertThat(quantile(forecast, step, QuantileGrid.LOW_95)).isLessThan(60);
      assertThat(quantile(forecast, step, QuantileGrid.HIGH_95)).isGreaterThan(210);
    }
  }

  @Test
  void aWeekThatDidNotComeBackIsHardlyForeseen() {
    QuantileForecast forecast = forecast(Set.of(2024), 0);
    assertThat(forecast.mean(23)).isBetween(58.0, 100.0);
    assertThat(quantile(forecast, 23, QuantileGrid.MEDIAN)).isBetween(50.0, 70.0);
  }

  @Test
  void aWeekThatHasBegunEndsAsBefore() {
    QuantileForecast forecast = forecast(Set.of(2024, 2025, 2026), 4);
    assertThat(forecast.mean(0)).isBetween(150.0, 260.0);
    assertThat(forecast.mean(2)).isBetween(150.0, 260.0);
    for (int step = 3; step < 40; step++) {
      assertThat(forecast.mean(step)).as("step %d", step).isBetween(50.0, 72.0);
    }
  }

  @Test
  void ordinaryDaysHaveNone() {
    QuantileForecast forecast = forecast(Set.of(), 0);
    for (int step = 0; step < 40; step++) {
      assertThat(forecast.mean(step)).isBetween(54.0, 67.0);
    }
  }

  @Test
  void skewedNoiseHasNoEpisodes() {
    int found = 0;
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] values = new double[400];
      for (int step = 0; step < values.length; step++) {
        values[step] = 10 * Math.exp(0.9 * random.nextGaussian());
      }
      found += PastEpisodes.of(values).size();
    }
    // On the scale of amounts nearly every such history has one.
    assertThat(found).isLessThanOrEqualTo(1);
  }
}
