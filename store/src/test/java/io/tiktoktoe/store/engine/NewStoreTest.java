package io.tiktoktoe.store.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.store.Sample;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewStoreTest {

  /** The size of a database before anything is in it: three headers. */
  private static final int HEADERS = 12_288;

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void nameTheStore() {
    file = folder.resolve("s.duckdb");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4096, 12_288})
  void whatEndsWithinItsHeadersIsMadeAnew(int length) throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file)) {
      assertThat(connection.isValid(1)).isTrue();
    }
    byte[] headers = Files.readAllBytes(file);
    assertThat(headers).hasSize(HEADERS);
    Files.write(file, Arrays.copyOf(headers, length));
    if (length == 0 || length >= 12) {
      takesEvents();
    } else {
      assertThatThrownBy(this::takesEvents).isInstanceOf(StoreException.NotAStore.class);
      assertThat(file).hasBinaryContent(Arrays.copyOf(headers, length));
    }
  }

  @Test
  void whatAPowerCutFilledWithZerosIsMadeAnew() throws IOException {
    Files.write(file, new byte[HEADERS]);
    takesEvents();
  }

  @Test
  void whatHoldsAnythingIsLeftAsItIs() throws IOException {
    byte[] text = "not ours".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Files.write(file, text);
    assertThatThrownBy(this::takesEvents).isInstanceOf(StoreException.NotAStore.class);
    assertThat(file).hasBinaryContent(text);
  }

  @Test
  void whatHasALogIsLeftAsItIs() throws IOException {
    Files.createFile(file);
    Path log = Files.writeString(folder.resolve("s.duckdb.wal"), "rows that nobody took over");
    assertThatThrownBy(this::takesEvents).isInstanceOf(StoreException.NotAStore.class);
    assertThat(log).hasContent("rows that nobody took over");
    Files.delete(file);
    assertThatThrownBy(this::takesEvents)
        .isInstanceOf(StoreException.Missing.class)
        .hasMessage(
            "%s does not exist, but its write-ahead log %s does. Put the store back to its log, or"
                + " move the log away to begin anew.",
            file, log);
    assertThat(log).hasContent("rows that nobody took over");
    assertThat(file).doesNotExist();
  }

  @Test
  void tablesThatWereNeverCommittedAreMadeAnew() throws SQLException {
    // As a kill between an older program's first statements leaves it.
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN TRANSACTION");
      statement.execute(SqlTemplate.text("duckdb/schema/0001-tables"));
    }
    takesEvents();
  }

  @Test
  void readersAreToldThatItWasNeverFinished() throws IOException {
    Files.createFile(file);
    assertThatThrownBy(() -> Store.open(file, StoreOptions.defaults().existing()))
        .isInstanceOf(StoreException.Missing.class)
        .hasMessage(
            "%s was never finished and holds nothing. Ingest events into it, which makes it anew,"
                + " or name another store.",
            file);
    assertThat(file).isEmptyFile();
  }

  @Test
  void whatAnotherProcessWorksOnIsLeftToIt() throws IOException {
    Files.createFile(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(this::takesEvents).isInstanceOf(StoreException.InUse.class);
    }
    assertThat(file).isEmptyFile();
  }

  private void takesEvents() {
    for (int time = 0; time < 2; time++) {
      try (Store store = Store.open(file, StoreOptions.defaults())) {
        Sample sample = new Sample().tip("1", "2026-01-05 10:00:00", "alice", "1.50");
        IngestReport report = store.events().ingest(sample.relation(), Sample.options());
        assertThat(report.accepted() + report.duplicates()).isEqualTo(1);
      }
    }
    assertThat(folder.resolve("s.duckdb.spool"))
        .isDirectoryNotContaining(path -> !path.endsWith(".tiktoktoe-spool"));
  }
}
