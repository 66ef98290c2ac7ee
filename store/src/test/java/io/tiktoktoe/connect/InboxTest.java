package io.tiktoktoe.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.file.Copies;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not there yet when a store is opened: in a fixed folder, or as a stream. */
class InboxTest {

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private static final String TIP =
      """
      {"id":"one","time":"2026-05-01T10:00:00Z","source":"x","type":"tip","creator":"kit","amount":"5.00","currency":"USD"}
      """;

  @TempDir private Path folder;

  @Test
  void filesComeAfterOpening() throws IOException {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    Path outbox = Files.createDirectory(folder.resolve("outbox"));
    StoreOptions options =
        StoreOptions.defaults().withReadable(List.of(inbox)).withWritable(List.of(outbox));
    try (Store store = Store.open(folder.resolve("s.duckdb"), options);
        Store other = Store.open(folder.resolve("t.duckdb"), options)) {
      // Lines are read where they lie for their rejects.
      Path lines = Files.writeString(inbox.resolve("later.ndjson"), TIP + "{\"id\":1}\n");
      assertThat(ingested(store, lines)).isEqualTo(1);

      Path written = outbox.resolve("all.parquet");
      assertThat(store.exporter().export("current_events", written)).isEqualTo(1);
      Path elsewhere = Files.copy(written, folder.resolve("elsewhere.parquet"));
      assertThatThrownBy(() -> ingested(other, elsewhere)).isInstanceOf(StoreException.class);

      // Parquet is read where it lies: a stream is copied into the store's own folder first.
      Copies copies = new Copies(other::spool, Optional.empty());
      try (InputStream in = Files.newInputStream(elsewhere)) {
        Path named = copies.named("a stream", in);
        assertThat(ingested(other, named)).isEqualTo(1);
        Copies.remove(named);
        assertThat(named.getParent()).doesNotExist();
      }
      Path placed = Files.move(elsewhere, inbox.resolve("later.parquet"));
      assertThat(ingested(other, placed)).as("the same again").isZero();
    }
  }

  private static long ingested(Store store, Path file) {
    ReadOptions options =
        ReadOptions.defaults().withCopies(new Copies(store::spool, Optional.empty()));
    try (Reading reading = Connectors.open(file, options)) {
      return store
          .events()
          .ingest(reading.relation(), IngestOptions.of(file.toString(), NOW))
          .accepted();
    }
  }
}
