package io.tiktoktoe.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.file.Copies;
import io.tiktoktoe.file.UnreadableFileException;
import io.tiktoktoe.sql.EngineFiles;
import io.tiktoktoe.sql.EngineStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small Parquet file that repeats values is read up to its limit, and no further. */
class ParquetBombTest {

  private static final String EVENTS =
      "SELECT i::VARCHAR AS id, TIMESTAMP '2026-01-05' AS time, 'tip' AS type, 'ada' AS creator,"
          + " 's' AS source, '5' AS amount, 'EUR' AS currency, %s FROM range(%d) AS r(i)";

  @TempDir Path folder;

  private Path write(String further, long rows) throws SQLException {
    Path file = folder.resolve("events.parquet");
    try (Connection connection = EngineStart.inMemory();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd)"
              .formatted(EVENTS.formatted(further, rows), EngineFiles.written(file)));
    }
    return file;
  }

  private ReadOptions limited(long bytes) {
    return ReadOptions.defaults().withCopies(new Copies(() -> folder, Optional.of(bytes)));
  }

  private void refused(Path file, long bytes) {
    assertThatThrownBy(() -> Connectors.open(file, limited(bytes)))
        .isInstanceOf(UnreadableFileException.TooLarge.class)
        .hasMessageContaining("expands to more than %,d bytes".formatted(bytes))
        .hasMessageContaining("expand_limit");
  }

  @Test
  void aTextThatIsRepeated() throws SQLException, IOException {
    Path file = write("repeat('x', 50000) AS note", 2_000);
    assertThat(Files.size(file)).isLessThan(1_000_000);
    refused(file, 50_000_000);
    Connectors.open(file, limited(110_000_000)).close();
  }

  @Test
  void rowsThatHoldNothing() throws SQLException {
    refused(write("NULL::VARCHAR AS note", 100_000), 800_000 - 1);
  }

  @Test
  void valuesWithinValues() throws SQLException {
    Path file = write("{'deep': [repeat('x', 9000), 'y']} AS attributes", 2_000);
    refused(file, 10_000_000);
    Connectors.open(file, limited(30_000_000)).close();
  }

  /** What a flipped byte makes of a name. */
  @Test
  void aNameThatNoTableCanHold() throws SQLException, IOException {
    Path file = write("'x' AS quux", 3);
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Files.write(file, text.replace("quux", "qu\0x").getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Connectors.open(file, limited(1_000_000)))
        .isInstanceOf(UnreadableFileException.Damaged.class)
        .hasMessageContaining("the name of a column holds the character NUL");
  }
}
