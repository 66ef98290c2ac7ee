package io.tiktoktoe.text;

import io.tiktoktoe.file.Copies;
import io.tiktoktoe.file.UnreadableFileException.Damaged;
import io.tiktoktoe.sql.EngineFiles;
import io.tiktoktoe.sql.EngineStart;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.work.Cancellation;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Copies of files that only the engine reads as text, made in a database of their own. */
public final class EngineCopy {

  private EngineCopy() {}

  /** Copies a zstd file, expanded. */
  public static void expanded(Path file, Path copy, Copies copies, Cancellation cancellation)
      throws IOException {
    write(
        file,
        copy,
        SqlTemplate.named("duckdb/file/zstd_lines").with("file", EngineFiles.readable(file)).sql(),
        "FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\\x01'",
        "zstd",
        copies,
        cancellation);
  }

  /**
   * Copies what {@code select} gives of {@code file}, of {@code kind}, written as {@code format}.
   *
   * @throws Damaged if some of it cannot be read
   */
  public static void write(
      Path file,
      Path copy,
      String select,
      String format,
      String kind,
      Copies copies,
      Cancellation cancellation)
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
      // Written by this thread: a COPY that is cancelled while another writes can wait for it
      // forever.
      statement.execute("SET async_threads = 0");
      // Rows stream through: nothing need ever be spilled, least of all beside the caller.
      statement.execute("SET temp_directory = ''");
      try (SizeWatch watch = SizeWatch.start(copy, copies.limit(file), statement)) {
        copy(statement, sql, file, watch, copies, cancellation);
      }
    } catch (SQLException e) {
      if (isDisk(e)) {
        throw notWritten(copy, e);
      }
      throw damaged(file, kind, e);
    }
  }

  private static void copy(
      Statement statement,
      String sql,
      Path file,
      SizeWatch watch,
      Copies copies,
      Cancellation cancellation)
      throws SQLException, IOException {
    try {
      cancellation.execute(statement::cancel, () -> statement.execute(sql));
    } catch (SQLException e) {
      if (!watch.exceeded()) {
        throw e;
      }
    }
    if (watch.exceeded()) {
      throw copies.tooLarge(file);
    }
  }

  /** That the engine could not write this file, in the words of the system. */
  public static FileSystemException notWritten(Path file, SQLException e) {
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

  /** That some of a file cannot be read. */
  public static Damaged damaged(Path file, String kind, SQLException cause) {
    return new Damaged(file.toString(), "is damaged: its " + kind + " data cannot be read", cause);
  }
}
