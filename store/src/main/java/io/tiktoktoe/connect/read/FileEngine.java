package io.tiktoktoe.connect.read;

import io.tiktoktoe.connect.file.UnreadableFileException.NotText;
import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.store.model.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** What only the engine can do with a file before it is ingested, in a database of its own. */
public final class FileEngine {

  private FileEngine() {}

  /** The columns of a Parquet file with their DuckDB types, in order. */
  public static Map<String, String> parquetColumns(Path file) throws IOException {
    String describe =
        "DESCRIBE SELECT * FROM read_parquet(%s, hive_partitioning = false)"
            .formatted(SqlText.literal(file));
    Map<String, String> columns = new LinkedHashMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
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

  /** A copy of a Parquet file as CSV of texts, for mappings. */
  public static Path parquetAsCsv(Path file, Cancellation cancellation) throws IOException {
    return copy(
        file,
        "SELECT * FROM read_parquet(%s, hive_partitioning = false)"
            .formatted(SqlText.literal(file)),
        "FORMAT csv, HEADER true, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%S.%fZ'",
        "Parquet",
        cancellation);
  }

  /** A copy of a zstd file, expanded. */
  public static Path expanded(Path file, Cancellation cancellation) throws IOException {
    return copy(
        file,
        """
        SELECT line FROM read_csv(%s, columns = {'line': 'VARCHAR'}, delim = '\\x01', quote = '',
          escape = '', comment = '', header = false, auto_detect = false, strict_mode = false,
          nullstr = '', max_line_size = 16777216, compression = 'zstd')\
        """
            .formatted(SqlText.literal(file)),
        "FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\\x01'",
        "zstd",
        cancellation);
  }

  private static Path copy(
      Path file, String select, String options, String kind, Cancellation cancellation)
      throws IOException {
    Path copy = Files.createTempFile("tiktoktoe-", ".copy");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      String sql = "COPY (" + select + ") TO " + SqlText.literal(copy) + " (" + options + ")";
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

  private static NotText damaged(Path file, String kind, SQLException cause) {
    NotText exception =
        new NotText(file.toString(), "is damaged: its " + kind + " data cannot be read");
    exception.initCause(cause);
    return exception;
  }
}
