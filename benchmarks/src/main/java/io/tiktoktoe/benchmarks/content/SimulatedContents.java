package io.tiktoktoe.benchmarks.content;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.EventFiles;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A simulated economy in a store of its own, with what is true of its contents. */
final class SimulatedContents implements AutoCloseable {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private final Path folder;
  private final Store store;
  private final CreatorEconomy economy;
  private final Map<String, Map<String, TruthRecord.Content>> truth;
  private final Map<String, ZoneId> zones;

  private SimulatedContents(
      Path folder,
      Store store,
      CreatorEconomy economy,
      Map<String, Map<String, TruthRecord.Content>> truth,
      Map<String, ZoneId> zones) {
    this.folder = folder;
    this.store = store;
    this.economy = economy;
    this.truth = truth;
    this.zones = zones;
  }

  static SimulatedContents of(EconomyOptions options) throws IOException {
    Path folder = Files.createTempDirectory("tiktoktoe-content");
    Path file = folder.resolve("events.ndjson");
    Map<String, Map<String, TruthRecord.Content>> truth = new HashMap<>();
    Map<String, ZoneId> zones = new HashMap<>();
    CreatorEconomy economy = CreatorEconomy.of(options);
    try (EventFiles events = EventFiles.create(file)) {
      economy.run(
          events::accept,
          fact -> {
            if (fact instanceof TruthRecord.Content one) {
              truth.computeIfAbsent(one.creator(), key -> new HashMap<>()).put(one.content(), one);
            } else if (fact instanceof TruthRecord.Creator one) {
              zones.put(one.creator(), one.zone());
            }
          },
          Progress.SILENT);
      events.finish();
    }
    try (Reading reading = Connectors.open(file, ReadOptions.defaults())) {
      Store store =
          Store.open(
              folder.resolve("store.duckdb"),
              StoreOptions.defaults().withReadable(reading.files()));
      store.settings().addRates(economy.exchangeRates());
      store.events().ingest(reading.relation(), IngestOptions.of("events", NOW));
      return new SimulatedContents(folder, store, economy, truth, zones);
    }
  }

  CreatorEconomy economy() {
    return economy;
  }

  /** The creators with the most contents that were watched, in US dollars and UTC. */
  List<CreatorProfile> largest(int most) {
    Comparator<Map.Entry<String, Map<String, TruthRecord.Content>>> byViews =
        Comparator.comparingLong(
            one -> -one.getValue().values().stream().mapToLong(TruthRecord.Content::views).sum());
    return truth.entrySet().stream()
        .sorted(byViews)
        .limit(most)
        .map(one -> new CreatorProfile(one.getKey(), ZoneOffset.UTC, Currency.getInstance("USD")))
        .toList();
  }

  /** The same creator on the clock of their own days. */
  CreatorProfile local(CreatorProfile creator) {
    ZoneId zone = zones.getOrDefault(creator.creator(), ZoneOffset.UTC);
    return new CreatorProfile(creator.creator(), zone, creator.currency());
  }

  Map<String, TruthRecord.Content> truth(CreatorProfile creator) {
    return truth.getOrDefault(creator.creator(), Map.of());
  }

  LocalDate end() {
    return economy.options().end();
  }

  ContentHistory history(CreatorProfile creator, LocalDate through) {
    return store.contents(source -> source.read(creator, through));
  }

  @Override
  public void close() throws IOException {
    store.close();
    try (var files = Files.walk(folder)) {
      Path[] all = files.toArray(Path[]::new);
      Arrays.sort(all, Comparator.reverseOrder());
      for (Path path : all) {
        Files.delete(path);
      }
    }
  }
}
