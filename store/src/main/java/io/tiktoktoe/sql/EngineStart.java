package io.tiktoktoe.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * The one place where the engine is started. A JDBC address is text with settings after semicolons,
 * so no path becomes part of one but a store's, which is judged first.
 */
public final class EngineStart {

  private static final String ADDRESS = "jdbc:duckdb:";

  /** Enough for the largest pages that real files have. */
  private static final String FOREIGN_MEMORY = "1GB";

  /** What the engine takes out of a path: settings, the place of the write-ahead log, a folder. */
  private static final String UNFIT = ";?\\";

  private EngineStart() {}

  /** An engine of its own in memory, which loads no extension and leaves no file behind. */
  public static Connection inMemory() throws SQLException {
    return DriverManager.getConnection(ADDRESS, settings());
  }

  /**
   * An engine of its own for a file that others made: whatever it holds, it stays within its
   * memory, and what breaks in it breaks no store. It gives a result row by row instead of holding
   * all.
   */
  public static Connection forForeignFiles() throws SQLException {
    Properties settings = settings();
    settings.setProperty("jdbc_stream_results", "true");
    settings.setProperty("memory_limit", FOREIGN_MEMORY);
    settings.setProperty("threads", "1");
    return DriverManager.getConnection(ADDRESS, settings);
  }

  /** The engine on a store's file, with these settings besides those of every engine. */
  public static DuckDBConnection onFile(Path file, Properties further) throws SQLException {
    unfit(file)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(
                  "path (%s) of a database %s. Name another.".formatted(file, why));
            });
    Properties settings = settings();
    settings.putAll(further);
    return (DuckDBConnection) DriverManager.getConnection(ADDRESS + file, settings);
  }

  private static Properties settings() {
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("allow_community_extensions", "false");
    // The engine's own choice is a folder .tmp where the user happens to be.
    settings.setProperty("temp_directory", "");
    return settings;
  }

  /** Why the engine would take a path for another one; empty when it does not. */
  public static Optional<String> unfit(Path file) {
    String text = file.toString();
    Optional<String> unfit =
        text.chars()
            .filter(c -> UNFIT.indexOf(c) >= 0)
            .mapToObj(c -> "holds the character " + (char) c)
            .findFirst();
    return text.charAt(text.length() - 1) <= ' '
        ? unfit.or(() -> Optional.of("ends in a blank"))
        : unfit;
  }
}
