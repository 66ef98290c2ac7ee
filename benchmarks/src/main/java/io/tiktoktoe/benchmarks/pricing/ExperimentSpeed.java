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
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Price assignments a second, each answered once the journal has it, folds into the store's tables
 * included: {@code pricing.ExperimentSpeed [PERSONS]}, 200,000 by default. A tenth buys. First one
 * thread as quick as can be; then at 50,000 a second, where a call's time counts from the moment at
 * which it was due, waiting behind others included (no coordinated omission), beside the same pace
 * with nothing to do, which is what the machine and its other work take; last threads of which each
 * waits for the disk before it goes on. Run it on one core with {@code taskset -c 1}.
 */
public final class ExperimentSpeed {

  private static final Instant NOW = Instant.parse("2026-09-05T12:00:00Z");
  private static final int WARM_UP = 20_000;
  private static final double RATE = 50_000;

  /** Threads that wait for the disk at a time. */
  private static final int WAITERS = 64;

  private static final int FORCED = 100;

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
      Work assigning = (who, number) -> assign(run, who, number);
      measure("assigning", assigning, "fan-", persons, 0);
      measure("nothing", (who, number) -> {}, "no-", persons, 1e9 / RATE);
      measure("assigning", assigning, "due-", persons, 1e9 / RATE);
      waiting(run, persons);
      System.out.println("audit: " + service.audit("speed"));
    }
    delete(folder);
  }

  /** What is done for one person. */
  private interface Work {
    void on(String who, int number);
  }

  /** Persons come so many nanoseconds apart, or as soon as can be where that is 0. */
  private static void measure(String what, Work work, String who, int persons, double apart) {
    long[] nanos = new long[persons];
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    double process = processSeconds();
    long collected = collectedMillis();
    long start = System.nanoTime();
    for (int person = 0; person < persons; person++) {
      long before = apart > 0 ? due(start + (long) (apart * person)) : System.nanoTime();
      work.on(who + person, (apart > 0 ? persons : 0) + WARM_UP + person);
      nanos[person] = System.nanoTime() - before;
    }
    double wall = (System.nanoTime() - start) / 1e9;
    double own = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
    double all = processSeconds() - process;
    System.out.printf(
        Locale.ROOT,
        "%s, %,d persons%s: %,.0f a second (%,.0f a CPU-second of the thread, %,.0f of the"
            + " process, folds, compiler and garbage included; %d ms collecting); %s%n",
        what,
        persons,
        apart > 0 ? String.format(Locale.ROOT, " at %,.0f a second", RATE) : "",
        persons / wall,
        persons / own,
        persons / all,
        collectedMillis() - collected,
        times(nanos));
  }

  /** Each thread waits for the disk after each person. */
  private static void waiting(ExperimentRun run, int number) {
    long[] nanos = new long[WAITERS * FORCED];
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(WAITERS)) {
      for (int thread = 0; thread < WAITERS; thread++) {
        int from = thread * FORCED;
        threads.execute(
            () -> {
              for (int at = from; at < from + FORCED; at++) {
                long before = System.nanoTime();
                assign(run, "disk-" + at, 2 * number + WARM_UP + at);
                run.force();
                nanos[at] = System.nanoTime() - before;
              }
            });
      }
    }
    System.out.printf(
        Locale.ROOT,
        "assigning and waiting for the disk, %d threads: %,.0f a second; %s%n",
        WAITERS,
        nanos.length / ((System.nanoTime() - start) / 1e9),
        times(nanos));
  }

  private static String times(long[] nanos) {
    Arrays.sort(nanos);
    int count = nanos.length;
    return String.format(
        Locale.ROOT,
        "p50 %.0f us, p99 %.0f us, p99.9 %.0f us, longest %.0f ms",
        nanos[count / 2] / 1e3,
        nanos[(int) (.99 * count)] / 1e3,
        nanos[(int) (.999 * count)] / 1e3,
        nanos[count - 1] / 1e6);
  }

  private static long collectedMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  private static double processSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  /**
   * Waits until a moment, which it gives. It sleeps: a loop that spins uses up its share of the
   * core, so that whoever else has work there (folds, the compiler) runs when the next person
   * comes.
   */
  private static long due(long moment) {
    long left = moment - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = moment - System.nanoTime();
    }
    return moment;
  }

  private static void assign(ExperimentRun run, String fan, int number) {
    Instant now = NOW.plusMillis(number);
    run.assign(fan, now);
    if (number % 10 == 0) {
      run.record(
          new OutcomeRow("o-" + fan, fan, "purchase", "4.50", Optional.empty(), Optional.empty()),
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
        false,
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
