package io.tiktoktoe.service;

import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.EventFiles;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.EconomyOptions;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;

/** A store of three simulated creators over three months, as a library's user makes one. */
final class SmallStore {

  /** The present: after the simulated span. */
  static final Instant NOW = Instant.parse("2026-09-05T12:00:00Z");

  static final int CREATORS = 3;

  private SmallStore() {}

  static Store in(Path directory) throws IOException {
    Path events = directory.resolve("events.parquet");
    CreatorEconomy economy =
        CreatorEconomy.of(
            EconomyOptions.defaults()
                .withCreators(CREATORS)
                .withMonths(LocalDate.of(2026, 6, 1), 3)
                .withSeed(5));
    try (EventFiles file = EventFiles.create(events)) {
      economy.run(file::accept, fact -> {}, Progress.SILENT);
      file.finish();
    }
    try (Reading reading = Connectors.open(events, ReadOptions.defaults())) {
      Store store =
          Store.open(
              directory.resolve("store.duckdb"),
              StoreOptions.defaults().withReadable(reading.files()));
      store.settings().addRates(economy.exchangeRates());
      store.events().ingest(reading.relation(), IngestOptions.of("simulated", NOW));
      return store;
    }
  }
}
