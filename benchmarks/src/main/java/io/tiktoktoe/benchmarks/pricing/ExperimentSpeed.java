package io.tiktoktoe.benchmarks.pricing;

import io.tiktoktoe.pricing.insight.OfferTerms;
import io.tiktoktoe.service.experiment.ExperimentRun;
import io.tiktoktoe.service.experiment.ExperimentService;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.experiment.ExperimentRequest;
import io.tiktoktoe.service.model.experiment.ExperimentSettings;
import io.tiktoktoe.service.model.experiment.OutcomeRow;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Price assignments a second of one thread, each acknowledged once the journal has it, folds into
 * the store's tables included: {@code pricing.ExperimentSpeed [PERSONS]}, 200,000 by default. Prints
 * how long single calls took, by the wall and by the thread's own CPU; a tenth buys.
 */
public final class ExperimentSpeed {

  private static final Instant NOW = Instant.parse("2026-09-05T12:00:00Z");
  private static final int WARM_UP = 20_000;

  private ExperimentSpeed() {}

  /** Prints the figures. */
  public static void main(String[] args) throws IOException {
    int persons = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
    Path folder = Files.createTempDirectory("experiment-speed");
    Path file = folder.resolve("s.duckdb");
    try (Store store = Store.open(file, StoreOptions.defaults().withThreads(1))) {
      ExperimentService service = ExperimentService.of(store);
      service.create(request(), Call.at(NOW));
      ExperimentRun run = service.open("speed");
      for (int person = 0; person < WARM_UP; person++) {
        assign(run, "warm-" + person, person);
      }
      measure(run, persons);
      System.out.println("audit: " + service.audit("speed"));
    }
    delete(folder);
  }

  private static void measure(ExperimentRun run, int persons) {
    long[] nanos = new long[persons];
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long start = System.nanoTime();
    for (int person = 0; person < persons; person++) {
      long before = System.nanoTime();
      assign(run, "fan-" + person, WARM_UP + person);
      nanos[person] = System.nanoTime() - before;
    }
    double wall = (System.nanoTime() - start) / 1e9;
    double own = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%,d persons: %,.0f a second (%,.0f a CPU-second of the thread); p50 %.0f us, p99 %.0f us,"
            + " p99.9 %.0f us, longest %.0f ms%n",
        persons,
        persons / wall,
        persons / own,
        nanos[persons / 2] / 1e3,
        nanos[(int) (.99 * persons)] / 1e3,
        nanos[(int) (.999 * persons)] / 1e3,
        nanos[persons - 1] / 1e6);
  }

  private static void assign(ExperimentRun run, String fan, int number) {
    Instant now = NOW.plusMillis(number);
    run.assign(fan, now);
    if (number % 10 == 0) {
      run.record(
          new OutcomeRow(
              "o-" + fan, fan, "purchase", "4.50", Optional.empty(), Optional.empty()),
          now);
    }
  }

  private static ExperimentRequest request() {
    ExperimentSettings settings =
        new ExperimentSettings(
            1, .1, .1, .05, .1, 30, 1, 0, Duration.ofSeconds(10), 0, 1e6, .1, .1);
    List<ExperimentRequest.Offer> offers =
        List.of(
            new ExperimentRequest.Offer("low", "4", OfferTerms.NONE),
            new ExperimentRequest.Offer("today", "5", OfferTerms.NONE),
            new ExperimentRequest.Offer("high", "6", OfferTerms.NONE));
    return new ExperimentRequest(
        "speed",
        Optional.of("ada"),
        "club",
        Optional.empty(),
        offers,
        settings,
        new ExperimentRequest.Limits(0, 100, .5, 180),
        false);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
