package io.tiktoktoe.file;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * An engine of its own for files that others made: whatever they hold, it stays within its memory,
 * loads no extension, and what breaks in it breaks no store.
 */
public final class ForeignFiles {

  /** Enough for the largest pages that real files have. */
  private static final String MEMORY = "1GB";

  private ForeignFiles() {}

  /** A new engine in memory; the caller closes it. */
  public static Connection engine() throws SQLException {
    Properties options = new Properties();
    options.setProperty("jdbc_stream_results", "true");
    options.setProperty("autoinstall_known_extensions", "false");
    options.setProperty("autoload_known_extensions", "false");
    options.setProperty("memory_limit", MEMORY);
    options.setProperty("threads", "1");
    return DriverManager.getConnection("jdbc:duckdb:", options);
  }
}
