package io.tiktoktoe.connect.read;

import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.connect.file.UnreadableFileException.Damaged;
import io.tiktoktoe.sql.EngineFiles;
import io.tiktoktoe.sql.EngineStart;
import io.tiktoktoe.store.model.Cancellation;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What only the engine can do with a file before it is ingested, in a database of its own. */
public final class FileEngine {

  private FileEngine() {}

  /** The columns of a Parquet file with their DuckDB types, in order. */
  public static Map<String, String> parquetColumns(Path file) throws IOException {
    String describe =
        "DESCRIBE SELECT * FROM read_parquet(%s, hive_partitioning = false)"
            .formatted(EngineFiles.readable(file));
    Map<String, String> columns = new LinkedHashMap<>();
    try (Connection connection = EngineStart.forForeignFiles();
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
  public static void requireSound(Path file, Cancellation cancellation) throws IOException {
    String all =
        "SELECT max(hash(COLUMNS(*))) FROM read_parquet(%s, hive_partitioning = false)"
            .formatted(EngineFiles.readable(file));
    try (Connection connection = EngineStart.forForeignFiles();
        Statement statement = connection.createStatement()) {
      cancellation.execute(statement, () -> statement.execute(all));
    } catch (SQLException e) {
      throw damaged(file, "Parquet", e);
    }
  }

  /** Copies a Parquet file as CSV of texts, for mappings. */
  public static void parquetAsCsv(Path file, Path copy, ReadOptions options) throws IOException {
    copy(
        file,
        copy,
        "SELECT * FROM read_parquet(%s, hive_partitioning = false)"
            .formatted(EngineFiles.readable(file)),
        "FORMAT csv, HEADER true, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%S.%fZ'",
        "Parquet",
        options);
  }

  /** Copies a zstd file, expanded. */
  public static void expanded(Path file, Path copy, ReadOptions options) throws IOException {
    copy(
        file,
        copy,
        """
        SELECT line FROM read_csv(%s, columns = {'line': 'VARCHAR'}, delim = '\\x01', quote = '',
          escape = '', comment = '', header = false, auto_detect = false, strict_mode = false,
          nullstr = '', max_line_size = 16777216, compression = 'zstd', hive_partitioning = false)\
        """
            .formatted(EngineFiles.readable(file)),
        "FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\\x01'",
        "zstd",
        options);
  }

  private static void copy(
      Path file, Path copy, String select, String format, String kind, ReadOptions options)
      throws IOException {
    // Into the file that was made for its owner alone, not into another that replaces it.
    String sql =
        "COPY (%s) TO %s (%s, USE_TMP_FILE false)"
            .formatted(select, EngineFiles.written(copy), format);
    try (Connection connection = EngineStart.forForeignFiles();
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      // One thread keeps the rows in order while their order need not be kept: with more, the
      // engine
      // gathers hundreds of megabytes and writes them before it hears that it is to stop.
      statement.execute("SET threads = 1");
      statement.execute("SET preserve_insertion_order = false");
      // Rows stream through: nothing need ever be spilled, least of all beside the caller.
      statement.execute("SET temp_directory = ''");
      try (SizeWatch watch = SizeWatch.start(copy, options.copies().limit(file), statement)) {
        copy(statement, sql, file, watch, options);
      }
    } catch (SQLException e) {
      if (isDisk(e)) {
        throw notWritten(copy, e);
      }
      throw damaged(file, kind, e);
    }
  }

  private static void copy(
      Statement statement, String sql, Path file, SizeWatch watch, ReadOptions options)
      throws SQLException, IOException {
    try {
      options.cancellation().execute(statement, () -> statement.execute(sql));
    } catch (SQLException e) {
      if (!watch.exceeded()) {
        throw e;
      }
    }
    if (watch.exceeded()) {
      throw options.copies().tooLarge(file);
    }
  }

  /** That the engine could not write this file, in the words of the system. */
  static FileSystemException notWritten(Path file, SQLException e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("no details");
    FileSystemException named =
        new FileSystemException(
            file.toString(), null, line.replaceFirst("^.*Could not write file \"[^\"]*\": ", ""));
    named.initCause(e);
    return named;
  }

  private static boolean isDisk(SQLException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("could not write")
        || message.contains("no space left")
        || message.contains("failed to offload");
  }

  private static Damaged damaged(Path file, String kind, SQLException cause) {
    return new Damaged(file.toString(), "is damaged: its " + kind + " data cannot be read", cause);
  }
}
