package io.tiktoktoe.connect.read;

import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.file.UnreadableFileException.Damaged;
import io.tiktoktoe.sql.EngineFiles;
import io.tiktoktoe.sql.EngineStart;
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

  /** Between two looks at whether to stop. */
  private static final int ROWS_AT_ONCE = 1 << 14;

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
        "SELECT %s AS bytes, hash(%s) AS read FROM %s"
            .formatted(
                columns.entrySet().stream()
                    .map(column -> bytes(column.getKey(), column.getValue()))
                    .collect(Collectors.joining(" + ")),
                columns.keySet().stream()
                    .map(SqlText::identifier)
                    .collect(Collectors.joining(", ")),
                EngineFiles.parquet(file));
    try (Connection connection = EngineStart.forForeignFiles();
        Statement statement = connection.createStatement()) {
      if (rows(statement, file) > limit / columns.size()) {
        throw options.copies().tooLarge(file);
      }
      options.cancellation().execute(statement::cancel, () -> statement.execute(all));
      long left = limit;
      try (ResultSet rows = statement.getResultSet()) {
        for (long row = 0; rows.next(); row++) {
          left -= rows.getLong(1);
          if (left < 0) {
            throw options.copies().tooLarge(file);
          }
          if (row % ROWS_AT_ONCE == 0) {
            options.cancellation().check();
          }
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

  /** What one value takes as text with what parts it from the next; numbers take about this. */
  private static String bytes(String column, String type) {
    String name = SqlText.identifier(column);
    String length =
        switch (type) {
          case "VARCHAR" -> "strlen(%s)".formatted(name);
          case "BLOB" -> "octet_length(%s)".formatted(name);
          case "BOOLEAN", "TINYINT", "UTINYINT", "SMALLINT", "USMALLINT" -> "4";
          case "INTEGER", "UINTEGER", "BIGINT", "UBIGINT", "FLOAT", "DOUBLE", "DATE", "TIME" -> "8";
          default -> type.startsWith("TIMESTAMP") ? "20" : "strlen(%s::VARCHAR)".formatted(name);
        };
    return "1 + CASE WHEN %s IS NULL THEN 0 ELSE %s END".formatted(name, length);
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
