package io.tiktoktoe.store;

import io.tiktoktoe.store.engine.DuckDbEngine;
import io.tiktoktoe.store.engine.Schema;
import io.tiktoktoe.store.engine.Spool;
import io.tiktoktoe.store.engine.Sql;
import io.tiktoktoe.store.engine.StoreFailures;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
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
    DuckDBConnection root = connect();
    try {
      // Only now: another process may own the store and be using its spool.
      spool.prepare();
      String salt = new Schema(file, root).bringUpToDate();
      lockDoors(root);
      return new Store(
          file, spool, new DuckDbEngine(root, failures, options.cancellation()), failures, salt);
    } catch (SQLException e) {
      RuntimeException opening = failures.opening(e);
      closeAfter(root, opening);
      throw opening;
    } catch (IOException e) {
      RuntimeException spoolProblem =
          new StoreException.NoAccess(
              file.toString(), "has a spool folder that cannot be written: " + spool.folder(), e);
      closeAfter(root, spoolProblem);
      throw spoolProblem;
    } catch (RuntimeException e) {
      closeAfter(root, e);
      throw e;
    }
  }

  private void checkFile() {
    if (Files.isDirectory(file)) {
      throw new StoreException.NotAStore(
          file.toString(), "it is a folder", new IOException(file + " is a folder"));
    }
    Path folder = file.getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (Files.exists(file) && Files.size(file) == 0) {
        throw new StoreException.NotAStore(
            file.toString(), "it is empty", new IOException(file + " is empty"));
      }
    } catch (IOException e) {
      throw new StoreException.NoAccess(file.toString(), "cannot be reached", e);
    }
    if (Files.exists(file) && !(Files.isReadable(file) && Files.isWritable(file))) {
      throw new StoreException.NoAccess(
          file.toString(), "cannot be read and written", new IOException(file.toString()));
    }
  }

  private DuckDBConnection connect() {
    Properties properties = new Properties();
    properties.setProperty("memory_limit", options.memoryMegabytes() + "MB");
    properties.setProperty("threads", Integer.toString(options.threads()));
    properties.setProperty("temp_directory", spool.folder().resolve("memory").toString());
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("allow_community_extensions", "false");
    // A checkpoint rewrites what is half full; the write-ahead log alone makes a commit durable.
    properties.setProperty("checkpoint_threshold", "512MB");
    properties.setProperty("jdbc_stream_results", "true");
    try {
      return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, properties);
    } catch (SQLException e) {
      throw failures.opening(e);
    }
  }

  /** After this, no file can be opened but those named, whatever SQL is run. */
  private void lockDoors(DuckDBConnection root) throws SQLException {
    Stream<Path> folders = Stream.concat(Stream.of(spool.folder()), options.writable().stream());
    List<Path> readable =
        options.readable().stream().map(path -> path.toAbsolutePath().normalize()).toList();
    try (Statement statement = root.createStatement()) {
      statement.execute("SET GLOBAL TimeZone = 'UTC'");
      statement.execute(
          "SET GLOBAL allowed_directories = "
              + list(Stream.concat(folders, readable.stream().filter(Files::isDirectory))));
      statement.execute(
          "SET GLOBAL allowed_paths = "
              + list(readable.stream().filter(path -> !Files.isDirectory(path))));
      statement.execute("SET GLOBAL enable_external_access = false");
      statement.execute("SET GLOBAL lock_configuration = true");
    }
  }

  private static String list(Stream<Path> paths) {
    return paths
        .map(path -> Sql.literal(path.toAbsolutePath().normalize().toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static void closeAfter(DuckDBConnection root, Exception cause) {
    try {
      root.close();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
