package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.forecast.RunningForecast;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.LiveCoverage;
import io.tiktoktoe.series.Series;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What following costs against forecasting anew, and how often followed bands held: {@code
 * forecast.Online [series] [days followed]}. Simulated daily income of 730 days, 90 ahead; from the
 * middle on the noise is doubled and the level rises by half. CPU time of one thread.
 */
public final class Online {

  private static final int HISTORY = 730;
  private static final int AHEAD = 90;

  private Online() {}

  /** Prints the table. */
  public static void main(String[] arguments) {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
    int days = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400;
    List<double[]> values = new ArrayList<>();
    List<Series> histories = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      values.add(income(HISTORY + days, HISTORY + days / 2, s));
      histories.add(Series.of("s" + s, Arrays.copyOf(values.get(s), HISTORY)));
    }
    BatchOptions options = BatchOptions.of(AHEAD, List.of(7, 365));
    // Once to warm up.
    PredictiveAnalyticsEngine.forecastAll(histories, options);
    double start = cpu();
    PredictiveAnalyticsEngine.forecastAll(histories, options);
    double whole = (cpu() - start) / count;
    start = cpu();
    List<RunningForecast> running = PredictiveAnalyticsEngine.followAll(histories, options);
    double started = (cpu() - start) / count;
    start = cpu();
    for (int s = 0; s < count; s++) {
      double[] fresh = Arrays.copyOfRange(values.get(s), HISTORY, HISTORY + days);
      running.set(s, running.get(s).observe(fresh));
    }
    double update = (cpu() - start) / count / days;
    System.out.printf(
        "a whole forecast %.2f ms, ready to follow %.2f ms, an update %.3f ms: 1/%.0f of it%n",
        whole, started, update, whole / update);
    print(running);
  }

  private static void print(List<RunningForecast> running) {
    System.out.printf("%8s %10s %8s %8s%n", "lead", "outcomes", "in 68%", "in 95%");
    for (int k = 0; k < running.getFirst().held().size(); k++) {
      double compared = 0;
      double inside68 = 0;
      double inside95 = 0;
      for (RunningForecast one : running) {
        LiveCoverage held = one.held().get(k);
        compared += held.compared();
        inside68 += held.compared() == 0 ? 0 : held.compared() * held.coverage68();
        inside95 += held.compared() == 0 ? 0 : held.compared() * held.coverage95();
      }
      System.out.printf(
          "%8d %10.0f %8.3f %8.3f%n",
          running.getFirst().held().get(k).lead(),
          compared,
          inside68 / compared,
          inside95 / compared);
    }
  }

  private static double[] income(int length, int shift, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[length];
    double level = 100;
    for (int t = 0; t < length; t++) {
      level *= Math.exp(0.01 * random.nextGaussian()) * (t == shift ? 1.5 : 1);
      double noise = t < shift ? 0.2 : 0.4;
      values[t] = level * (t % 7 >= 5 ? 1.4 : 0.9) * Math.exp(noise * random.nextGaussian());
    }
    return values;
  }

  private static double cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
  }
}
