package io.tiktoktoe.store;

import io.tiktoktoe.file.Placing;
import io.tiktoktoe.file.PrivateFiles;
import io.tiktoktoe.sql.EngineFiles;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.store.engine.DuckDbEngine;
import io.tiktoktoe.store.engine.NewStore;
import io.tiktoktoe.store.engine.Schema;
import io.tiktoktoe.store.engine.Spool;
import io.tiktoktoe.store.engine.StorePlace;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.work.Cancellation;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder with one Parquet file for each table and a list of how many rows each has. */
final class Backup {

  /** Names every table with its number of rows; without it a folder is no backup. */
  private static final String CONTENTS = "contents.properties";

  /**
   * Names the files of a backup on its way, one a line, written first and removed last: a folder
   * with it holds half a backup and nothing else that was its.
   */
  private static final String UNFINISHED = ".tiktoktoe-backup";

  private static final String ENDING = ".parquet";

  private Backup() {}

  /** The query that names the tables of the store that is open. */
  static String tables() {
    return SqlTemplate.text("duckdb/backup/tables");
  }

  static void write(DuckDbEngine engine, Path folder) {
    List<Path> made = new ArrayList<>();
    try {
      removeHalf(folder);
      requireEmpty(folder);
      PrivateFiles.folder(folder);
      write(engine, folder, made);
    } catch (SQLException e) {
      throw without(made, engine.failures().exporting(folder, e));
    } catch (IOException e) {
      String what = e.getClass().getSimpleName() + ": " + e.getMessage();
      throw without(made, new StoreException.ExportFailed(folder.toString(), what, e));
    } catch (RuntimeException e) {
      throw without(made, e);
    }
  }

  private static void write(DuckDbEngine engine, Path folder, List<Path> made)
      throws SQLException, IOException {
    Properties contents = new Properties();
    Path unfinished = folder.resolve(UNFINISHED);
    makeAnew(unfinished, made);
    try (Connection connection = engine.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN TRANSACTION");
      List<String> tables = tables(connection);
      Files.write(
          unfinished,
          Stream.concat(tables.stream().map(table -> table + ENDING), Stream.of(CONTENTS))
              .toList());
      for (String table : tables) {
        makeAnew(folder.resolve(table + ENDING), made);
        long rows =
            update(
                engine.cancellation(),
                statement,
                SqlTemplate.named("duckdb/backup/write")
                    .with("table", SqlText.identifier(table))
                    .with("file", EngineFiles.written(file(folder, table)))
                    .sql());
        contents.setProperty(table, Long.toString(rows));
      }
      statement.execute("COMMIT");
    }
    makeAnew(folder.resolve(CONTENTS), made);
    try (Writer out = Files.newBufferedWriter(folder.resolve(CONTENTS))) {
      contents.store(out, "Tables of a TikTokToe store and their rows");
    }
    Files.delete(unfinished);
  }

  /** Removes what a backup left here that was killed, where there is nothing else. */
  private static void removeHalf(Path folder) throws IOException {
    Path unfinished = folder.resolve(UNFINISHED);
    if (!Files.isRegularFile(unfinished, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> ours =
        Stream.concat(Files.readAllLines(unfinished).stream(), Stream.of(UNFINISHED))
            .map(folder::resolve)
            .toList();
    List<Path> there;
    try (Stream<Path> found = Files.list(folder)) {
      there = found.toList();
    }
    if (!ours.containsAll(there)) {
      return;
    }
    for (Path file : there) {
      if (!file.equals(unfinished)) {
        Files.delete(file);
      }
    }
    Files.delete(unfinished);
  }

  /** An empty file for its owner alone: the backup holds the salt. */
  private static void makeAnew(Path file, List<Path> made) throws IOException {
    Files.deleteIfExists(file);
    made.add(PrivateFiles.create(file));
  }

  /** Half a backup is none: takes away what was written of it. */
  private static RuntimeException without(List<Path> made, RuntimeException failure) {
    for (Path file : made) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }
    return failure;
  }

  /** A folder that holds anything is somebody's, an earlier backup included. */
  private static void requireEmpty(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> contents = Files.list(folder)) {
      if (contents.findAny().isPresent()) {
        throw new IllegalArgumentException(
            "folder (" + folder + ") is not empty. Back up into a new or an empty folder.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void restore(Path folder, Path file, Cancellation cancellation) {
    if (isThere(file)) {
      throw taken(file);
    }
    Properties contents = contents(folder);
    try {
      // A log that is left there would be taken for the restored store's own.
      StorePlace.requireNothingElse(file);
      @Nullable Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      // Whole in a folder of the spool before it gets its name: a kill leaves no half of it there.
      Path inside = new Spool(file).newFolder();
      try {
        Path draft = inside.resolve(file.getFileName());
        fill(folder, contents, draft, cancellation);
        if (Placing.place(draft, file, NewStore::isHalfMade) != Placing.Outcome.PLACED) {
          throw taken(file);
        }
      } finally {
        Spool.delete(inside);
      }
    } catch (IOException e) {
      throw new StoreException.NoAccess(file.toString(), "cannot be made: " + e.getMessage(), e);
    }
  }

  private static boolean isThere(Path file) {
    try {
      return Files.exists(file) && !NewStore.isHalfMade(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IllegalArgumentException taken(Path file) {
    return new IllegalArgumentException(
        "store (" + file + ") exists. Move it away or restore into another file.");
  }

  private static void fill(Path folder, Properties contents, Path file, Cancellation cancellation) {
    StoreOptions options =
        StoreOptions.defaults().withReadable(List.of(folder)).withCancellation(cancellation);
    try (Store store = Store.open(file, options);
        Connection connection = store.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN TRANSACTION");
      for (String table : contents.stringPropertyNames().stream().sorted().toList()) {
        statement.execute("DELETE FROM " + SqlText.identifier(table));
        long rows =
            update(
                cancellation,
                statement,
                SqlTemplate.named("duckdb/backup/read")
                    .with("table", SqlText.identifier(table))
                    .with("file", EngineFiles.readable(file(folder, table)))
                    .sql());
        if (rows != Long.parseLong(contents.getProperty(table))) {
          throw new IllegalArgumentException(
              "backup %s has %d rows of %s, its list says %s. Use another backup."
                  .formatted(folder, rows, table, contents.getProperty(table)));
        }
      }
      statement.execute(
          SqlTemplate.named("duckdb/backup/version").with("version", Schema.version()).sql());
      statement.execute("COMMIT");
    } catch (SQLException e) {
      throw new IllegalStateException("restoring " + folder + " failed: " + e.getMessage(), e);
    }
  }

  private static long update(Cancellation cancellation, Statement statement, String sql)
      throws SQLException {
    return cancellation.execute(statement::cancel, () -> statement.executeLargeUpdate(sql));
  }

  private static Properties contents(Path folder) {
    Properties contents = new Properties();
    if (Files.exists(folder.resolve(UNFINISHED))) {
      throw new IllegalArgumentException(
          "folder (%s) holds half a backup, which was cut short. Back up into it again, or restore another."
              .formatted(folder));
    }
    try (Reader in = Files.newBufferedReader(folder.resolve(CONTENTS))) {
      contents.load(in);
      return contents;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "folder ("
              + folder
              + ") is no finished backup: "
              + CONTENTS
              + " cannot be read. Name a folder that a backup wrote to its end.",
          e);
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(tables())) {
      while (result.next()) {
        tables.add(result.getString(1));
      }
    }
    return tables;
  }

  private static Path file(Path folder, String table) {
    return folder.resolve(table + ENDING);
  }
}
