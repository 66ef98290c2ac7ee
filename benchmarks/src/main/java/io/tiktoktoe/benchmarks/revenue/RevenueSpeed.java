package io.tiktoktoe.benchmarks.revenue;

import com.sun.management.OperatingSystemMXBean;
import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.State;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.revenue.RevenueAnalytics;
import io.tiktoktoe.revenue.insight.DailyIncome;
import io.tiktoktoe.revenue.insight.IncomeCells;
import io.tiktoktoe.revenue.insight.RevenueContext;
import io.tiktoktoe.revenue.insight.RevenueInputs;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.revenue.insight.RevenueSource;
import io.tiktoktoe.series.Series;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Analyses a month of a creator with 18 months of history; prints the time of the whole answer, of
 * its forecast alone, and their difference. Run: {@code ./benchmarks/run revenue.RevenueSpeed}.
 */
public final class RevenueSpeed {

  private static final int RUNS = 7;

  private RevenueSpeed() {}

  /** Prints milliseconds of process CPU time, the best of some runs, for two sizes. */
  public static void main(String[] args) {
    for (int cells : new int[] {50_000, 500_000}) {
      measure(cells);
    }
  }

  private static void measure(int cells) {
    ZoneId zone = ZoneId.of("America/New_York");
    DateRange all =
        DateRange.ofDays(LocalDate.parse("2025-01-01"), LocalDate.parse("2026-06-30"), zone);
    DateRange june =
        DateRange.ofDays(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-30"), zone);
    Memory source = new Memory(all, cells);
    CreatorProfile creator = new CreatorProfile("alice", zone, Currency.getInstance("USD"));
    double whole = Double.MAX_VALUE;
    double forecast = Double.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      double start = cpuMillis();
      RevenueInsights insights =
          RevenueAnalytics.of(source)
              .analyzeRevenueStreams(creator, june, RevenueContext.at(june.to(), run));
      whole = Math.min(whole, cpuMillis() - start);
      HistoricalMetrics history = history(source, all);
      start = cpuMillis();
      PredictiveAnalyticsEngine.generatePredictions(
          history, PredictionContext.daily(june.to(), run));
      forecast = Math.min(forecast, cpuMillis() - start);
      if (insights.patterns().daily().stream().mapToLong(RevenueSpeed::net).sum()
          != insights.bridge().total().net()) {
        throw new IllegalStateException("days do not add up to the bridge");
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%,d cells, 18 months: whole answer %.0f ms of CPU, forecast alone %.0f ms, the rest %.0f"
            + " ms%n",
        cells,
        whole,
        forecast,
        whole - forecast);
  }

  private static long net(DailyIncome day) {
    return day.net().total();
  }

  private static HistoricalMetrics history(Memory source, DateRange all) {
    int first = (int) all.day(all.from()).toEpochDay();
    List<Series> series = new ArrayList<>();
    for (Stream stream : Stream.values()) {
      double[] days = new double[all.days().size()];
      for (RevenueCell cell : source.cells.get(stream)) {
        days[(int) all.day(cell.bucket()).toEpochDay() - first] += cell.net();
      }
      series.add(Series.of(stream.label(), days));
    }
    return new HistoricalMetrics(all.day(all.from()).atStartOfDay(), Granularity.DAY, series, true);
  }

  private static double cpuMillis() {
    OperatingSystemMXBean bean =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return bean.getProcessCpuTime() / 1e6;
  }

  /** Random cells in memory. */
  private static final class Memory implements RevenueSource {

    private static final String[] COUNTRIES = {"US", "BR", "DE", "JP", "IN", "FR", "GB", "MX"};
    private static final String[] AGES = {"18-24", "25-34", "35-44", "45-54"};

    private final Map<Stream, List<RevenueCell>> cells = new EnumMap<>(Stream.class);
    private final DateRange all;

    Memory(DateRange all, int count) {
      this.all = all;
      SplittableRandom random = new SplittableRandom(1);
      long quarters = all.length().toMinutes() / 15;
      for (Stream stream : Stream.values()) {
        List<RevenueCell> own = new ArrayList<>();
        for (int at = 0; at < count / 4; at++) {
          // Evenly over time, in order, with amounts that vary.
          long quarter = quarters * at / (count / 4);
          long gross = 100 + random.nextLong(5_000);
          own.add(
              new RevenueCell(
                  all.from().plusSeconds(900 * quarter),
                  stream,
                  random.nextInt(3) == 0 ? "twitch" : "youtube",
                  COUNTRIES[random.nextInt(8)],
                  AGES[random.nextInt(4)],
                  random.nextBoolean() ? "f" : "m",
                  State.FINAL,
                  gross,
                  gross / 10,
                  0,
                  0,
                  0,
                  0,
                  1,
                  1));
        }
        cells.put(stream, own);
      }
    }

    @Override
    public RevenueInputs collect(CreatorProfile creator, DateRange range) {
      DateRange history = IncomeCells.history(range, dataFrom(creator));
      return RevenueInputs.of(
          new IncomeCells(
              history, dataFrom(creator), dataThrough(creator), List.copyOf(cells.values())),
          List.of());
    }

    @Override
    public Instant dataFrom(CreatorProfile creator) {
      return all.from();
    }

    @Override
    public Instant dataThrough(CreatorProfile creator) {
      return all.to().minusSeconds(1);
    }
  }
}
