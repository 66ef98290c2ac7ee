package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.benchmarks.PublicData;
import io.tiktoktoe.forecast.BatchOptions;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.forecast.QuantileForecast;
import io.tiktoktoe.series.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    Map<String, double[]> train = read(folder.get().resolve("hourly_train.csv.gz"));
    Map<String, double[]> test = read(folder.get().resolve("hourly_test.csv.gz"));
    checkMetrics(folder.get(), train, test);
    List<Series> series = new ArrayList<>();
    train.forEach((id, values) -> series.add(Series.of(id, values)));
    long start = System.nanoTime();
    List<QuantileForecast> forecasts =
        PredictiveAnalyticsEngine.forecastAll(
            series, BatchOptions.of(STEPS, List.of(24, 168)).withThreads(2));
    double seconds = (System.nanoTime() - start) / 1e9;
    Accuracy ours = new Accuracy();
    for (QuantileForecast forecast : forecasts) {
      String id = forecast.seriesId();
      ours.add(value(train, id), value(test, id), PERIOD, forecast);
    }
    System.out.println("ours  " + ours);
    System.out.printf(
        "OWA %.4f in %.1f s%n",
        (ours.smape() / NAIVE2_SMAPE + ours.mase() / NAIVE2_MASE) / 2, seconds);
    MemberTable.print(forecasts);
  }

  private static double[] value(Map<String, double[]> map, String key) {
    double[] found = map.get(key);
    if (found == null) {
      throw new IllegalStateException("series " + key + " is in one file only");
    }
    return found;
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
            double[] actual = value(test, one.getKey());
            double unit = Accuracy.unit(value(train, one.getKey()), PERIOD);
            smape += Accuracy.smape(actual, one.getValue()) / forecasts.size();
            mase += Accuracy.mase(actual, one.getValue(), unit) / forecasts.size();
          }
          double[] known = published.getOrDefault(method, new double[] {Double.NaN, Double.NaN});
          System.out.printf(
              "%-8s sMAPE %.3f (published %.3f)  MASE %.3f (published %.3f)%n",
              method, smape, known[0], mase, known[1]);
        });
  }

  private static Map<String, double[]> read(Path file) throws IOException {
    Map<String, List<Double>> lists = new LinkedHashMap<>();
    for (String[] row : Csv.rows(file)) {
      lists.computeIfAbsent(row[0], id -> new ArrayList<>()).add(Csv.number(row[2]));
    }
    Map<String, double[]> series = new LinkedHashMap<>();
    lists.forEach(
        (id, values) -> series.put(id, values.stream().mapToDouble(Double::doubleValue).toArray()));
    return series;
  }
}
