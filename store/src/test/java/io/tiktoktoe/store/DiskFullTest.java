package io.tiktoktoe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.store.engine.DuckDbEngine;
import io.tiktoktoe.store.engine.StoreFailures;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.work.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskFullTest {

  /** Every fifth row of a batch repeats the one before it. */
  private static final long BATCH_EVENTS = CrashVictim.BATCH_ROWS * 4L / 5;

  @TempDir Path folder;

  @Test
  void reliability11AFullDiskRefusesWritesServesReadsAndRecovers()
      throws IOException, InterruptedException {
    List<String> said = outputOf(Child.start(DiskFullVictim.class, folder.toString()));
    assertThat(said).hasSize(12);
    assertThat(said.subList(0, 2)).containsExactly("batch 1 done", "batch 2 done");
    for (String refused : List.of(said.get(2), said.get(3), said.get(4), said.get(6))) {
      assertThat(refused)
          .contains(" WriteFailed: ", "full.duckdb could not be written: Could not write file")
          .endsWith("free space or mend the disk and repeat.");
    }
    assertThat(said.get(5))
        .startsWith("export ExportFailed: " + folder.resolve("events.csv"))
        .contains("could not be written")
        .endsWith("nothing was left half written.");
    assertThat(folder.resolve("events.csv")).doesNotExist();
    assertThat(folder.resolve(".events.csv.part")).doesNotExist();
    assertThat(said.get(7)).isEqualTo("read %d %d 0".formatted(BATCH_EVENTS, BATCH_EVENTS));
    assertThat(said.subList(8, 10)).containsExactly("batch 3 done", "compaction done");
    assertThat(said.get(10)).startsWith("batch 4 WriteFailed: ");
    assertThat(said.get(11)).isEqualTo("reopened on a full disk, read " + BATCH_EVENTS);
    verifyAfterwards();
  }

  /** What was acknowledged is there once, what was refused is not, and the store takes more. */
  private void verifyAfterwards() {
    try (Store store =
        Store.open(
            folder.resolve("full.duckdb"), StoreOptions.defaults().withMemoryMegabytes(256))) {
      Map<String, Long> stored = new HashMap<>();
      store
          .engine()
          .query(
              Sql.of(
                  "SELECT k.description, count(*) AS n FROM events AS e"
                      + " JOIN chunk AS k ON k.chunk = e.chunk GROUP BY k.description"),
              row -> stored.put(row.required("description"), row.number("n")));
      assertThat(stored)
          .isEqualTo(
              Map.of("batch 1", BATCH_EVENTS, "batch 2", BATCH_EVENTS, "batch 3", BATCH_EVENTS));
      EventLogTest.healthy(store);
      IngestReport next = store.events().ingest(CrashVictim.relation(4), Sample.options());
      assertThat(next.accepted()).isEqualTo(BATCH_EVENTS);
    }
  }

  private static List<String> outputOf(Process process) throws IOException, InterruptedException {
    try (BufferedReader out = process.inputReader()) {
      List<String> lines = out.lines().toList();
      assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
      return lines;
    }
  }

  /** The engine's own words; a real failing disk cannot be had in a test. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "IO Error: Could not fsync file \"s.duckdb\": Input/output error",
        "IO Error: fsync failed!",
        "TransactionContext Error: Failed to commit: Could not write file \"s\": No space left on"
            + " device",
        "IO Error: Async write failed for range [offset=1, size=2]:"
            + " {\"exception_type\":\"IO\",\"exception_message\":\"Could not write file \\\"s\\\":"
            + " File too large\",\"errno\":\"27\"}",
        "FATAL Error: Failed: database has been invalidated because of a previous fatal error."
      })
  void reliability11EveryFailedWriteIsTold(String engine) {
    RuntimeException told =
        new StoreFailures(Path.of("s.duckdb")).translate(new SQLException(engine));
    assertThat(told)
        .isInstanceOf(StoreException.WriteFailed.class)
        .hasMessageStartingWith("s.duckdb could not be written: ")
        .hasMessageNotContainingAny("Error:", "exception_", "\\")
        .hasMessageEndingWith("free space or mend the disk and repeat.");
  }

  @Test
  void reliability11WhenTheEngineGivesUpTheStoreIsReadOnlyAndSaysSo() throws SQLException {
    Path file = folder.resolve("broken.duckdb");
    StoreFailures failures = new StoreFailures(file);
    try (org.duckdb.DuckDBConnection root =
            (org.duckdb.DuckDBConnection)
                java.sql.DriverManager.getConnection("jdbc:duckdb:" + file);
        Writer writer =
            new Writer(new DuckDbEngine(root, failures, new Cancellation()), failures, file)) {
      writer.transaction(session -> session.update("CREATE TABLE t AS SELECT 1 AS a"));
      failures.translate(new SQLException("FATAL Error: database has been invalidated: fsync"));
      assertThatThrownBy(() -> writer.transaction(session -> session.update("DELETE FROM t")))
          .isInstanceOf(StoreException.WriteFailed.class)
          .hasMessageContaining("is read-only since an earlier write failed");
      assertThat(
              new DuckDbEngine(root, failures, new Cancellation())
                  .rows(Sql.of("SELECT a FROM t"), row -> row.number("a")))
          .containsExactly(1L);
    }
  }
}
