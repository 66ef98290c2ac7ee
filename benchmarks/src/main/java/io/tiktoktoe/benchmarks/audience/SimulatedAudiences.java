package io.tiktoktoe.benchmarks.audience;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.audience.AudienceValueOptimizer;
import io.tiktoktoe.audience.insight.AudienceSegments;
import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.EventFiles;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldTruth;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A simulated economy in a store of its own, with what is true of its fans. */
final class SimulatedAudiences implements AutoCloseable {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private static final List<String> KINDS =
      List.of("lurker", "casual", "regular", "superfan", "whale");

  private final Path folder;
  private final Store store;
  private final EconomyOptions options;

  /** Planted segment by creator, then by every id of a fan. */
  private final Map<String, Map<String, String>> planted = new HashMap<>();

  private final Map<String, Integer> sizes = new HashMap<>();

  /** Logarithms of the true rates, by creator, then by every name that has them. */
  private final Map<String, Map<String, double[]>> rates = new HashMap<>();

  private SimulatedAudiences(Path folder, Store store, EconomyOptions options) {
    this.folder = folder;
    this.store = store;
    this.options = options;
  }

  static SimulatedAudiences of(EconomyOptions options) throws IOException {
    Path folder = Files.createTempDirectory("tiktoktoe-audience");
    Path file = folder.resolve("events.ndjson");
    Map<String, Map<String, String>> planted = new HashMap<>();
    Map<String, Map<String, double[]>> rates = new HashMap<>();
    CreatorEconomy economy = CreatorEconomy.of(options);
    try (EventFiles events = EventFiles.create(file)) {
      economy.run(events::accept, fact -> learn(fact, planted, rates), Progress.SILENT);
      events.finish();
    }
    SimulatedAudiences made;
    try (Reading reading = Connectors.open(file, ReadOptions.defaults())) {
      Store store =
          Store.open(
              folder.resolve("store.duckdb"),
              StoreOptions.defaults().withReadable(reading.files()));
      made = new SimulatedAudiences(folder, store, options);
      store.settings().addRates(economy.exchangeRates());
      store.events().ingest(reading.relation(), IngestOptions.of("events", NOW));
    }
    made.planted.putAll(planted);
    made.rates.putAll(rates);
    return made;
  }

  private static void learn(
      TruthRecord fact,
      Map<String, Map<String, String>> planted,
      Map<String, Map<String, double[]>> rates) {
    switch (fact) {
      case TruthRecord.Fan fan -> {
        planted
            .computeIfAbsent(fan.creator(), key -> new HashMap<>())
            .put(fan.fan(), fan.segment());
        rates
            .computeIfAbsent(fan.creator(), key -> new HashMap<>())
            .put(
                fan.fan(),
                new double[] {
                  Math.log(fan.viewRate() + 1e-6),
                  Math.log(fan.tipRate() + 1e-6),
                  Math.log(fan.tipMeanUsd() + 1e-6),
                  Math.log(fan.shareRate() + 1e-6)
                });
      }
      case WorldTruth.Identity same ->
          planted
              .computeIfAbsent(same.creator(), key -> new HashMap<>())
              .put(same.otherFan(), "=" + same.fan());
      default -> {
        return;
      }
    }
  }

  /** The creators with the most fans, in US dollars and UTC. */
  List<CreatorProfile> largest(int most) {
    planted.forEach((creator, fans) -> sizes.put(creator, fans.size()));
    return sizes.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(most)
        .map(Map.Entry::getKey)
        .map(name -> new CreatorProfile(name, ZoneOffset.UTC, Currency.getInstance("USD")))
        .toList();
  }

  LocalDate end() {
    return options.end();
  }

  AudienceSegments audience(CreatorProfile creator, LocalDate through) {
    return store.audience(source -> AudienceValueOptimizer.audience(source, creator, through));
  }

  /** The planted segment of each fan as a number, -1 where it is not known. */
  int[] planted(CreatorProfile creator, AudienceSegments audience) {
    Map<String, String> known = planted.getOrDefault(creator.creator(), Map.of());
    return names(creator, audience).stream()
        .mapToInt(name -> KINDS.indexOf(known.getOrDefault(name, "").toLowerCase(Locale.ROOT)))
        .toArray();
  }

  /** The logarithms of each fan's true rates; empty where they are not known. */
  List<double[]> rates(CreatorProfile creator, AudienceSegments audience) {
    Map<String, double[]> known = rates.getOrDefault(creator.creator(), Map.of());
    return names(creator, audience).stream()
        .map(name -> known.getOrDefault(name, new double[0]))
        .toList();
  }

  /** Each fan's name in the truth, which knows the other names of a person. */
  private List<String> names(CreatorProfile creator, AudienceSegments audience) {
    Map<String, String> known = planted.getOrDefault(creator.creator(), Map.of());
    return store.audience(source -> source.names(audience.fans().ids())).stream()
        .map(
            name -> {
              String found = known.getOrDefault(name, "");
              return found.startsWith("=") ? found.substring(1) : name;
            })
        .toList();
  }

  @Override
  public void close() throws IOException {
    store.close();
    delete(folder);
  }

  /** Deletes a folder with all in it. */
  static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      Path[] all = files.toArray(Path[]::new);
      Arrays.sort(all, Comparator.reverseOrder());
      for (Path path : all) {
        Files.delete(path);
      }
    }
  }
}
