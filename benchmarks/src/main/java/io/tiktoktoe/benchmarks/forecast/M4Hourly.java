package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.benchmarks.PublicData;
import io.tiktoktoe.outlook.QuantileForecast;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * M4 Hourly: first the metric code against the published scores of seven methods, then ours. The
 * test part is used for scores alone.
 */
public final class M4Hourly {

  private static final int STEPS = 48;
  private static final int PERIOD = 24;
  private static final double NAIVE2_SMAPE = 18.383;
  private static final double NAIVE2_MASE = 2.395;

  private M4Hourly() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    Optional<Path> folder = PublicData.find("m4");
    if (folder.isEmpty()) {
      System.out.println("skipped: no folder m4 in the public data");
      return;
    }
    Panel panel = Panel.m4Hourly().orElseThrow();
    checkMetrics(folder.get(), panel.train(), panel.test());
    long start = System.nanoTime();
    List<QuantileForecast> forecasts = panel.forecast(UnaryOperator.identity());
    double seconds = (System.nanoTime() - start) / 1e9;
    Accuracy ours = panel.score(forecasts);
    System.out.println("ours  " + ours);
    System.out.printf(
        "OWA %.4f in %.1f s%n",
        (ours.smape() / NAIVE2_SMAPE + ours.mase() / NAIVE2_MASE) / 2, seconds);
    MemberTable.print(forecasts);
  }

  private static void checkMetrics(
      Path folder, Map<String, double[]> train, Map<String, double[]> test) throws IOException {
    Map<String, Map<String, double[]>> byMethod = new LinkedHashMap<>();
    for (String[] row : Csv.rows(folder.resolve("published_point_forecasts_hourly.csv.gz"))) {
      double[] forecast =
          byMethod
              .computeIfAbsent(row[0], method -> new LinkedHashMap<>())
              .computeIfAbsent(row[1], id -> new double[STEPS]);
      forecast[Integer.parseInt(row[2]) - 1] = Csv.number(row[3]);
    }
    Map<String, double[]> published = new LinkedHashMap<>();
    for (String[] row : Csv.rows(folder.resolve("published_scores_point_by_frequency.csv"))) {
      if (row.length > 14) {
        published.put(row[0], new double[] {Csv.number(row[6]), Csv.number(row[13])});
      }
    }
    byMethod.forEach(
        (method, forecasts) -> {
          double smape = 0;
          double mase = 0;
          for (Map.Entry<String, double[]> one : forecasts.entrySet()) {
            double[] actual = Panel.value(test, one.getKey());
            double unit = Accuracy.unit(Panel.value(train, one.getKey()), PERIOD);
            smape += Accuracy.smape(actual, one.getValue()) / forecasts.size();
            mase += Accuracy.mase(actual, one.getValue(), unit) / forecasts.size();
          }
          // The scores' file drops leading zeros of a team's number.
          double[] known =
              published.getOrDefault(
                  method.replaceFirst("^0+", ""), new double[] {Double.NaN, Double.NaN});
          System.out.printf(
              "%-8s sMAPE %.3f (published %.3f)  MASE %.3f (published %.3f)%n",
              method, smape, known[0], mase, known[1]);
        });
  }
}
