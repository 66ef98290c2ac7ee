package io.tiktoktoe.benchmarks.risk;

import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.EventFiles;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.file.ReadOptions;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A store that holds a whole simulated hard economy, with its truth; gone when closed. */
record SimulatedStore(
    EconomyOptions options, Path folder, Store store, List<TruthRecord> truth, Instant end)
    implements AutoCloseable {

  static SimulatedStore of(int creators, int months, long seed) throws IOException {
    EconomyOptions options =
        EconomyOptions.defaults().withCreators(creators).withMonths(months).withSeed(seed);
    Path folder = Files.createTempDirectory("tiktoktoe-risk");
    CreatorEconomy economy = CreatorEconomy.of(options);
    List<TruthRecord> truth = new ArrayList<>();
    Path file = folder.resolve("events.parquet").toAbsolutePath();
    try (EventFiles columns = EventFiles.create(file)) {
      economy.begin(columns, truth::add).finish(Progress.SILENT);
      columns.finish();
    }
    Store store =
        Store.open(
            folder.resolve("store.duckdb"),
            StoreOptions.defaults().withReadable(List.of(folder.toAbsolutePath())));
    store.settings().addRates(economy.exchangeRates());
    Instant end = options.end().plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
    try (Reading reading = Connectors.open(file, ReadOptions.defaults())) {
      store.events().ingest(reading.relation(), IngestOptions.of("economy", end));
    }
    return new SimulatedStore(options, folder, store, truth, end);
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
