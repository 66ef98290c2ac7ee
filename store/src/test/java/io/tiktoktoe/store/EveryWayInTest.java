package io.tiktoktoe.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.EventFiles;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same simulated events, as objects and through every native format, are the same events. */
class EveryWayInTest {

  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void whatCameOnceIsADuplicateThroughEveryOtherWay() throws IOException {
    List<Event> events = new ArrayList<>();
    CreatorEconomy.of(EconomyOptions.defaults().withCreators(2).withTargetEvents(12_000))
        .run(events::add, Progress.SILENT);
    Set<String> ids = new HashSet<>();
    events.forEach(event -> ids.add(event.context().source() + ' ' + event.context().id()));
    IngestReport first;
    try (Store store = Sample.open(folder)) {
      first = store.events().append(events, IngestOptions.of("objects", NOW));
      assertThat(first.rejected()).as(first.toString()).isZero();
      assertThat(first.conflicts()).as(first.toString()).isZero();
      assertThat(first.accepted() - first.corrections()).isEqualTo(ids.size());
      EventLogTest.healthy(store);
    }
    for (String ending : List.of("ndjson", "csv", "csv.gz", "parquet")) {
      IngestReport again = ingest(write(events, ending));
      assertThat(again.duplicates()).as(again.toString()).isEqualTo(events.size());
      assertThat(again.accepted()).isZero();
    }
  }

  private Path write(List<Event> events, String ending) throws IOException {
    Path file = folder.resolve("events." + ending);
    try (EventFiles writer = EventFiles.create(file)) {
      events.forEach(writer);
      writer.finish();
    }
    return file;
  }

  private IngestReport ingest(Path file) {
    try (Reading reading = Connectors.open(file, ReadOptions.defaults());
        Store store =
            Store.open(
                folder.resolve("test.duckdb"),
                StoreOptions.defaults().withReadable(reading.files()))) {
      return store
          .events()
          .ingest(reading.relation(), IngestOptions.of(String.valueOf(file.getFileName()), NOW));
    }
  }
}
