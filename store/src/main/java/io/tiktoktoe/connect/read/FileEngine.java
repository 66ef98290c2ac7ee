package io.tiktoktoe.connect.read;

import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.file.UnreadableFileException.Damaged;
import io.tiktoktoe.sql.EngineFiles;
import io.tiktoktoe.sql.EngineStart;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.text.EngineCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What only the engine can do with a file before it is ingested, in a database of its own. */
public final class FileEngine {

  private FileEngine() {}

  /** The columns of a Parquet file with their DuckDB types, in order. */
  public static Map<String, String> parquetColumns(Path file) throws IOException {
    String describe = "DESCRIBE SELECT * FROM " + EngineFiles.parquet(file);
    Map<String, String> columns = new LinkedHashMap<>();
    try (Connection connection = EngineStart.forForeignFiles();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(describe)) {
      while (rows.next()) {
        if (rows.getString(1).indexOf('\0') >= 0) {
          throw new Damaged(
              file.toString(),
              "is damaged: the name of a column holds the character NUL",
              new IOException(file.toString()));
        }
        columns.put(rows.getString(1), rows.getString(2));
      }
      return columns;
    } catch (SQLException e) {
      throw EngineCopy.damaged(file, "Parquet", e);
    }
  }

  /**
   * Reads all of a Parquet file here, where damage costs nothing: in the store's engine some kinds
   * of it would end all writing until the store is opened again (docs/decisions/0097). It also
   * counts what the file expands to, as text, since a column that repeats one value takes next to
   * nothing in the file.
   *
   * @param columns its columns with their types
   * @throws Damaged if some of it cannot be read
   * @throws io.tiktoktoe.file.UnreadableFileException.TooLarge if it expands beyond its limit
   */
  public static void requireSound(Path file, Map<String, String> columns, ReadOptions options)
      throws IOException {
    long limit = options.copies().limit(file);
    String all =
        SqlTemplate.named("duckdb/file/parquet_size")
            .with("columns", Integer.toString(columns.size()))
            .with("sizes", sizes(columns))
            .with("counted", counted(columns))
            .with("relation", EngineFiles.parquet(file))
            .sql();
    try (Connection connection = EngineStart.forForeignFiles();
        Statement statement = connection.createStatement()) {
      // What a row costs here is bounded, whatever is in it, so a bound of the rows bounds the
      // time.
      if (rows(statement, file) > limit / columns.size()) {
        throw options.copies().tooLarge(file);
      }
      options.cancellation().execute(statement::cancel, () -> statement.execute(all));
      try (ResultSet row = statement.getResultSet()) {
        if (row.next() && row.getDouble("bytes") > limit) {
          throw options.copies().tooLarge(file);
        }
      }
    } catch (SQLException e) {
      throw EngineCopy.damaged(file, "Parquet", e);
    }
  }

  private static long rows(Statement statement, Path file) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT num_rows FROM parquet_file_metadata(%s)"
                .formatted(EngineFiles.readable(file)))) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /** The sums of what values take as text with what parts them; numbers take about this. */
  private static String sizes(Map<String, String> columns) {
    return columns.entrySet().stream()
        .map(column -> size(SqlText.identifier(column.getKey()), column.getValue()))
        .collect(Collectors.joining(" + "));
  }

  /** What a column takes. */
  private static String size(String column, String type) {
    return switch (type) {
      case "VARCHAR" -> total("strlen(" + column + ")");
      case "BLOB" -> total("octet_length(" + column + ")");
      case "BOOLEAN", "TINYINT", "UTINYINT", "SMALLINT", "USMALLINT" -> number(column, 4);
      case "INTEGER", "UINTEGER", "BIGINT", "UBIGINT", "FLOAT", "DOUBLE", "DATE", "TIME" ->
          number(column, 8);
      default ->
          type.startsWith("TIMESTAMP")
              ? number(column, 20)
              : total("strlen(" + column + "::VARCHAR)");
    };
  }

  private static boolean isText(String type) {
    return type.equals("VARCHAR") || type.equals("BLOB");
  }

  /** The columns that {@link #size} only counts, or a constant without any. */
  private static String counted(Map<String, String> columns) {
    return columns.entrySet().stream()
        .filter(column -> !isText(column.getValue()))
        .map(column -> SqlText.identifier(column.getKey()))
        .collect(
            Collectors.collectingAndThen(Collectors.joining(", "), c -> c.isEmpty() ? "0" : c));
  }

  private static String total(String length) {
    return "coalesce(sum(%s), 0)".formatted(length);
  }

  private static String number(String column, int bytes) {
    return "count(%s) * %d".formatted(column, bytes);
  }

  /** Copies a Parquet file as CSV of texts, for mappings. */
  public static void parquetAsCsv(Path file, Path copy, ReadOptions options) throws IOException {
    EngineCopy.write(
        file,
        copy,
        "SELECT * FROM " + EngineFiles.parquet(file),
        "FORMAT csv, HEADER true, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%S.%fZ'",
        "Parquet",
        options.copies(),
        options.cancellation());
  }
}
