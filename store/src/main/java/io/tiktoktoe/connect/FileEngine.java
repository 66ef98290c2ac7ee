package io.tiktoktoe.connect;

import io.tiktoktoe.connect.UnreadableFileException.Damaged;
import io.tiktoktoe.file.ForeignFiles;
import io.tiktoktoe.store.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** What only the engine can do with a file before it is ingested, in a database of its own. */
final class FileEngine {

  private FileEngine() {}

  /** The columns of a Parquet file with their DuckDB types, in order. */
  static Map<String, String> parquetColumns(Path file) throws IOException {
    String describe =
        "DESCRIBE SELECT * FROM read_parquet(%s, hive_partitioning = false)"
            .formatted(Sql.literal(file));
    Map<String, String> columns = new LinkedHashMap<>();
    try (Connection connection = ForeignFiles.engine();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(describe)) {
      while (rows.next()) {
        columns.put(rows.getString(1), rows.getString(2));
      }
      return columns;
    } catch (SQLException e) {
      throw damaged(file, "Parquet", e);
    }
  }

  /**
   * Reads all of a Parquet file here, where damage costs nothing: in the store's engine some kinds
   * of it would end all writing until the store is opened again (docs/decisions/0097). A tenth of a
   * microsecond a row.
   *
   * @throws Damaged if some of it cannot be read
   */
  static void requireSound(Path file, Cancellation cancellation) throws IOException {
    String all =
        "SELECT max(hash(COLUMNS(*))) FROM read_parquet(%s, hive_partitioning = false)"
            .formatted(Sql.literal(file));
    try (Connection connection = ForeignFiles.engine();
        Statement statement = connection.createStatement()) {
      cancellation.execute(statement, () -> statement.execute(all));
    } catch (SQLException e) {
      throw damaged(file, "Parquet", e);
    }
  }

  /** A copy of a Parquet file as CSV of texts, for mappings. */
  static Path parquetAsCsv(Path file, Cancellation cancellation) throws IOException {
    return copy(
        file,
        "SELECT * FROM read_parquet(%s, hive_partitioning = false)".formatted(Sql.literal(file)),
        "FORMAT csv, HEADER true, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%S.%fZ'",
        "Parquet",
        cancellation);
  }

  /** A copy of a zstd file, expanded. */
  static Path expanded(Path file, Cancellation cancellation) throws IOException {
    return copy(
        file,
        """
        SELECT line FROM read_csv(%s, columns = {'line': 'VARCHAR'}, delim = '\\x01', quote = '',
          escape = '', comment = '', header = false, auto_detect = false, strict_mode = false,
          nullstr = '', max_line_size = 16777216, compression = 'zstd')\
        """
            .formatted(Sql.literal(file)),
        "FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\\x01'",
        "zstd",
        cancellation);
  }

  private static Path copy(
      Path file, String select, String options, String kind, Cancellation cancellation)
      throws IOException {
    Path copy = Files.createTempFile("tiktoktoe-", ".copy");
    try (Connection connection = ForeignFiles.engine();
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      String sql = "COPY (" + select + ") TO " + Sql.literal(copy) + " (" + options + ")";
      cancellation.execute(statement, () -> statement.execute(sql));
      return copy;
    } catch (SQLException e) {
      Files.deleteIfExists(copy);
      throw damaged(file, kind, e);
    } catch (CancellationException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  private static Damaged damaged(Path file, String kind, SQLException cause) {
    return new Damaged(file.toString(), "is damaged: its " + kind + " data cannot be read", cause);
  }
}
