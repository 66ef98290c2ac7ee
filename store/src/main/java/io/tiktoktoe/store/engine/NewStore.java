package io.tiktoktoe.store.engine;

import io.tiktoktoe.file.Placing;
import io.tiktoktoe.file.PrivateFiles;
import io.tiktoktoe.store.model.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.duckdb.DuckDBConnection;

/**
 * The making of a store: whole in a private folder of the spool, then given its name in one step. A
 * full disk or a kill leaves no half of it in its place; what an older program left half made there
 * is recognised and made anew.
 */
public final class NewStore {

  /** The engine's headers, which it writes first; behind them come the data. */
  private static final int HEADER_BYTES = 3 * 4096;

  private static final int MAGIC_AT = 8;
  private static final byte[] MAGIC = {'D', 'U', 'C', 'K'};

  private final Path file;
  private final Spool spool;
  private final Connecting connecting;
  private final Optional<String> pseudonymKey;

  /** How the engine is started on a file. */
  @FunctionalInterface
  public interface Connecting {
    DuckDBConnection to(Path database);
  }

  public NewStore(Path file, Spool spool, Connecting connecting, Optional<String> pseudonymKey) {
    this.file = file;
    this.pseudonymKey = pseudonymKey;
    this.spool = spool;
    this.connecting = connecting;
  }

  /** The write-ahead log of a database. */
  public static Path log(Path database) {
    return database.resolveSibling(database.getFileName() + ".wal");
  }

  /**
   * Whether the file was left before anything could be stored in it: it ends with the engine's
   * headers, if not earlier, it holds nothing of anybody else, and its log is empty.
   */
  public static boolean isHalfMade(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > HEADER_BYTES || hasLog(file)) {
      return false;
    }
    byte[] bytes = Files.readAllBytes(file);
    boolean headers = bytes.length >= MAGIC_AT + MAGIC.length;
    boolean empty = true;
    for (int i = 0; i < bytes.length; i++) {
      empty &= bytes[i] == 0;
    }
    for (int i = 0; headers && i < MAGIC.length; i++) {
      headers = bytes[MAGIC_AT + i] == MAGIC[i];
    }
    return empty || headers;
  }

  private static boolean hasLog(Path file) throws IOException {
    return Files.exists(log(file)) && Files.size(log(file)) > 0;
  }

  /** Makes the store if there is none, or half of one. */
  public void makeUnlessThere() throws IOException, SQLException {
    if (Files.exists(file) && !isHalfMade(file)) {
      return;
    }
    Path folder = spool.newFolder();
    try {
      Path draft = folder.resolve(file.getFileName());
      make(draft);
      // An empty log, as all that may be there now, belongs to nothing.
      Files.deleteIfExists(log(file));
      if (Placing.place(draft, file, NewStore::isHalfMade) == Placing.Outcome.LOCKED) {
        throw new StoreException.InUse(file.toString(), "", new IOException(file + " is locked"));
      }
    } catch (IOException | SQLException | RuntimeException e) {
      // Another process that opened its own meanwhile has emptied the spool: its store counts.
      if (!Files.exists(file) || isHalfMade(file)) {
        throw e;
      }
    } finally {
      Spool.delete(folder);
    }
  }

  private void make(Path draft) throws IOException, SQLException {
    try (DuckDBConnection root = connecting.to(draft);
        Statement statement = root.createStatement()) {
      PersonalFunctions.register(root);
      Schema schema = new Schema(draft, root, pseudonymKey);
      schema.bringUpToDate(schema.recognise());
      // The log goes into the file, which alone gets the name.
      statement.execute("CHECKPOINT");
    }
    PrivateFiles.restrict(draft);
  }
}
