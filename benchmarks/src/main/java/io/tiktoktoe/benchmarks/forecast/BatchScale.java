package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.series.Series;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Processor time, allocation and memory of many simulated daily series of 730 days, 90 days ahead,
 * all quantiles, 2 threads, and where the time goes; beside it the ETS and Theta bank alone.
 * Forecasts are taken one at a time and not kept.
 *
 * <p>Arguments: numbers of series (1,000 and 10,000 by default), {@code --bank} for the bank beside
 * the largest of them.
 */
public final class BatchScale {

  private static final int DAYS = 730;
  private static final int STEPS = 90;

  private BatchScale() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    List<String> wanted = List.of(arguments);
    int[] counts =
        wanted.stream().filter(one -> !one.startsWith("-")).mapToInt(Integer::parseInt).toArray();
    if (counts.length == 0) {
      counts = new int[] {1_000, 10_000};
    }
    int most = 0;
    for (int count : counts) {
      run("ensemble", count, name -> true);
      most = Math.max(most, count);
    }
    if (wanted.contains("--bank")) {
      run("ETS and Theta", most, name -> name.contains("ETS") || name.contains("Theta"));
    }
  }

  private static void run(String what, int count, Predicate<String> members) {
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      series.add(simulated("s" + i, i));
    }
    resetPeak();
    long[] forecast = new long[1];
    long start = System.nanoTime();
    long cpu = cpu();
    long allocated = allocated();
    TimeSplit split = TimeSplit.start();
    PredictiveAnalyticsEngine.forecastAll(
        series,
        BatchOptions.of(STEPS, List.of(7)).withThreads(2).withMembers(members),
        one -> forecast[0] += one.steps() == STEPS ? 1 : 0);
    double cpuSeconds = (cpu() - cpu) / 1e9;
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%s, %,d series: %.1f CPU-s, %.2f CPU-ms a series, %.1f s; most heap %.2f GB; %.2f MB"
            + " allocated a series%n",
        what,
        forecast[0],
        cpuSeconds,
        1000 * cpuSeconds / count,
        seconds,
        peak() / 1e9,
        (allocated() - allocated) / 1e6 / count);
    System.out.println(split.end(cpuSeconds));
  }

  private static long cpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean bean
        ? bean.getProcessCpuTime()
        : 0;
  }

  /** Bytes that all threads so far, also ended ones, have allocated. */
  private static long allocated() {
    return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean bean
        ? bean.getTotalThreadAllocatedBytes()
        : 0;
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static void resetPeak() {
    System.gc();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peak() {
    return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
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
