package io.tiktoktoe.benchmarks.network;

import io.tiktoktoe.benchmarks.PublicData;
import io.tiktoktoe.forecast.network.SyntheticSample;
import io.tiktoktoe.forecast.network.SyntheticSeries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A history with the future that followed it.
 *
 * @param group what it is scored with
 * @param history oldest first; NaN is missing
 * @param future what came; NaN is missing and not scored
 * @param period steps in a season
 * @param longPeriod steps in the long season; 0: none
 */
record HeldOut(String group, double[] history, double[] future, int period, int longPeriod) {

  /** Far from the seeds of training and of validation. */
  private static final long SEED = 0xACC0_0ACCL;

  /** Made-up series that no training has seen, grouped by family. */
  static List<HeldOut> synthetic(int count, int horizon) {
    SyntheticSeries stream = SyntheticSeries.stream(SEED, horizon);
    List<HeldOut> sets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SyntheticSample sample = stream.next();
      sets.add(
          new HeldOut(
              sample.family().name().toLowerCase(java.util.Locale.ROOT),
              sample.history(),
              sample.future(),
              sample.period(),
              sample.longPeriod()));
    }
    return sets;
  }

  /** NN5 days 1 to 735, of which the last 56 are held out: the published test part is unread. */
  static List<HeldOut> nn5() throws IOException {
    return split("nn5 (train part)", "nn5/nn5_daily_cash.csv.gz", 735, 56, 7, 364);
  }

  /** M4 Hourly's train part, of which the last 48 hours are held out. */
  static List<HeldOut> m4Hourly() throws IOException {
    return split("m4 hourly (train part)", "m4/hourly_train.csv.gz", 960, 48, 24, 168);
  }

  private static List<HeldOut> split(
      String group, String file, int longest, int horizon, int period, int longPeriod)
      throws IOException {
    Optional<Path> path = PublicData.find(file);
    if (path.isEmpty()) {
      System.out.printf("%s skipped: %s is not there%n", group, file);
      return List.of();
    }
    List<HeldOut> sets = new ArrayList<>();
    for (List<Double> values : read(path.get()).values()) {
      double[] all = values.stream().limit(longest).mapToDouble(Double::doubleValue).toArray();
      int origin = all.length - horizon;
      double[] history = Arrays.copyOf(all, origin);
      double[] future = Arrays.copyOfRange(all, origin, all.length);
      sets.add(new HeldOut(group, history, future, period, longPeriod));
    }
    return sets;
  }

  private static Map<String, List<Double>> read(Path path) throws IOException {
    Map<String, List<Double>> series = new LinkedHashMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split(",", -1);
        double value =
            cells[2].isEmpty() || cells[2].equals("NA") ? Double.NaN : Double.parseDouble(cells[2]);
        series.computeIfAbsent(cells[0], id -> new ArrayList<>()).add(value);
      }
    }
    return series;
  }
}
