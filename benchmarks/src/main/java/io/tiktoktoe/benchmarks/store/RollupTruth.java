package io.tiktoktoe.benchmarks.store;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.revenue.insight.RevenueSource;
import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.stats.Quantiles;
import io.tiktoktoe.store.Doctor;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Ten million events, a fifth of them delivered twice and a tenth late: the rollups must equal a
 * recomputation from the events to the minor unit, and a creator's hourly report must be quick.
 *
 * <p>Usage: {@code RollupTruth [EVENTS [FOLDER]]}.
 */
public final class RollupTruth {

  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  /** A report of each of so many creators is timed. */
  private static final int CREATORS = 60;

  private RollupTruth() {}

  /** Runs it and prints what was found. */
  public static void main(String[] arguments) throws Exception {
    long events = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000_000;
    Path folder =
        arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("rollup-truth");
    Files.createDirectories(folder);
    EconomyOptions usual = NativeFiles.economy(events);
    EconomyOptions economy =
        usual.withTargetEvents(events).withDelivery(0.2, 0.1, usual.outOfOrderShare());
    Path parquet = folder.resolve("truth-" + events + ".parquet").toAbsolutePath();
    Path ndjson = folder.resolve("truth-" + events + ".ndjson").toAbsolutePath();
    NativeFiles.write(economy, parquet, ndjson);
    Path file = folder.resolve("truth.duckdb");
    IngestSpeed.delete(file);
    StoreOptions options = StoreOptions.defaults().withReadable(List.of(folder.toAbsolutePath()));
    try (Store store = Store.open(file, options)) {
      System.out.println(
          store.events().ingest(NativeFiles.parquet(parquet), IngestOptions.of("truth", NOW)));
      store.settings().addRates(CreatorEconomy.of(economy).exchangeRates());
      // The first round also warms the virtual machine up.
      report(store, "reports after ingest, first round");
      report(store, "reports after ingest");
      Cost compaction =
          Cost.of(
              () -> {
                store.events().compact();
                return events;
              });
      System.out.println(compaction.line("compaction"));
      report(store, "reports after compaction");
      List<Doctor.Finding> findings = store.doctor().examine(NOW);
      findings.forEach(finding -> System.out.println("  " + finding));
      System.out.printf(Locale.ROOT, "peak memory of the process %,d MB%n", peakKilobytes() / 1024);
      if (findings.stream().anyMatch(finding -> finding.severity() == Doctor.Severity.PROBLEM)) {
        throw new IllegalStateException("The store is not as it should be.");
      }
    }
  }

  /** Creators' four streams over all time in 15-minute cells, one creator after the other. */
  private static void report(Store store, String name) {
    RevenueSource source = store.revenue();
    List<String> all = store.settings().creators();
    List<String> creators = all.subList(0, Math.min(CREATORS, all.size()));
    double[] millis = new double[creators.size()];
    double[] cpuMillis = new double[creators.size()];
    long cells = 0;
    for (int i = 0; i < millis.length; i++) {
      // The simulated rates are all to USD.
      CreatorProfile profile =
          new CreatorProfile(creators.get(i), ZoneId.of("UTC"), Money.currency("USD"));
      DateRange period =
          new DateRange(Instant.parse("2025-01-01T00:00:00Z"), NOW, ZoneId.of("America/New_York"));
      long cpu = Cost.processCpu();
      long started = System.nanoTime();
      cells += source.income(profile, period).streams().stream().mapToInt(List::size).sum();
      millis[i] = (System.nanoTime() - started) / 1e6;
      cpuMillis[i] = (Cost.processCpu() - cpu) / 1e6;
    }
    Arrays.sort(millis);
    Arrays.sort(cpuMillis);
    System.out.printf(
        Locale.ROOT,
        "%s: %d creators, %,d cells, p50 %.1f ms, p95 %.1f ms, max %.1f ms (goal p95 100);"
            + " processor time p50 %.0f ms, p95 %.0f ms%n",
        name,
        millis.length,
        cells,
        Quantiles.ofSorted(millis, 0.5),
        Quantiles.ofSorted(millis, 0.95),
        millis[millis.length - 1],
        Quantiles.ofSorted(cpuMillis, 0.5),
        Quantiles.ofSorted(cpuMillis, 0.95));
  }

  private static long peakKilobytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(0);
  }
}
