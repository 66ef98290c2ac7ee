package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.benchmarks.PublicData;
import io.tiktoktoe.calendar.Campaign;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.series.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Forecasts of the last fifth of a campaign from the first four: six charity live streams by hour,
 * each with the shape learned from the other five alone, and made-up campaigns. The error is beside
 * that of repeating the last season, and how often bands held is counted.
 */
public final class CampaignForecasts {

  private static final double KNOWN = 0.8;

  /** What comes after a stream is over, as a share of all: recordings go on for some hours. */
  private static final double AFTERWARDS = 0.0015;

  private static final int GAP = 60;
  private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);

  private int steps;
  private int held68;
  private int held95;
  private final List<Double> ratios = new ArrayList<>();

  private CampaignForecasts() {}

  /** Needs the public data for the first part; says so and goes on when it is absent. */
  public static void main(String[] arguments) throws IOException {
    Optional<Path> file = PublicData.find("streams/gdq_minute_viewers_chat_donations.csv.gz");
    if (file.isEmpty()) {
      System.out.println("live streams skipped: the folder streams is absent");
    } else {
      Map<String, double[]> streams = streams(file.get());
      streams("end as announced, five others known", streams, true, 5);
      streams("end as announced, two others known", streams, true, 2);
      streams("end as announced, none known", streams, true, 0);
      streams("end of the recording, five others known", streams, false, 5);
    }
    madeUp("charity months by day, three known", 30, 3, Granularity.DAY);
    madeUp("charity months by day, none known", 30, 0, Granularity.DAY);
    madeUp("launch weeks by hour, three known", 168, 3, Granularity.HOUR);
  }

  private static Map<String, double[]> streams(Path file) throws IOException {
    Map<String, Map<String, Double>> totals = new LinkedHashMap<>();
    for (String[] row : Csv.rows(file)) {
      double total = Csv.number(row[7]);
      if (Double.isFinite(total)) {
        String hour = row[1].substring(0, 13);
        totals.computeIfAbsent(row[0], name -> new LinkedHashMap<>()).merge(hour, total, Math::max);
      }
    }
    Map<String, double[]> streams = new LinkedHashMap<>();
    totals.forEach((name, hours) -> streams.put(name, increases(hours)));
    return streams;
  }

  private static double[] increases(Map<String, Double> totals) {
    List<String> hours = totals.keySet().stream().sorted().toList();
    LocalDateTime first = LocalDateTime.parse(hours.getFirst().replace(' ', 'T') + ":00");
    LocalDateTime last = LocalDateTime.parse(hours.getLast().replace(' ', 'T') + ":00");
    List<Double> found = new ArrayList<>();
    double before = 0;
    for (LocalDateTime hour = first; !hour.isAfter(last); hour = hour.plusHours(1)) {
      String key = hour.toString().substring(0, 13).replace('T', ' ');
      double total = Math.max(before, totals.getOrDefault(key, before));
      found.add(total - before);
      before = total;
    }
    return found.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] untilTheEnd(double[] hours) {
    double all = Arrays.stream(hours).sum();
    double left = 0;
    int end = hours.length;
    while (left + hours[end - 1] < AFTERWARDS * all) {
      left += hours[end - 1];
      end--;
    }
    return Arrays.copyOf(hours, end);
  }

  private static void streams(
      String what, Map<String, double[]> recorded, boolean announced, int others) {
    List<double[]> streams =
        recorded.values().stream().map(one -> announced ? untilTheEnd(one) : one).toList();
    CampaignForecasts result = new CampaignForecasts();
    for (int s = 0; s < streams.size(); s++) {
      List<double[]> past = new ArrayList<>();
      for (int o = 1; o <= others; o++) {
        past.add(streams.get((s + o) % streams.size()));
      }
      result.score(past, streams.get(s), Granularity.HOUR);
    }
    result.print(what);
  }

  private static void madeUp(String what, int length, int others, Granularity granularity) {
    CampaignForecasts result = new CampaignForecasts();
    SplittableRandom random = new SplittableRandom(20_261_130);
    for (int repetition = 0; repetition < 40; repetition++) {
      double finale = 0.5 + 1.5 * random.nextDouble();
      List<double[]> all = new ArrayList<>();
      for (int c = 0; c <= others; c++) {
        int steps = length - (granularity == Granularity.DAY ? random.nextInt(3) : 0);
        all.add(madeUp(steps, finale + 0.4 * random.nextGaussian(), granularity, random));
      }
      result.score(all.subList(0, others), all.get(others), granularity);
    }
    result.print(what);
  }

  private static double[] madeUp(
      int steps, double finale, Granularity granularity, SplittableRandom random) {
    int period = granularity.periods().getFirst();
    double level = 1_000 * Math.exp(0.5 * random.nextGaussian());
    double[] values = new double[steps];
    for (int t = 0; t < steps; t++) {
      double left = 1 - (t + 0.5) / steps;
      double course = finale * Math.exp(-left / 0.12) + 0.8 * Math.exp(-(1 - left) / 0.05);
      double season = 0.3 * Math.sin(2 * Math.PI * t / period);
      values[t] = level * Math.exp(course + season + 0.35 * random.nextGaussian());
    }
    return values;
  }

  private void score(List<double[]> past, double[] current, Granularity granularity) {
    int known = (int) (KNOWN * current.length);
    List<Double> history = new ArrayList<>();
    List<Campaign> campaigns = new ArrayList<>();
    for (double[] one : past) {
      calm(history);
      campaigns.add(campaign(history.size(), one.length, granularity));
      Arrays.stream(one).forEach(history::add);
    }
    calm(history);
    campaigns.add(campaign(history.size(), current.length, granularity));
    Arrays.stream(current, 0, known).forEach(history::add);
    double[] values = history.stream().mapToDouble(Double::doubleValue).toArray();
    HistoricalMetrics metrics =
        new HistoricalMetrics(START, granularity, List.of(Series.of("one", values)), true);
    List<QuantileForecast> answers = new ArrayList<>();
    PredictiveAnalyticsEngine.forecastEach(
        List.of(metrics),
        List.of(),
        campaigns,
        BatchOptions.of(current.length - known, granularity.periods()),
        answers::add);
    count(answers.getFirst(), current, known, granularity.periods().getFirst());
  }

  /** What lies between campaigns says nothing of them: a little, always the same. */
  private static void calm(List<Double> history) {
    for (int t = 0; t < GAP; t++) {
      history.add(1.0 + t % 2);
    }
  }

  private static Campaign campaign(int from, int length, Granularity granularity) {
    return new Campaign(
        "stream",
        granularity.plus(START, from),
        granularity.plus(START, (long) from + length),
        OptionalDouble.empty());
  }

  private void count(QuantileForecast forecast, double[] current, int known, int period) {
    double error = 0;
    double naive = 0;
    for (int t = known; t < current.length; t++) {
      double actual = current[t];
      error += Math.abs(actual - forecast.quantile(t - known, 0.5));
      naive += Math.abs(actual - current[known - period + (t - known) % period]);
      steps++;
      held68 += forecast.band(t - known, 0.68).contains(actual) ? 1 : 0;
      held95 += forecast.band(t - known, 0.95).contains(actual) ? 1 : 0;
    }
    ratios.add(error / naive);
  }

  private void print(String what) {
    double mean = ratios.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    System.out.printf(
        "%-42s error %.3f of seasonal naive, 68%%: %.3f, 95%%: %.3f (%d steps)%n",
        what, mean, (double) held68 / steps, (double) held95 / steps, steps);
  }
}
