package io.tiktoktoe.store;

import io.tiktoktoe.store.engine.DuckDbEngine;
import io.tiktoktoe.store.engine.Schema;
import io.tiktoktoe.store.engine.Sql;
import io.tiktoktoe.store.model.Cancellation;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A folder with one Parquet file for each table and a list of how many rows each has. */
final class Backup {

  /**
   * Names every table with its number of rows; written last, so its absence marks a torn backup.
   */
  private static final String CONTENTS = "contents.properties";

  private Backup() {}

  static void write(DuckDbEngine engine, Path folder) {
    Properties contents = new Properties();
    try (Connection connection = engine.connect();
        Statement statement = connection.createStatement()) {
      Files.createDirectories(folder);
      Files.deleteIfExists(folder.resolve(CONTENTS));
      statement.execute("BEGIN TRANSACTION");
      for (String table : tables(connection)) {
        long rows =
            update(
                engine.cancellation(),
                statement,
                "COPY %s TO %s (FORMAT parquet, COMPRESSION zstd)"
                    .formatted(Sql.name(table), file(folder, table)));
        contents.setProperty(table, Long.toString(rows));
      }
      statement.execute("COMMIT");
      try (Writer out = Files.newBufferedWriter(folder.resolve(CONTENTS))) {
        contents.store(out, "Tables of a TikTokToe store and their rows");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("backup into " + folder + " failed: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void restore(Path folder, Path file, Cancellation cancellation) {
    if (Files.exists(file)) {
      throw new IllegalArgumentException(
          "store (" + file + ") exists. Move it away or restore into another file.");
    }
    Properties contents = contents(folder);
    StoreOptions options =
        StoreOptions.defaults().withReadable(List.of(folder)).withCancellation(cancellation);
    try (Store store = Store.open(file, options);
        Connection connection = store.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN TRANSACTION");
      for (String table : contents.stringPropertyNames().stream().sorted().toList()) {
        statement.execute("DELETE FROM " + Sql.name(table));
        long rows =
            update(
                cancellation,
                statement,
                "INSERT INTO %s BY NAME SELECT * FROM read_parquet(%s)"
                    .formatted(Sql.name(table), file(folder, table)));
        if (rows != Long.parseLong(contents.getProperty(table))) {
          throw new IllegalArgumentException(
              "backup %s has %d rows of %s, its list says %s. Use another backup."
                  .formatted(folder, rows, table, contents.getProperty(table)));
        }
      }
      // The list of the backup may be of an older program, the tables are of this one.
      statement.execute(
          "UPDATE store_info SET value = '%d' WHERE key = 'schema_version'"
              .formatted(Schema.version()));
      statement.execute("COMMIT");
    } catch (SQLException e) {
      throw new IllegalStateException("restoring " + folder + " failed: " + e.getMessage(), e);
    }
  }

  private static long update(Cancellation cancellation, Statement statement, String sql)
      throws SQLException {
    return cancellation.execute(statement, () -> statement.executeLargeUpdate(sql));
  }

  private static Properties contents(Path folder) {
    Properties contents = new Properties();
    try (Reader in = Files.newBufferedReader(folder.resolve(CONTENTS))) {
      contents.load(in);
      return contents;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "folder (" + folder + ") is no finished backup: " + CONTENTS + " cannot be read.", e);
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT table_name FROM duckdb_tables()"
                    + " WHERE schema_name = 'main' AND NOT temporary"
                    + " AND database_name = current_database() ORDER BY table_name")) {
      while (result.next()) {
        tables.add(result.getString(1));
      }
    }
    return tables;
  }

  private static String file(Path folder, String table) {
    return Sql.literal(folder.resolve(table + ".parquet").toString());
  }
}
