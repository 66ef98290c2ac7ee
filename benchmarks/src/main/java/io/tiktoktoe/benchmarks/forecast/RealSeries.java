package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.benchmarks.PublicData;
import io.tiktoktoe.benchmarks.TemporaryStore;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.Horizon;
import io.tiktoktoe.outlook.Outlook;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.revenue.insight.HourlyIncome;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.stats.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Forecasts of real income: the tips of six charity live streams by hour, read and ingested by the
 * product's named mapping, and a shop's daily revenue. The first 80% forecast the rest, beside
 * repeating the last season (24 hours, 7 days).
 */
public final class RealSeries {

  private static final double KNOWN = 0.8;
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private double ratios;
  private int rows;

  private RealSeries() {}

  /** Needs the public data; says so and succeeds when it is absent. */
  public static void main(String[] arguments) throws IOException {
    Optional<Path> streams = PublicData.find("streams/gdq_minute_viewers_chat_donations.csv.gz");
    Optional<Path> shop = PublicData.find("revenue_daily/online_retail_france_daily.csv");
    if (streams.isEmpty() || shop.isEmpty()) {
      System.out.println("skipped: the folders streams and revenue_daily are absent");
      return;
    }
    RealSeries benchmark = new RealSeries();
    System.out.printf(
        "%-24s %5s %5s %7s %7s %9s %9s %6s %6s %s%n",
        "",
        "known",
        "ahead",
        "MASE",
        "naive",
        "pinball",
        "naive",
        "68%",
        "95%",
        "sum of the rest in its 95% band");
    benchmark.liveStreams(streams.get());
    benchmark.shop(shop.get());
    System.out.printf(
        "mean MASE over that of seasonal naive, geometric: %.3f%n",
        Math.exp(benchmark.ratios / benchmark.rows));
  }

  private void liveStreams(Path file) throws IOException {
    try (TemporaryStore store = TemporaryStore.with(file, ReadOptions.defaults())) {
      for (String stream : names(file)) {
        CreatorProfile creator =
            new CreatorProfile(stream, ZoneId.of("America/New_York"), Money.currency("USD"));
        List<HourlyIncome> hours =
            store.analyze(creator).patterns().hourly().stream()
                .filter(HourlyIncome::finished)
                .toList();
        double[] tips = hours.stream().mapToDouble(hour -> hour.net().tips() / 100.0).toArray();
        score(stream + ", hourly", hours.getFirst().local(), Granularity.HOUR, tips);
      }
    }
  }

  private static List<String> names(Path file) throws IOException {
    return Csv.rows(file).stream().map(row -> row[0]).distinct().sorted().toList();
  }

  private void shop(Path file) throws IOException {
    List<String[]> rows = Csv.rows(file);
    LocalDate first = LocalDate.parse(rows.getFirst()[0]);
    LocalDate last = LocalDate.parse(rows.getLast()[0]);
    // A day without a row is a day without an order.
    double[] revenue = new double[(int) ChronoUnit.DAYS.between(first, last) + 1];
    for (String[] row : rows) {
      revenue[(int) ChronoUnit.DAYS.between(first, LocalDate.parse(row[0]))] = Csv.number(row[1]);
    }
    // Days on which more was taken back than sold are days without revenue here.
    score(
        "shop, daily",
        first.atStartOfDay(),
        Granularity.DAY,
        Arrays.stream(revenue).map(value -> Math.max(0, value)).toArray());
  }

  private void score(String name, LocalDateTime start, Granularity granularity, double[] all) {
    int known = (int) (KNOWN * all.length);
    double[] past = Arrays.copyOf(all, known);
    double[] future = Arrays.copyOfRange(all, known, all.length);
    int perDay = granularity == Granularity.HOUR ? 24 : 1;
    Horizon rest = new Horizon(future.length / perDay);
    PredictionContext context =
        PredictionContext.daily(NOW, 1).withSteps(future.length).withHorizons(List.of(rest));
    Forecast forecast =
        PredictiveAnalyticsEngine.generatePredictions(
                new HistoricalMetrics(start, granularity, List.of(Series.of(name, past)), true),
                context)
            .series()
            .getFirst();
    print(name, past, future, granularity.periods().getFirst(), forecast);
    double sum = Arrays.stream(future, 0, rest.days() * perDay).sum();
    Interval band = forecast.horizons().getFirst().sum().band95();
    System.out.printf(
        " %.0f in [%.0f, %.0f]: %s%n",
        sum, band.lo(), band.hi(), band.contains(sum) ? "yes" : "no");
  }

  private void print(String name, double[] past, double[] future, int period, Forecast forecast) {
    double unit = Accuracy.unit(past, period);
    double[] held = new double[2];
    double error = 0;
    double naive = 0;
    double loss = 0;
    for (int h = 0; h < future.length; h++) {
      double actual = future[h];
      Outlook outlook = forecast.steps().get(h);
      double[] draws = forecast.paths().at(h);
      Arrays.sort(draws);
      Creators.add(held, actual, outlook, draws, future.length);
      error += Math.abs(actual - outlook.likely()) / future.length / unit;
      naive += Math.abs(actual - past[past.length - period + h % period]) / future.length / unit;
      loss += pinball(actual, outlook) / future.length / unit;
    }
    // A point forecast's pinball loss over levels that mirror each other is half its error.
    System.out.printf(
        "%-24s %5d %5d %7.3f %7.3f %9.4f %9.4f %6.3f %6.3f",
        name, past.length, future.length, error, naive, loss, naive / 2, held[0], held[1]);
    ratios += Math.log(error / naive);
    rows++;
  }

  private static double pinball(double actual, Outlook outlook) {
    double[] quantiles = {
      outlook.band95().lo(),
      outlook.band68().lo(),
      outlook.conservative(),
      outlook.likely(),
      outlook.optimistic(),
      outlook.band68().hi(),
      outlook.band95().hi()
    };
    double loss = 0;
    for (int q = 0; q < Accuracy.LEVELS.length; q++) {
      double under = actual - quantiles[q];
      loss +=
          (under >= 0 ? Accuracy.LEVELS[q] * under : (Accuracy.LEVELS[q] - 1) * under)
              / Accuracy.LEVELS.length;
    }
    return loss;
  }
}
