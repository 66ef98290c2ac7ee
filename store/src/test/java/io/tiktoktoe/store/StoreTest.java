package io.tiktoktoe.store;

import static io.tiktoktoe.store.EventLogTest.gross;
import static io.tiktoktoe.store.EventLogTest.healthy;
import static io.tiktoktoe.store.EventLogTest.ingest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.event.EventType;
import io.tiktoktoe.event.KeyedHash;
import io.tiktoktoe.event.State;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.store.model.Engine;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.store.model.Target;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

  @TempDir Path folder;

  @Test
  void javaAndTheDatabaseHashIdsAlike() {
    try (Store store = Sample.open(folder)) {
      ingest(store, new Sample().tip("1", "2026-01-05 10:00:00", "zoë 🎈", "1"));
      String salt =
          store
              .engine()
              .rows(
                  Sql.of("SELECT value FROM store_info WHERE key = 'salt'"),
                  row -> row.required("value"))
              .getFirst();
      KeyedHash hash = KeyedHash.withSalt(salt);
      assertThat(
              store
                  .engine()
                  .rows(
                      Sql.of("SELECT creator, fan FROM events"),
                      row -> List.of(row.number("creator"), row.number("fan"))))
          .containsExactly(
              List.of(
                  hash.id(KeyedHash.Kind.CREATOR, "zoë 🎈"),
                  hash.id(KeyedHash.Kind.FAN, "fan-of-1")));
    }
  }

  @Test
  void enumsOfTheSchemaAreThoseOfJava() {
    try (Store store = Sample.open(folder)) {
      assertThat(labels(store, "event_type"))
          .isEqualTo(Arrays.stream(EventType.values()).map(EventType::wireName).toList());
      assertThat(labels(store, "event_state"))
          .isEqualTo(
              Arrays.stream(State.values())
                  .map(state -> state.name().toLowerCase(java.util.Locale.ROOT))
                  .toList());
      assertThat(labels(store, "revenue_stream"))
          .isEqualTo(Arrays.stream(Stream.values()).map(Stream::label).toList());
    }
  }

  private static List<String> labels(Store store, String type) {
    return store
        .engine()
        .rows(
            Sql.of("SELECT unnest(enum_range(NULL::" + type + "))::VARCHAR AS label"),
            row -> row.required("label"));
  }

  @Test
  void reliability18ADamagedFileIsNamedAndRefused() throws IOException {
    try (Store store = Sample.open(folder)) {
      ingest(store, new Sample().tip("1", "2026-01-05 10:00:00", "alice", "1"));
    }
    Path file = folder.resolve("test.duckdb");
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      // Past the file's header: the damage must be found by checksums, not by a missing magic.
      for (long at = 4096; at < raw.length(); at += 512) {
        raw.seek(at);
        raw.write(0xA5);
      }
    }
    assertThatThrownBy(() -> Sample.open(folder))
        .isInstanceOf(StoreException.Corrupt.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("rebuild");
  }

  @Test
  void reliability18AStoreIsRebuiltFromItsBackup() {
    Path backup = folder.resolve("backup");
    try (Store store = Sample.open(folder)) {
      ingest(
          store,
          new Sample()
              .tip("1", "2026-01-05 10:00:00", "alice", "1.50")
              .tip("2", "2026-01-05 10:00:00", "bob", "oops"));
      store.exporter().backUp(backup);
    }
    Path rebuilt = folder.resolve("rebuilt.duckdb");
    try (Store store =
        Store.restore(backup, rebuilt, StoreOptions.defaults().withReadable(List.of(folder)))) {
      assertThat(gross(store, "alice")).isEqualTo(150);
      IngestReport again =
          ingest(store, new Sample().tip("1", "2026-01-05 10:00:00", "alice", "1.50"));
      assertThat(again.duplicates()).isEqualTo(1);
      healthy(store);
    }
    assertThatThrownBy(() -> Store.restore(backup, rebuilt, StoreOptions.defaults()))
        .hasMessageContaining("exists");
  }

  @Test
  void otherFilesAreRefusedEachWithItsReason() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "hello ".repeat(10_000));
    assertThatThrownBy(() -> Store.open(text, StoreOptions.defaults()))
        .isInstanceOf(StoreException.NotAStore.class)
        .hasMessageContaining("notes.txt");
    assertThatThrownBy(() -> Store.open(folder, StoreOptions.defaults()))
        .isInstanceOf(StoreException.NotAStore.class)
        .hasMessageContaining("folder");
    assertThatThrownBy(
            () -> Store.open(folder.resolve("none.duckdb"), StoreOptions.defaults().existing()))
        .isInstanceOf(StoreException.Missing.class);
    assertThat(folder.resolve("none.duckdb")).doesNotExist();
  }

  @Test
  void reliability27NoSqlReachesAFileOrASetting() throws IOException {
    Path secret = Files.writeString(folder.resolve("../secret.csv").normalize(), "a\n1\n");
    try (Store store = Sample.open(folder)) {
      Engine engine = store.engine();
      for (String attack :
          List.of(
              "SELECT * FROM read_csv('" + secret + "')",
              "SELECT * FROM read_text('/etc/passwd')",
              "SELECT * FROM '/etc/passwd'",
              "SELECT * FROM glob('/etc/*')",
              "SELECT * FROM read_csv('" + folder + "/../secret.csv')",
              "COPY events TO '/tmp/stolen.csv'",
              "ATTACH '" + secret + ".db' AS other",
              "SET enable_external_access = true",
              "SET GLOBAL allowed_directories = ['/']",
              "SET GLOBAL lock_configuration = false",
              "INSTALL httpfs",
              "LOAD httpfs")) {
        assertThatThrownBy(() -> engine.rows(Sql.of(attack), row -> row.names()))
            .as(attack)
            .isInstanceOf(RuntimeException.class);
      }
    } finally {
      Files.delete(secret);
    }
  }

  @Test
  void reliability27HostileTextStaysText() {
    String hostile = "'; COPY events TO '/tmp/x.csv'; --\" x";
    try (Store store = Sample.open(folder)) {
      IngestReport report =
          store
              .events()
              .ingest(
                  new Sample().tip(hostile, "2026-01-05 10:00:00", hostile, "1").relation(),
                  IngestOptions.of(hostile, Sample.NOW));
      assertThat(report.accepted()).isEqualTo(1);
      assertThat(gross(store, hostile)).isEqualTo(100);
      assertThat(store.settings().creators()).containsExactly(hostile);
      assertThatThrownBy(() -> store.exporter().export("x\" --", folder.resolve("x.csv")))
          .hasMessageContaining("does not exist");
      assertThatThrownBy(() -> new Target.Table("x\" --")).hasMessageContaining("lower-case");
    }
  }

  @Test
  void reliability28ExportsAreWholeReadableBackAndInertInSpreadsheets() throws IOException {
    try (Store store = Sample.open(folder)) {
      ingest(
          store,
          new Sample()
              .tip("1", "2026-01-05 10:00:00", "=HYPERLINK(\"http://x\")", "1.50")
              .tip("2", "2026-01-05 10:00:00", "-5", "2")
              .tip("3", "2026-01-05 10:00:00", "@cmd, \"quoted\"\nline", "3"));
      Path csv = folder.resolve("out.csv");
      assertThat(store.exporter().export("current_events", csv)).isEqualTo(3);
      String text = Files.readString(csv);
      assertThat(text).contains("'=HYPERLINK").contains("'@cmd").contains(",-5,");
      Sql negative = Sql.of("SELECT -5 AS amount, '+x' AS name");
      store.exporter().export(negative, csv);
      assertThat(Files.readString(csv)).isEqualToIgnoringNewLines("amount,name\n-5,'+x\n");
      for (String name : List.of("back.parquet", "back.ndjson")) {
        Path file = folder.resolve(name);
        store.exporter().export("current_events", file);
        String reader = name.endsWith("parquet") ? "read_parquet" : "read_json_auto";
        assertThat(
                store
                    .engine()
                    .rows(
                        Sql.of(
                            "SELECT creator, amount_minor FROM "
                                + reader
                                + "("
                                + SqlText.literal(file.toString())
                                + ") ORDER BY amount_minor"),
                        row -> row.required("creator") + row.number("amount_minor")))
            .containsExactly("=HYPERLINK(\"http://x\")150", "-5200", "@cmd, \"quoted\"\nline300");
      }
      assertThatThrownBy(() -> store.exporter().export("events", Path.of("/tmp/elsewhere.csv")))
          .isInstanceOf(RuntimeException.class);
      assertThatThrownBy(() -> store.exporter().export("events", folder.resolve("x.xlsx")))
          .hasMessageContaining(".parquet");
    }
  }
}
