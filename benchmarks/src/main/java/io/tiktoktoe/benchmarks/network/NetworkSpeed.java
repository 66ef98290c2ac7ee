package io.tiktoktoe.benchmarks.network;

import io.tiktoktoe.forecast.network.PretrainedNetwork;
import io.tiktoktoe.forecast.network.SyntheticSeries;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Series per second of processor time on one core: 730 days of history, 90 ahead, all quantiles.
 * Run once with {@code --add-modules jdk.incubator.vector} and once without to compare SIMD with
 * plain loops. Argument: how many series (default 5,000).
 */
public final class NetworkSpeed {

  private static final int DAYS = 730;
  private static final int RUNS = 4;

  private NetworkSpeed() {}

  /** Prints one line a run; the first ones warm up. */
  public static void main(String[] arguments) {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5000;
    List<double[]> histories = histories(count);
    PretrainedNetwork network = PretrainedNetwork.load();
    boolean vector = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    System.out.printf("%d series of %d days, Vector API %s%n", count, DAYS, vector);
    for (int run = 1; run <= RUNS; run++) {
      long start = processorTime();
      double sum = 0;
      for (double[][] quantiles : network.quantiles(histories, 7, 364, 90)) {
        sum += quantiles[0][89];
      }
      double seconds = (processorTime() - start) / 1e9;
      System.out.printf(
          "run %d: %.0f series per CPU second, %.1f us a series (checksum %.3e)%n",
          run, count / seconds, 1e6 * seconds / count, sum);
    }
    long start = processorTime();
    SyntheticSeries stream = SyntheticSeries.stream(1, 90);
    long steps = 0;
    for (int i = 0; i < count; i++) {
      steps += stream.next().history().length + 90;
    }
    double seconds = (processorTime() - start) / 1e9;
    System.out.printf(
        "generator: %.1f us a series of %d steps%n", 1e6 * seconds / count, steps / count);
  }

  private static List<double[]> histories(int count) {
    SplittableRandom random = new SplittableRandom(7);
    List<double[]> histories = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] values = new double[DAYS];
      double level = 100;
      for (int day = 0; day < DAYS; day++) {
        level += random.nextGaussian();
        values[day] = level + 10 * Math.sin(2 * Math.PI * day / 7) + 5 * random.nextGaussian();
      }
      histories.add(values);
    }
    return histories;
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
