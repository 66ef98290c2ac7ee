package io.tiktoktoe.service;

import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.IngestRequest;
import io.tiktoktoe.service.model.SimulateRequest;
import io.tiktoktoe.service.model.SimulatedEconomy;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A store of three simulated creators over three months, as a library's user makes one. */
public final class SmallStore {

  /** The present: after the simulated span. */
  public static final Instant NOW = Instant.parse("2026-09-05T12:00:00Z");

  private SmallStore() {}

  public static Store in(Path directory) throws IOException {
    Call call = Call.at(NOW);
    SimulatedEconomy simulated =
        SimulationService.simulate(
            SimulateRequest.into(
                SimulationService.economy(3, LocalDate.of(2026, 6, 1), 3, 0, 5),
                directory.resolve("simulated")),
            call);
    Path file = directory.resolve("store.duckdb");
    IngestService.at(file, StoreOptions.defaults())
        .ingest(
            IngestRequest.of(List.of(simulated.events(), simulated.truth().resolve("rates.csv"))),
            call,
            taken -> {});
    return Store.open(file, StoreOptions.defaults().withWritable(List.of(directory)));
  }
}
