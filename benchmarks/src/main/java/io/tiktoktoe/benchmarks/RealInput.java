package io.tiktoktoe.benchmarks;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.revenue.insight.BridgeLine;
import io.tiktoktoe.revenue.insight.HourOfDay;
import io.tiktoktoe.revenue.insight.HourlyIncome;
import io.tiktoktoe.revenue.insight.RevenueAnomaly;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Real input end to end: six charity live streams as six creators and a shop's order lines, read by
 * their named mappings, ingested twice, analysed. Totals are compared with a reading of the files
 * that shares no code with the product. Exits with 1 when a total differs by a cent.
 */
public final class RealInput {

  private static final PrintStream OUT = System.out;

  /** After every file's last row. */
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  /** A real peak: an hour among the best twentieth of its stream. */
  private static final double PEAK_SHARE = 0.05;

  private boolean exact = true;

  private RealInput() {}

  /** Needs the public data; says so and succeeds when it is absent. */
  public static void main(String[] args) throws IOException {
    var streams = PublicData.find("streams/gdq_minute_viewers_chat_donations.csv.gz");
    var shop = PublicData.find("revenue_daily/online_retail_france_lines.csv.gz");
    if (streams.isEmpty() || shop.isEmpty()) {
      OUT.println("RealInput: skipped, the folders streams and revenue_daily are absent.");
      return;
    }
    RealInput benchmark = new RealInput();
    benchmark.liveStreams(streams.get());
    benchmark.shop(shop.get());
    if (!benchmark.exact) {
      System.exit(1);
    }
  }

  private void liveStreams(Path file) throws IOException {
    Map<String, Long> expected = lastTotals(file);
    try (TemporaryStore temporary = TemporaryStore.with(file, ReadOptions.defaults())) {
      for (Map.Entry<String, Long> stream : expected.entrySet()) {
        CreatorProfile creator =
            new CreatorProfile(
                stream.getKey(), ZoneId.of("America/New_York"), Money.currency("USD"));
        RevenueInsights insights = temporary.analyze(creator);
        compare(stream.getKey() + " tips", stream.getValue(), insights.bridge().total().gross());
        OUT.println("  strong hours: " + clock(insights.patterns().week().strongClock()));
        OUT.println("  " + peaks(insights));
      }
    }
  }

  private void shop(Path file) throws IOException {
    long[] expected = salesAndReturns(file);
    ReadOptions options =
        ReadOptions.defaults().withCreator("shop").withCurrency("GBP").withSource("shop");
    try (TemporaryStore temporary = TemporaryStore.with(file, options)) {
      CreatorProfile creator =
          new CreatorProfile("shop", ZoneId.of("Europe/London"), Money.currency("GBP"));
      BridgeLine total = temporary.analyze(creator).bridge().total();
      compare("shop sales", expected[0], total.gross());
      compare("shop returns", expected[1], total.refunds());
      compare("shop net", expected[0] - expected[1], total.net());
    }
  }

  private void compare(String what, long expected, long actual) {
    boolean equal = expected == actual;
    exact &= equal;
    OUT.printf(
        "%-16s file %,14d  store %,14d minor units  %s%n",
        what, expected, actual, equal ? "equal" : "DIFFERENT by " + (actual - expected));
  }

  private static String clock(List<HourOfDay> hours) {
    return hours.isEmpty()
        ? "none clearly above the average"
        : String.join(" ", hours.stream().map(hour -> "%02d:00".formatted(hour.hour())).toList());
  }

  /** How many of the anomalies upwards hold one of the best hours of the stream. */
  private static String peaks(RevenueInsights insights) {
    List<HourlyIncome> hours = insights.patterns().hourly();
    long[] sorted = hours.stream().mapToLong(hour -> hour.net().total()).sorted().toArray();
    long peak = sorted[(int) Math.floor(sorted.length * (1 - PEAK_SHARE))];
    List<RevenueAnomaly> rises =
        insights.patterns().anomalies().stream().filter(found -> found.deviation() > 0).toList();
    long onPeaks =
        rises.stream()
            .filter(
                found ->
                    hours.stream()
                        .filter(hour -> !hour.start().isBefore(found.from()))
                        .filter(hour -> hour.start().isBefore(found.to()))
                        .anyMatch(hour -> hour.net().total() >= peak))
            .count();
    long best = hours.stream().mapToLong(hour -> hour.net().total()).max().orElseThrow();
    boolean bestFound =
        rises.stream()
            .anyMatch(
                found ->
                    hours.stream()
                        .anyMatch(
                            hour ->
                                hour.net().total() == best
                                    && !hour.start().isBefore(found.from())
                                    && hour.start().isBefore(found.to())));
    return "anomalies upwards: %d, on one of the best %.0f%% of hours: %d; the best hour is among them: %s"
        .formatted(rises.size(), 100 * PEAK_SHARE, onPeaks, bestFound ? "yes" : "no");
  }

  /** The last running total of each stream in cents. */
  private static Map<String, Long> lastTotals(Path file) throws IOException {
    Map<String, Long> totals = new TreeMap<>();
    for (String[] row : rows(file)) {
      if (!row[7].isEmpty()) {
        totals.put(row[0], new BigDecimal(row[7]).movePointRight(2).longValueExact());
      }
    }
    return totals;
  }

  /** Quantity times price of the lines sold and of those taken back, in pence. */
  private static long[] salesAndReturns(Path file) throws IOException {
    BigDecimal sales = BigDecimal.ZERO;
    BigDecimal returns = BigDecimal.ZERO;
    for (String[] row : rows(file)) {
      BigDecimal line = new BigDecimal(row[2]).multiply(new BigDecimal(row[4]));
      if (line.signum() < 0) {
        returns = returns.subtract(line);
      } else {
        sales = sales.add(line);
      }
    }
    return new long[] {
      sales.movePointRight(2).longValueExact(), returns.movePointRight(2).longValueExact()
    };
  }

  /** The fields of a CSV without quotes, without its header. */
  private static List<String[]> rows(Path file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
    }
  }
}
