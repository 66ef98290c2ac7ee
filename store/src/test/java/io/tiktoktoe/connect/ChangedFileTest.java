package io.tiktoktoe.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.file.FileState;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are written to, replaced or removed between the look at them and their end. */
class ChangedFileTest {

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private static final String GOOD =
      "{\"id\":\"%s\",\"time\":\"2026-01-01T00:00:00Z\",\"type\":\"view\",\"creator\":\"c\"}\n";

  @TempDir Path folder;

  private Store store(Reading reading) {
    return Store.open(
        folder.resolve("store.duckdb"), StoreOptions.defaults().withReadable(reading.files()));
  }

  private ReadOptions options() {
    return Staged.options(folder).withSource("s");
  }

  @Test
  void everyChangeIsNoticed() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "one");
    FileState state = FileState.of(file);
    assertThat(state.change()).isEmpty();

    Files.writeString(file, "longer");
    assertThat(state.change()).contains("was written to while it was read");

    Path other = Files.writeString(folder.resolve("b.csv"), "one");
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    assertThat(state.change()).contains("was replaced while it was read");

    Files.delete(file);
    assertThat(state.change()).contains("was removed while it was read");
  }

  @Test
  void rejectsShowWhatWasJudged() throws IOException {
    String bad = GOOD.formatted("judged").replace("view", "nonsense");
    Path file = Files.writeString(folder.resolve("e.ndjson"), bad + GOOD.formatted("2"));
    try (Reading reading = Connectors.open(file, options());
        Store store = store(reading)) {
      Files.writeString(file, GOOD.formatted("other") + GOOD.formatted("another"));

      IngestReport report = store.events().ingest(reading.relation(), IngestOptions.of("b", NOW));

      assertThat(reading.relation().change().get()).isPresent();
      assertThat(report.accepted()).isEqualTo(1);
      assertThat(report.rejected()).isEqualTo(1);
      List<String> raws =
          store.engine().rows(Sql.of("SELECT raw FROM rejects"), row -> row.required("raw"));
      assertThat(raws).singleElement().asString().contains("judged").doesNotContain("\"other\"");
    }
  }

  @Test
  void aRemovedFileOfLinesIsTakenAsItWas() throws IOException {
    Path file = Files.writeString(folder.resolve("e.ndjson"), "{}\n" + GOOD.formatted("2"));
    try (Reading reading = Connectors.open(file, options());
        Store store = store(reading)) {
      Files.delete(file);

      IngestReport report = store.events().ingest(reading.relation(), IngestOptions.of("b", NOW));

      assertThat(report.accepted()).isEqualTo(1);
      assertThat(reading.relation().change().get()).contains("was removed while it was read");
    }
  }

  @Test
  void aParquetFileThatChangesIsBlamedAndTheStoreGoesOn() throws IOException {
    Path file = folder.resolve("e.parquet");
    write(file);
    try (Reading reading = Connectors.open(file, options());
        Store store = store(reading)) {
      Files.writeString(file, "PAR1 and nothing that could be read PAR1");

      assertThatThrownBy(
              () -> store.events().ingest(reading.relation(), IngestOptions.of("e.parquet", NOW)))
          .isInstanceOf(StoreException.BadInput.class)
          .hasMessageContaining("e.parquet was written to while it was read");
      write(file);
      IngestReport again = store.events().ingest(reading.relation(), IngestOptions.of("b", NOW));
      assertThat(again.rows()).isEqualTo(1);
    }
  }

  private static void write(Path file) throws IOException {
    try (EventFiles events = EventFiles.create(file)) {
      events.accept(
          Event.subscriptionCanceled()
              .from("s", "1")
              .at(NOW.minusSeconds(60))
              .creator("c")
              .fan("f")
              .build());
      events.finish();
    }
  }
}
