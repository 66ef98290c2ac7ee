package io.tiktoktoe.connect.read;

import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.file.UnreadableFileException.Damaged;
import io.tiktoktoe.sql.EngineFiles;
import io.tiktoktoe.sql.EngineStart;
import io.tiktoktoe.text.EngineCopy;
import io.tiktoktoe.work.Cancellation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

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
        columns.put(rows.getString(1), rows.getString(2));
      }
      return columns;
    } catch (SQLException e) {
      throw EngineCopy.damaged(file, "Parquet", e);
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
    String all = "SELECT max(hash(COLUMNS(*))) FROM " + EngineFiles.parquet(file);
    try (Connection connection = EngineStart.forForeignFiles();
        Statement statement = connection.createStatement()) {
      cancellation.execute(statement::cancel, () -> statement.execute(all));
    } catch (SQLException e) {
      throw EngineCopy.damaged(file, "Parquet", e);
    }
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
