package io.tiktoktoe.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.audience.AudienceValueOptimizer;
import io.tiktoktoe.audience.insight.FanCount;
import io.tiktoktoe.audience.insight.FanDay;
import io.tiktoktoe.audience.insight.FanTable;
import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.EventFiles;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.work.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Features of fans from a store against a recomputation from the raw deliveries of a simulated
 * economy by other code ({@link RawFans}): late, repeated and out of order, ids on several
 * platforms, refunds. Nothing is left to chance.
 */
class FanFeaturesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  @TempDir Path folder;

  @Test
  void featuresAreThoseOfTheRawDeliveries() throws Exception {
    EconomyOptions economy =
        EconomyOptions.defaults()
            .withCreators(2)
            .withMonths(6)
            .withTargetEvents(8_000)
            .withCurrencies(List.of())
            .withDelivery(0.1, 0.1, 0.1);
    List<Event> raw = new ArrayList<>();
    Path file = folder.resolve("events.ndjson");
    try (EventFiles events = EventFiles.create(file)) {
      CreatorEconomy.of(economy)
          .run(
              event -> {
                raw.add(event);
                events.accept(event);
              },
              Progress.SILENT);
      events.finish();
    }
    try (Store store =
        Store.open(
            folder.resolve("fans.duckdb"),
            StoreOptions.defaults()
                .withReadable(List.of(folder, tmp()))
                .withWritable(List.of(folder)))) {
      try (Reading reading = Connectors.open(file, ReadOptions.defaults())) {
        store.events().ingest(reading.relation(), IngestOptions.of("events", NOW));
      }
      int fans = 0;
      for (String creator : store.settings().creators()) {
        for (LocalDate through :
            List.of(economy.end().plusDays(90), economy.start().plusDays(100))) {
          fans += compare(store, raw, creator, through);
        }
      }
      assertThat(fans).isGreaterThan(200);
    }
  }

  private static Path tmp() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  private static int compare(Store store, List<Event> raw, String creator, LocalDate through) {
    CreatorProfile profile =
        new CreatorProfile(creator, ZoneOffset.UTC, Currency.getInstance("USD"));
    Map<String, Map<String, Long>> expected =
        new RawFans(creator, through.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)).of(raw);
    Map<String, Map<String, Long>> found =
        store.audience(
            source -> {
              FanTable fans = AudienceValueOptimizer.audience(source, profile, through).fans();
              return told(fans, source.names(fans.ids()));
            });
    // A joined fan bears the name of one of the ids, whichever it is.
    assertThat(found.values().stream().map(Map::toString).sorted().toList())
        .as("%s through %s", creator, through)
        .isEqualTo(expected.values().stream().map(Map::toString).sorted().toList());
    return found.size();
  }

  private static Map<String, Map<String, Long>> told(FanTable fans, List<String> names) {
    Map<String, Map<String, Long>> told = new TreeMap<>();
    for (int fan = 0; fan < fans.size(); fan++) {
      Map<String, Long> one = new TreeMap<>();
      for (FanCount count : RawFans.COUNTS) {
        one.put(count.label(), fans.count(count, fan));
      }
      for (FanDay day : FanDay.values()) {
        one.put(day.name(), (long) fans.day(day, fan));
      }
      told.put(names.get(fan), one);
    }
    return told;
  }
}
