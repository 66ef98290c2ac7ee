package io.tiktoktoe.benchmarks.pricing;

import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.EventFiles;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.Truth;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.Intervention;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A simulated economy in a store of its own, with what its fans would truly pay. */
final class PricedEconomy implements AutoCloseable {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private final Path folder;
  private final Store store;
  private final CreatorEconomy economy;
  private final Truth truth;

  /** What those who were shown a product would pay, minor units, ascending. */
  private final Map<String, double[]> willing = new HashMap<>();

  private PricedEconomy(Path folder, Store store, CreatorEconomy economy, Truth truth) {
    this.folder = folder;
    this.store = store;
    this.economy = economy;
    this.truth = truth;
    Map<String, double[]> grown = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (WorldTruth.Willingness one : truth.all(WorldTruth.Willingness.class)) {
      int count = counts.merge(one.product(), 1, Integer::sum);
      double[] all = grown.computeIfAbsent(one.product(), key -> new double[16]);
      if (count > all.length) {
        all = Arrays.copyOf(all, 2 * all.length);
        grown.put(one.product(), all);
      }
      all[count - 1] = one.minor();
    }
    grown.forEach(
        (product, all) -> {
          double[] sorted = Arrays.copyOf(all, counts.getOrDefault(product, 0));
          Arrays.sort(sorted);
          willing.put(product, sorted);
        });
  }

  static PricedEconomy of(EconomyOptions options) throws IOException {
    Path folder = Files.createTempDirectory("tiktoktoe-pricing");
    Path file = folder.resolve("events.ndjson");
    CreatorEconomy economy = CreatorEconomy.of(options);
    Truth truth = new Truth();
    try (EventFiles events = EventFiles.create(file)) {
      economy.run(events::accept, truth, Progress.SILENT);
      events.finish();
    }
    try (Reading reading = Connectors.open(file, ReadOptions.defaults())) {
      Store store =
          Store.open(
              folder.resolve("store.duckdb"),
              StoreOptions.defaults().withReadable(reading.files()));
      store.settings().addRates(economy.exchangeRates());
      store.events().ingest(reading.relation(), IngestOptions.of("events", NOW));
      return new PricedEconomy(folder, store, economy, truth);
    }
  }

  Store store() {
    return store;
  }

  List<TruthRecord.Creator> creators() {
    return truth.all(TruthRecord.Creator.class);
  }

  List<TruthRecord.Product> products(String creator) {
    return truth.all(TruthRecord.Product.class).stream()
        .filter(one -> one.creator().equals(creator))
        .toList();
  }

  /** Share of those who were shown a product who would pay at least this, minor units. */
  double share(String product, double minor) {
    double[] all = willing.getOrDefault(product, new double[0]);
    int below = Arrays.binarySearch(all, minor);
    int first = below < 0 ? -below - 1 : below;
    return all.length == 0 ? 0 : (all.length - first) / (double) all.length;
  }

  int persons(String product) {
    return willing.getOrDefault(product, new double[0]).length;
  }

  /** Net income of subscriptions and goods of one creator from a day on, minor units. */
  double net(String creator, LocalDate from, List<Intervention> changes) {
    CreatorEconomy changed = economy.restrictedTo(creator).withThreads(1);
    for (Intervention change : changes) {
      changed = changed.with(change);
    }
    double[] net = new double[1];
    changed.run(
        event -> {},
        fact -> {
          if (fact instanceof TruthRecord.Ledger row
              && !row.day().isBefore(from)
              && (row.stream() == Stream.SUBSCRIPTIONS || row.stream() == Stream.MERCHANDISE)) {
            net[0] += row.gross() - row.fee() - row.tax() - row.refunds() - row.chargebacks();
          }
        },
        Progress.SILENT);
    return net[0];
  }

  @Override
  public void close() throws IOException {
    store.close();
    try (var files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
