package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.forecast.BatchOptions;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.forecast.QuantileForecast;
import io.tiktoktoe.series.Series;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Time and memory of 1,000 and 10,000 simulated daily series (or the counts given) of 730 days, 90
 * days ahead, all quantiles, 2 threads.
 */
public final class Scale {

  private static final int DAYS = 730;
  private static final int STEPS = 90;

  private Scale() {}

  /** Runs it; arguments are numbers of series. */
  public static void main(String[] arguments) {
    int[] counts =
        arguments.length == 0
            ? new int[] {200, 1_000, 10_000}
            : java.util.Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    for (int count : counts) {
      List<Series> series = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        series.add(simulated("s" + i, i));
      }
      long start = System.nanoTime();
      long cpu = cpu();
      List<QuantileForecast> forecasts =
          PredictiveAnalyticsEngine.forecastAll(
              series, BatchOptions.of(STEPS, List.of(7)).withThreads(2));
      double seconds = (System.nanoTime() - start) / 1e9;
      double cpuSeconds = (cpu() - cpu) / 1e9;
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          "%d series: %.1f s, %.1f CPU-s, %.2f CPU-ms a series, heap in use %.2f GB of %.2f GB (max"
              + " %.2f GB)%n",
          forecasts.size(),
          seconds,
          cpuSeconds,
          1000 * cpuSeconds / count,
          (runtime.totalMemory() - runtime.freeMemory()) / 1e9,
          runtime.totalMemory() / 1e9,
          runtime.maxMemory() / 1e9);
    }
  }

  private static long cpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean bean
        ? bean.getProcessCpuTime()
        : 0;
  }

  private static Series simulated(String id, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[DAYS];
    double level = Math.exp(3 + 2 * random.nextGaussian());
    double weekend = 0.4 * random.nextGaussian();
    double noise = 0.1 + 0.5 * random.nextDouble();
    double chance = random.nextDouble() < 0.3 ? 0.05 + 0.5 * random.nextDouble() : 1;
    for (int t = 0; t < DAYS; t++) {
      level *= Math.exp(0.02 * random.nextGaussian());
      double shape = t % 7 >= 5 ? Math.exp(weekend) : 1;
      double value = level * shape * Math.exp(noise * random.nextGaussian());
      values[t] = random.nextDouble() < chance ? value : 0;
    }
    return Series.of(id, values);
  }
}
