package io.tiktoktoe.store;

import io.tiktoktoe.file.PrivateFiles;
import io.tiktoktoe.sql.EngineFiles;
import io.tiktoktoe.sql.EngineStart;
import io.tiktoktoe.store.engine.DuckDbEngine;
import io.tiktoktoe.store.engine.NewStore;
import io.tiktoktoe.store.engine.PersonalFunctions;
import io.tiktoktoe.store.engine.Schema;
import io.tiktoktoe.store.engine.Spool;
import io.tiktoktoe.store.engine.StoreFailures;
import io.tiktoktoe.store.engine.StorePlace;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/** Opens a store: checks the file, connects, brings the schema up to date, then locks the doors. */
final class StoreOpening {

  private final Path file;
  private final StoreOptions options;
  private final Spool spool;
  private final StoreFailures failures;

  StoreOpening(Path file, StoreOptions options) {
    this.file = file;
    this.options = options;
    this.spool = new Spool(file);
    this.failures = new StoreFailures(file);
  }

  Store open() {
    checkFile();
    make();
    DuckDBConnection root = connect(file);
    try {
      Schema schema = new Schema(file, root, options.pseudonymKey());
      int found = schema.recognise();
      // Only now: another process may own the store and be using its spool.
      spool.prepare(options.cancellation());
      PersonalFunctions.register(root);
      String salt = schema.bringUpToDate(found);
      lockDoors(root);
      Store store =
          new Store(
              file,
              spool,
              new DuckDbEngine(root, failures, options.cancellation()),
              failures,
              salt);
      store.experiments().recover();
      return store;
    } catch (SQLException e) {
      RuntimeException opening = failures.opening(e);
      closeAfter(root, opening);
      throw opening;
    } catch (IOException e) {
      RuntimeException spoolProblem = spoolProblem(e);
      closeAfter(root, spoolProblem);
      throw spoolProblem;
    } catch (RuntimeException e) {
      closeAfter(root, e);
      throw e;
    }
  }

  /** Makes what is not there, and keeps what is there to its owner. */
  private void make() {
    try {
      if (options.create()) {
        new NewStore(file, spool, this::connect, options.pseudonymKey()).makeUnlessThere();
      } else if (NewStore.isHalfMade(file)) {
        throw StoreException.Missing.halfMade(file.toString());
      }
      PrivateFiles.restrict(file);
      Path log = NewStore.log(file);
      if (Files.exists(log)) {
        PrivateFiles.restrict(log);
      }
    } catch (SQLException e) {
      throw failures.opening(e);
    } catch (IOException e) {
      throw spoolProblem(e);
    }
  }

  private RuntimeException spoolProblem(IOException e) {
    return failures.writing(e, "has a spool folder that cannot be written: " + spool.folder());
  }

  private void checkFile() {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      String what = Files.isDirectory(file) ? "it is a folder" : "it is a pipe or a device";
      throw new StoreException.NotAStore(file.toString(), what, new IOException(what));
    }
    Path folder = file.getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw failures.writing(e, "cannot be reached");
    }
    if (Files.exists(file) && !(Files.isReadable(file) && Files.isWritable(file))) {
      throw new StoreException.NoAccess(
          file.toString(), "cannot be read and written", new IOException(file.toString()));
    }
    try {
      StorePlace.requireNothingElse(file);
      spool.requireOurs();
    } catch (IOException e) {
      throw new StoreException.NoAccess(file.toString(), "cannot be looked into", e);
    }
  }

  private DuckDBConnection connect(Path database) {
    Properties properties = new Properties();
    properties.setProperty("memory_limit", options.memoryMegabytes() + "MB");
    properties.setProperty("threads", Integer.toString(options.threads()));
    properties.setProperty("temp_directory", spool.memory().toString());
    // A checkpoint rewrites what is half full; the write-ahead log alone makes a commit durable.
    properties.setProperty("checkpoint_threshold", "512MB");
    properties.setProperty("jdbc_stream_results", "true");
    try {
      return EngineStart.onFile(database, properties);
    } catch (SQLException e) {
      throw failures.opening(e);
    }
  }

  /** After this, no file can be opened but those named, whatever SQL is run. */
  private void lockDoors(DuckDBConnection root) throws SQLException {
    Stream<Path> folders = Stream.concat(Stream.of(spool.folder()), options.writable().stream());
    List<Path> readable = options.readable();
    try (Statement statement = root.createStatement()) {
      statement.execute("SET GLOBAL TimeZone = 'UTC'");
      statement.execute(
          "SET GLOBAL allowed_directories = "
              + EngineFiles.allowed(
                  Stream.concat(folders, readable.stream().filter(Files::isDirectory))));
      statement.execute(
          "SET GLOBAL allowed_paths = "
              + EngineFiles.allowed(readable.stream().filter(path -> !Files.isDirectory(path))));
      statement.execute("SET GLOBAL enable_external_access = false");
      statement.execute("SET GLOBAL lock_configuration = true");
    }
  }

  private static void closeAfter(DuckDBConnection root, Exception cause) {
    try {
      if (cause instanceof StoreException.NotAStore) {
        leaveAlone(root);
      }
      root.close();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** Closing would move the log of another program's database into it. */
  private static void leaveAlone(DuckDBConnection root) throws SQLException {
    try (Statement statement = root.createStatement()) {
      statement.execute("PRAGMA disable_checkpoint_on_shutdown");
    }
  }
}
