package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.benchmarks.PublicData;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.series.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Series with a known continuation.
 *
 * @param name what they are
 * @param steps how many steps are to be forecast
 * @param period the season of MASE
 * @param periods the seasons that the forecaster is told
 * @param train histories by id
 * @param test what came, by id
 */
record Panel(
    String name,
    int steps,
    int period,
    List<Integer> periods,
    Map<String, double[]> train,
    Map<String, double[]> test) {

  static Optional<Panel> m4Hourly() throws IOException {
    Optional<Path> folder = PublicData.find("m4");
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<Double>> train = new LinkedHashMap<>();
    for (String[] row : Csv.rows(folder.get().resolve("hourly_train.csv.gz"))) {
      train.computeIfAbsent(row[0], id -> new ArrayList<>()).add(Csv.number(row[2]));
    }
    Map<String, List<Double>> test = new LinkedHashMap<>();
    for (String[] row : Csv.rows(folder.get().resolve("hourly_test.csv.gz"))) {
      test.computeIfAbsent(row[0], id -> new ArrayList<>()).add(Csv.number(row[2]));
    }
    return Optional.of(
        new Panel("M4 Hourly", 48, 24, List.of(24, 168), arrays(train), arrays(test)));
  }

  static Optional<Panel> nn5() throws IOException {
    Optional<Path> file = PublicData.find("nn5/nn5_daily_cash.csv.gz");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<Double>> all = new LinkedHashMap<>();
    for (String[] row : Csv.rows(file.get())) {
      all.computeIfAbsent(row[0], id -> new ArrayList<>()).add(Csv.number(row[2]));
    }
    return Optional.of(split("NN5 daily", 56, 7, List.of(7, 365), arrays(all)));
  }

  /** Tourism of one kind: MONTHLY or QUARTERLY. */
  static Optional<Panel> tourism(String kind) throws IOException {
    Optional<Path> file = PublicData.find("tourism/tourism_long.csv.gz");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    int period = "MONTHLY".equals(kind) ? 12 : 4;
    Map<String, List<Double>> train = new LinkedHashMap<>();
    Map<String, List<Double>> test = new LinkedHashMap<>();
    for (String[] row : Csv.rows(file.get())) {
      if (row[1].equals(kind)) {
        ("train".equals(row[3]) ? train : test)
            .computeIfAbsent(row[0], id -> new ArrayList<>())
            .add(Csv.number(row[5]));
      }
    }
    return Optional.of(
        new Panel(
            "tourism " + kind.toLowerCase(java.util.Locale.ROOT),
            2 * period,
            period,
            List.of(period),
            arrays(train),
            arrays(test)));
  }

  /** The last steps of the training part as the test: the only part on which choices are made. */
  Panel validation() {
    return split(name + " (validation inside the training part)", steps, period, periods, train);
  }

  /**
   * The newest {@code count} windows of the training part as tests, each one horizon before the
   * last; histories that would be shorter than two seasons are left out of a cut.
   */
  List<Panel> cuts(int count) {
    List<Panel> cuts = new ArrayList<>();
    Map<String, double[]> rest = new LinkedHashMap<>(train);
    for (int cut = 1; cut <= count; cut++) {
      rest.values().removeIf(values -> values.length < steps + 2 * period);
      cuts.add(split(name + ", cut " + cut, steps, period, periods, rest));
      rest = new LinkedHashMap<>(cuts.getLast().train());
    }
    return cuts;
  }

  /** Every n-th series. */
  Panel every(int n) {
    Map<String, double[]> fewer = new LinkedHashMap<>();
    int at = 0;
    for (Map.Entry<String, double[]> one : train.entrySet()) {
      if (at++ % n == 0) {
        fewer.put(one.getKey(), one.getValue());
      }
    }
    return new Panel(name, steps, period, periods, fewer, test);
  }

  private static Panel split(
      String name, int steps, int period, List<Integer> periods, Map<String, double[]> all) {
    Map<String, double[]> train = new LinkedHashMap<>();
    Map<String, double[]> test = new LinkedHashMap<>();
    all.forEach(
        (id, values) -> {
          int cut = values.length - steps;
          train.put(id, Arrays.copyOf(values, cut));
          test.put(id, Arrays.copyOfRange(values, cut, values.length));
        });
    return new Panel(name, steps, period, periods, train, test);
  }

  List<QuantileForecast> forecast(UnaryOperator<BatchOptions> changed) {
    List<Series> series = new ArrayList<>();
    train.forEach((id, values) -> series.add(Series.of(id, values)));
    return PredictiveAnalyticsEngine.forecastAll(
        series, changed.apply(BatchOptions.of(steps, periods).withThreads(2)));
  }

  Accuracy score(List<QuantileForecast> forecasts) {
    Accuracy accuracy = new Accuracy();
    add(forecasts, accuracy);
    return accuracy;
  }

  /** Adds the scores of these forecasts to others. */
  void add(List<QuantileForecast> forecasts, Accuracy accuracy) {
    for (QuantileForecast forecast : forecasts) {
      accuracy.add(
          value(train, forecast.seriesId()), value(test, forecast.seriesId()), period, forecast);
    }
  }

  static double[] value(Map<String, double[]> map, String key) {
    double[] found = map.get(key);
    if (found == null) {
      throw new IllegalStateException("series " + key + " is in one file only");
    }
    return found;
  }

  private static Map<String, double[]> arrays(Map<String, List<Double>> lists) {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    lists.forEach(
        (id, values) -> arrays.put(id, values.stream().mapToDouble(Double::doubleValue).toArray()));
    return arrays;
  }
}
