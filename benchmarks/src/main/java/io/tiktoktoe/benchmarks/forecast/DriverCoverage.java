package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.outlook.WhatIf;
import io.tiktoktoe.series.Series;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How often the 95% interval of what a driver brings holds the truth when noise hangs together:
 * first-order autoregressive noise and driver, asked through the door with {@code --explain}'s
 * numbers. Arguments: runs per cell.
 */
public final class DriverCoverage {

  private static final int AHEAD = 14;
  private static final double EFFECT = 3;
  private static final double WIDE = 1.96;

  private DriverCoverage() {}

  /** Prints one line a cell. */
  public static void main(String[] arguments) {
    int runs = arguments.length == 0 ? 60 : Integer.parseInt(arguments[0]);
    System.out.printf("%6s %6s %8s %10s %8s%n", "days", "ar", "told", "held 95%", "bias");
    for (int days : new int[] {60, 120, 365}) {
      for (double persistence : new double[] {0, .5, .8}) {
        cell(days, persistence, runs);
      }
    }
  }

  private static void cell(int days, double persistence, int runs) {
    SplittableRandom random = new SplittableRandom(41);
    int told = 0;
    int held = 0;
    double bias = 0;
    for (int run = 0; run < runs; run++) {
      double[] driver = autoregression(days + AHEAD, persistence, random.split());
      double[] noise = autoregression(days, persistence, random.split());
      double[] values = new double[days];
      Arrays.setAll(values, t -> 100 + EFFECT * driver[t] + 6 * noise[t]);
      Arrays.setAll(driver, t -> 10 + driver[t]);
      double truth = 0.1 * EFFECT * Arrays.stream(driver, days, days + AHEAD).sum();
      for (Explanation.Change change : forecast(values, driver).explanation().changes()) {
        if (change.whatIf() instanceof WhatIf.DriverHigher) {
          told++;
          held += Math.abs(change.amount() - truth) <= WIDE * change.standardError() ? 1 : 0;
          bias += change.amount() / truth - 1;
        }
      }
    }
    System.out.printf(
        "%6d %6.1f %8.2f %10.3f %8.3f%n",
        days, persistence, (double) told / runs, (double) held / told, bias / told);
  }

  private static double[] autoregression(int length, double persistence, SplittableRandom random) {
    double[] values = new double[length];
    double before = random.nextGaussian();
    for (int t = 0; t < length; t++) {
      before =
          persistence * before + Math.sqrt(1 - persistence * persistence) * random.nextGaussian();
      values[t] = before;
    }
    return values;
  }

  private static QuantileForecast forecast(double[] values, double[] driver) {
    HistoricalMetrics history =
        new HistoricalMetrics(
            LocalDateTime.of(2025, 1, 1, 0, 0),
            Granularity.DAY,
            List.of(Series.of("income", values)),
            true,
            List.of(Series.of("views", driver)));
    List<QuantileForecast> answers = new ArrayList<>();
    BatchOptions options =
        BatchOptions.of(AHEAD, List.of(7)).withMembers(name -> !"network".equals(name));
    PredictiveAnalyticsEngine.forecastEach(List.of(history), List.of(), options, answers::add);
    return answers.getFirst();
  }
}
