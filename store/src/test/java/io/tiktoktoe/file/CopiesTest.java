package io.tiktoktoe.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.Staged;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.file.UnreadableFileException.TooLarge;
import io.tiktoktoe.file.UnreadableFileException.UnknownFormat;
import io.tiktoktoe.personal.PseudonymKey;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Copies lie where they are told to, are for their owner alone, end at a limit and go. */
class CopiesTest {

  private static final long LIMIT = 5_000_000;

  private static final String LINE =
      "{\"id\":\"1\",\"time\":\"2026-01-01T00:00:00Z\",\"type\":\"follow\",\"creator\":\"a\"}";

  private static final String MAPPING = "id=id,'2026-01-01'=time,'follow'=type,'a'=creator";

  @TempDir Path folder;
  private Path spool = Path.of("");

  @BeforeEach
  void makeSpool() throws IOException {
    spool = Files.createDirectory(folder.resolve("spool"));
  }

  private ReadOptions options() {
    return Staged.options(folder).withCopies(new Copies(() -> spool, Optional.of(LIMIT)));
  }

  @Test
  void aZstdBombEndsEarly() throws SQLException, IOException {
    // 1 GB of one line again and again.
    Path bomb = folder.resolve("bomb.ndjson.zst");
    engine(
        "COPY (SELECT '%s' || repeat(' ', 1000) AS l FROM range(1000000)) TO '%s' (FORMAT csv, HEADER false, QUOTE '', DELIMITER '\\x01', COMPRESSION zstd)"
            .formatted(LINE, bomb));
    refused(bomb, options());
  }

  @Test
  void aParquetBombEndsEarly() throws SQLException, IOException {
    Path bomb = folder.resolve("bomb.parquet");
    engine("COPY (SELECT repeat('x', 1000) AS id FROM range(1000000)) TO '%s'".formatted(bomb));
    assertThat(Files.size(bomb)).isLessThan(1_000_000);
    refused(bomb, options().withMapping(MAPPING));
  }

  @Test
  void aGzipBombEndsEarly() throws IOException {
    Path bomb = folder.resolve("bomb.ndjson.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      byte[] line = (LINE + "\n").getBytes(StandardCharsets.UTF_8);
      for (long written = 0; written <= LIMIT; written += line.length) {
        out.write(line);
      }
    }
    refused(bomb, options());
    try (Reading reading =
        Connectors.open(
            bomb, options().withCopies(new Copies(() -> spool, Optional.of(LIMIT + 1000))))) {
      assertThat(reading.temporary()).isNotEmpty();
    }
  }

  @Test
  void withoutAUsersLimitLogsThatExpandFiftyTimesFit() throws IOException {
    Path file = Files.write(folder.resolve("small.gz"), new byte[1000]);
    assertThat(ReadOptions.defaults().copies().limit(file)).isEqualTo((1L << 30) + 200 * 1000);
    assertThatThrownBy(() -> new Copies(() -> spool, Optional.of(0L)))
        .hasMessage("limit (0 bytes) must be at least 1.");
  }

  /** What this thread has worked, however busy the machine is. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void refused(Path bomb, ReadOptions options) {
    long started = cpuNanos();
    assertThatThrownBy(() -> Connectors.open(bomb, options))
        .isInstanceOf(TooLarge.class)
        .hasMessage(
            "%s expands to more than 5,000,000 bytes, the limit. If it comes from a source that you"
                + " trust, raise the limit with expand_limit.",
            bomb);
    // To expand all of it takes several times as long.
    assertThat(cpuNanos() - started).isLessThan(10_000_000_000L);
    assertThat(spool).isEmptyDirectory();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void copiesAreTheirOwnersAlone() throws SQLException, IOException {
    Path zstd = folder.resolve("e.ndjson.zst");
    engine(
        "COPY (SELECT '%s' AS l) TO '%s' (FORMAT csv, HEADER false, QUOTE '', DELIMITER '\\x01', COMPRESSION zstd)"
            .formatted(LINE, zstd));
    Path parquet = folder.resolve("e.parquet");
    engine("COPY (SELECT 'x' AS id) TO '%s'".formatted(parquet));
    Path windows = Files.writeString(folder.resolve("w.ndjson"), LINE + "\r\n");
    Path csv = Files.writeString(folder.resolve("e.csv"), "id\n1\n");
    int copies = 0;
    for (Path file : new Path[] {zstd, parquet, windows, csv}) {
      boolean json = file.toString().contains("ndjson");
      try (Reading reading =
          Connectors.open(file, json ? options() : options().withMapping(MAPPING))) {
        copies += reading.temporary().size();
        for (Path copy : reading.temporary()) {
          assertThat(copy).hasParent(spool);
          assertThat(Files.getPosixFilePermissions(copy))
              .as(copy.toString())
              .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
      }
      assertThat(spool).isEmptyDirectory();
    }
    assertThat(copies).isEqualTo(7);
  }

  @Test
  void whatIsRefusedLeavesNoCopy() throws SQLException, IOException {
    Path zstd = folder.resolve("u.csv.zst");
    engine(
        "COPY (SELECT 'no,known,columns' AS l) TO '%s' (FORMAT csv, HEADER false, QUOTE '', DELIMITER '\\x01', COMPRESSION zstd)"
            .formatted(zstd));
    assertThatThrownBy(() -> Connectors.open(zstd, options())).isInstanceOf(UnknownFormat.class);
    assertThat(spool).isEmptyDirectory();
  }

  @Test
  void aKeyThatWasLeftEmptyIsMadeAnew() throws IOException {
    Path own = folder.resolve("own");
    Path key = own.resolve("pseudonym.key");
    String secret = PseudonymKey.in(key);
    assertThat(secret).matches("[0-9a-f]{64}");
    assertThat(PseudonymKey.in(key)).isEqualTo(secret);
    for (byte[] half : new byte[][] {{}, {'\n'}, new byte[64]}) {
      Files.write(key, half);
      String anew = PseudonymKey.in(key);
      assertThat(anew).matches("[0-9a-f]{64}").isNotEqualTo(secret);
      assertThat(PseudonymKey.in(key)).isEqualTo(anew);
    }
    Files.writeString(key, "shared on purpose");
    assertThat(PseudonymKey.in(key)).isEqualTo("shared on purpose");
    try (var files = Files.list(own)) {
      assertThat(files).containsExactly(key);
    }
  }

  @Test
  void aMappingThatWasLeftEmptySaysNothingAndIsSavedAnew() throws IOException {
    Path file = Files.writeString(folder.resolve("e.csv"), "id\n1\n");
    Path saved = Files.createFile(folder.resolve("mine.format"));
    assertThat(Connectors.recognise(file, options().withMapping(MAPPING)).name()).isEqualTo("map");
    assertThat(Connectors.save("mine", MAPPING, file, options())).isEqualTo(saved);
    assertThat(Connectors.recognise(file, options().withMapping("mine")).name()).isEqualTo("mine");
  }

  private static void engine(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aSecretIsNotInTheOptionsText() {
    assertThat(options().withKey(() -> "secret-salt").toString()).doesNotContain("secret-salt");
  }
}
