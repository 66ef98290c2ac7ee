package io.tiktoktoe.benchmarks.audience;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.audience.AudienceValueOptimizer;
import io.tiktoktoe.audience.fan.Engagement;
import io.tiktoktoe.audience.fan.LeavingModel;
import io.tiktoktoe.audience.insight.AudienceInsights;
import io.tiktoktoe.audience.insight.AudienceOptions;
import io.tiktoktoe.audience.insight.AudienceSegments;
import io.tiktoktoe.audience.insight.FanCount;
import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.EventFiles;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventBuilder;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How long it takes, and how much memory, to read and analyse a large audience.
 *
 * <p>Usage: {@code AudienceScale [FANS [analyze]]}; 1,000,000 fans with four events each, read
 * only.
 */
public final class AudienceScale {

  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  private static final int DAYS = 400;
  private static final int EVENTS = 4;
  private static final CreatorProfile ADA =
      new CreatorProfile("ada", ZoneOffset.UTC, Currency.getInstance("USD"));

  private AudienceScale() {}

  /** Runs it and prints the times. */
  public static void main(String[] arguments) throws IOException {
    int fans = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    Path folder = Files.createTempDirectory("tiktoktoe-scale");
    Path file = folder.resolve("events.ndjson");
    write(file, fans);
    try (Reading reading = Connectors.open(file, ReadOptions.defaults());
        Store store =
            Store.open(
                folder.resolve("store.duckdb"),
                StoreOptions.defaults().withReadable(reading.files()))) {
      store
          .events()
          .ingest(reading.relation(), IngestOptions.of("scale", START.plusSeconds(86_400L * 500)));
      measure(store, arguments.length > 1);
    }
    SimulatedAudiences.delete(folder);
  }

  private static void write(Path file, int fans) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    try (EventFiles events = EventFiles.create(file)) {
      int id = 0;
      for (int fan = 0; fan < fans; fan++) {
        for (int i = 0; i < EVENTS; i++) {
          EventBuilder event =
              random.nextInt(8) == 0
                  ? Event.tip(Payment.of(Integer.toString(1 + random.nextInt(20)), "USD"))
                  : Event.interaction(EventType.VIEW, new Behaviour(60_000, 90_000, false, 1));
          events.accept(
              event
                  .from("site", "e" + id++)
                  .at(START.plusSeconds(random.nextLong(DAYS * 86_400L)))
                  .creator("ada")
                  .fan("fan-" + fan)
                  .build());
        }
      }
      events.finish();
    }
  }

  private static void measure(Store store, boolean analyze) {
    LocalDate through = LocalDate.ofInstant(START, ZoneOffset.UTC).plusDays(DAYS - 1L);
    long started = System.nanoTime();
    AudienceSegments audience =
        store.audience(source -> AudienceValueOptimizer.audience(source, ADA, through));
    told(
        "read %,d fans, %,d actions"
            .formatted(audience.fans().size(), audience.fans().total(FanCount.ACTIONS)),
        started);
    started = System.nanoTime();
    Engagement engagement = Engagement.of(audience.fans());
    told("engagement, mean score %.3f".formatted(engagement.score()[0]), started);
    started = System.nanoTime();
    told("leaving, " + LeavingModel.of(audience).outlook(), started);
    if (analyze) {
      started = System.nanoTime();
      AudienceInsights insights =
          AudienceValueOptimizer.of(AudienceOptions.defaults())
              .analyze(ADA, audience, Optional.empty(), List.of());
      told("analysed, %d segments".formatted(insights.segments().size()), started);
    }
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum();
    System.out.printf(Locale.ROOT, "peak heap %,d MiB%n", peak >> 20);
  }

  private static void told(String what, long started) {
    System.out.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - started) / 1e9, what);
  }
}
