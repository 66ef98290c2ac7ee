package io.tiktoktoe.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.sql.EngineFiles;
import io.tiktoktoe.sql.EngineStart;
import io.tiktoktoe.table.SeriesFile;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file's name is a name: no pattern, no setting, no column. */
class FileNamesTest {

  private static final String LINE =
      "{\"id\":\"%s\",\"time\":\"2026-01-01T00:00:00Z\",\"type\":\"view\",\"creator\":\"c\"}\n";

  private static final List<String> ENDINGS =
      List.of(".ndjson", ".ndjson.zst", ".csv", ".parquet", ".series.parquet");

  @TempDir Path folder;

  /** Each stands beside files that it would match as a pattern. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "r[1]",
        "r?",
        "*",
        "[!x]*",
        "a;b#c%41 it's \"q\" ",
        "a\nb{1,2}",
        "id=7",
        "back\\slash"
      })
  void onlyTheNamedFileIsRead(String name) throws IOException, SQLException {
    Path mine = Files.createDirectories(folder.resolve("of " + name));
    write(folder.resolve("decoy"), "decoy");
    for (Path other : List.of(mine, Files.createDirectories(folder.resolve("of r1")))) {
      copy(folder.resolve("decoy"), other.resolve("r1"));
    }
    write(mine.resolve(name), "mine");
    for (String ending : ENDINGS.subList(0, 4)) {
      Path file = mine.resolve(name + ending);
      assertThat(Staged.column(Staged.rows(file, ReadOptions.defaults()), "id"))
          .as(ending)
          .containsExactly("mine");
    }
    Path series = mine.resolve(name + ".series.parquet");
    assertThat(SeriesFile.read(series, Map.of("at", "timestamp"), Progress.SILENT).series())
        .hasSize(1)
        .allMatch(one -> one.series().length() == 14);
  }

  @Test
  void whatCannotBeToldFromAPatternIsRefused() throws IOException, SQLException {
    Path file = folder.resolve("back\\slash[1]");
    write(folder.resolve("plain"), "x");
    Files.move(folder.resolve("plain.parquet"), Path.of(file + ".parquet"));
    assertThatThrownBy(() -> Staged.rows(Path.of(file + ".parquet"), ReadOptions.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds a backslash and one of * ? [");
  }

  private static void copy(Path from, Path to) throws IOException {
    for (String ending : ENDINGS) {
      Files.copy(Path.of(from + ending), Path.of(to + ending));
    }
  }

  private static void write(Path place, String id) throws IOException, SQLException {
    Files.writeString(Path.of(place + ".ndjson"), LINE.formatted(id));
    Files.writeString(
        Path.of(place + ".csv"), "id,time,type,creator\n" + id + ",2026-01-01T00:00:00Z,view,c\n");
    try (Connection engine = EngineStart.inMemory();
        Statement statement = engine.createStatement()) {
      String row =
          "SELECT '%s' AS id, '2026-01-01T00:00:00Z' AS time, 'view' AS type, 'c' AS creator"
              .formatted(id);
      copy(statement, row, place + ".parquet", "FORMAT parquet");
      copy(statement, row, place + ".ndjson.zst", "FORMAT json, COMPRESSION zstd");
      copy(
          statement,
          "SELECT DATE '2026-01-01' + CAST(i AS INT) AS at, i AS value FROM range(14) AS r(i)",
          place + ".series.parquet",
          "FORMAT parquet");
    }
  }

  private static void copy(Statement statement, String select, String place, String options)
      throws SQLException {
    statement.execute(
        "COPY (%s) TO %s (%s)".formatted(select, EngineFiles.written(Path.of(place)), options));
  }
}
