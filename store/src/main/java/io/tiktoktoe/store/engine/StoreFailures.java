package io.tiktoktoe.store.engine;

import io.tiktoktoe.store.model.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the engine's errors into sentences that a user can act on. */
public final class StoreFailures {

  /** Longest part of an engine's message that is shown. */
  private static final int MAX_DETAIL = 300;

  /** What the engine puts before the fact: kinds of error, which mean nothing to a user. */
  private static final Pattern KINDS =
      Pattern.compile("^(?:(?:[A-Za-z ]+ (?:Error|exception): )|(?:Failed to commit: ))+");

  /** An error of a background write, told as JSON inside another's message. */
  private static final Pattern NESTED =
      Pattern.compile("\"exception_message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  /**
   * What is wrong in a CSV file stands behind its line, which is not told: persons may be in it.
   */
  private static final Pattern FACT =
      Pattern.compile(
          "\\n([^\\n\"]+?)\\.?\\n(?:Column Index:[^\\n]*\\n)?\\nPossible (?:fixes|Solution):");

  private static final Pattern HOLDER = Pattern.compile("PID (\\d+)");

  private final Path file;
  private final String store;
  private volatile Optional<String> broken = Optional.empty();

  public StoreFailures(Path store) {
    this.file = store;
    this.store = store.toString();
  }

  /** The store's file. */
  Path file() {
    return file;
  }

  /** Why nothing can be written any more, if that is so. */
  Optional<String> broken() {
    return broken;
  }

  /** Remembers that the engine gave up; reads of what is in memory may still work. */
  void note(SQLException e) {
    broken = Optional.of(detail(e));
  }

  /** What to throw for an error of a query or a write. */
  public RuntimeException translate(SQLException e) {
    String message = lower(e);
    if (isCorrupt(message)) {
      note(e);
      return new StoreException.Corrupt(store, detail(e), e);
    }
    if (isFatal(e)) {
      note(e);
      return new StoreException.WriteFailed(store, detail(e), e);
    }
    if (isDisk(message)) {
      return new StoreException.WriteFailed(store, detail(e), e);
    }
    return new IllegalStateException(detail(e), e);
  }

  /** What to throw for an error while a query is written to a file. */
  public RuntimeException exporting(Path file, SQLException e) {
    return isDisk(lower(e))
        ? new StoreException.ExportFailed(file.toString(), detail(e), e)
        : translate(e);
  }

  /**
   * What to throw when Java cannot write beside the store; {@code what} if the disk is not full.
   */
  public RuntimeException writing(IOException e, String what) {
    String message = String.valueOf(e.getMessage());
    return isDisk(message.toLowerCase(Locale.ROOT))
        ? new StoreException.WriteFailed(store, message, e)
        : new StoreException.NoAccess(store, what, e);
  }

  /** What to throw for an error while opening. */
  public RuntimeException opening(SQLException e) {
    String message = lower(e);
    if (message.contains("could not set lock") || message.contains("conflicting lock")) {
      Matcher holder = HOLDER.matcher(String.valueOf(e.getMessage()));
      return new StoreException.InUse(store, holder.find() ? " (" + holder.group(1) + ")" : "", e);
    }
    if (message.contains("same database file with a different configuration")
        || message.contains("already attached")) {
      return new StoreException.InUse(store, " or by this one with other options", e);
    }
    if (message.contains("not a valid duckdb database file")) {
      return new StoreException.NotAStore(store, "its content is something else", e);
    }
    if (message.contains("permission denied") || message.contains("cannot open file")) {
      return new StoreException.NoAccess(store, "cannot be opened", e);
    }
    if (isDisk(message)) {
      return new StoreException.WriteFailed(store, detail(e), e);
    }
    return new StoreException.Corrupt(store, detail(e), e);
  }

  /** Whether the engine gave up, so that nothing can be asked of it any more. */
  public static boolean isFatal(SQLException e) {
    String message = lower(e);
    return message.contains("invalidated") || message.contains("fatal error");
  }

  private static boolean isCorrupt(String message) {
    return message.contains("corrupt")
        || message.contains("checksum")
        || message.contains("serialization error")
        || message.contains("failed to load metadata");
  }

  private static boolean isDisk(String message) {
    return message.contains("no space left")
        || message.contains("disk quota")
        || message.contains("could not write")
        // The engine bounds what it spills by the space that is free.
        || message.contains("failed to offload")
        || message.contains("file too large")
        || message.contains("fsync")
        || message.contains("input/output error");
  }

  private static String lower(SQLException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
  }

  /** The first line of the engine's message; of a CSV file what is wrong in that line, too. */
  public static String detail(SQLException e) {
    String message = String.valueOf(e.getMessage());
    String line = message.lines().findFirst().orElse("no details");
    Matcher fact = FACT.matcher(message);
    line = fact.find() ? line + ": " + fact.group(1) : line;
    Matcher nested = NESTED.matcher(line);
    line = nested.find() ? nested.group(1).replace("\\\"", "\"") : line;
    line = KINDS.matcher(line).replaceFirst("");
    return line.length() > MAX_DETAIL ? line.substring(0, MAX_DETAIL) + "..." : line;
  }
}
