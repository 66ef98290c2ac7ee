package io.tiktoktoe.store;

import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.sql.SQLException;

/**
 * A store's tables in a new file that takes the place of the old one. The engine frees the blocks
 * of what is deleted but does not clear them, and updates within blocks; only a new file is free of
 * it.
 */
final class StoreCopy {

  /** Where {@code store_info} notes that the file is to be written anew. */
  static final String DUE = "rewrite_due";

  private final Path opened;
  private final Path original;
  private final Path copy;

  private StoreCopy(Path opened, Path original, Path copy) {
    this.opened = opened;
    this.original = original;
    this.copy = copy;
  }

  /** Whether something was erased and the file was not yet written anew. */
  static boolean isDue(Store store) {
    return !store
        .engine()
        .rows(
            Sql.of("SELECT value FROM store_info WHERE key = ?", DUE), row -> row.required("value"))
        .isEmpty();
  }

  /** Notes that the file is to be written anew. */
  static void makeDue(Writer.Session session) throws SQLException {
    session.run("DELETE FROM store_info WHERE key = " + SqlText.literal(DUE));
    session.run("INSERT INTO store_info VALUES (" + SqlText.literal(DUE) + ", 'yes')");
  }

  /**
   * Writes every table of an open store into a new file beside it.
   *
   * @throws StoreException.NotRewritten if it cannot be written
   */
  static StoreCopy of(Store store) {
    Path inside = store.spool().resolve("rewritten.duckdb");
    try {
      // A link stays one: what it leads to is replaced.
      Path original = store.file().toRealPath();
      Path beside = original.resolveSibling(original.getFileName() + ".rewritten");
      Files.deleteIfExists(beside);
      // Made by the program itself, so that its types and views are those of any store.
      Store.open(inside, StoreOptions.defaults()).close();
      store.writer().exclusively(session -> fill(session, inside));
      PosixFileAttributeView rights =
          Files.getFileAttributeView(store.file(), PosixFileAttributeView.class);
      if (rights != null) {
        Files.setPosixFilePermissions(inside, rights.readAttributes().permissions());
      }
      // Out of the spool, which is emptied when the store is closed.
      Files.move(inside, beside);
      return new StoreCopy(store.file(), original, beside);
    } catch (IOException | StoreException e) {
      throw new StoreException.NotRewritten(
          store.file().toString(), String.valueOf(e.getMessage()), e);
    }
  }

  private static boolean fill(Writer.Session session, Path file) throws SQLException {
    session.run("ATTACH " + SqlText.literal(file.toString()) + " AS rewritten");
    try {
      session.run("BEGIN TRANSACTION");
      for (String table : session.texts(Backup.tables())) {
        session.run(
            SqlTemplate.named("duckdb/backup/rewrite")
                .with("table", SqlText.identifier(table))
                .sql());
      }
      session.run("DELETE FROM rewritten.main.store_info WHERE key = " + SqlText.literal(DUE));
      session.run("COMMIT");
      session.run("CHECKPOINT rewritten");
      return true;
    } catch (SQLException e) {
      session.run("ROLLBACK");
      throw e;
    } finally {
      session.run("DETACH rewritten");
    }
  }

  /**
   * Puts the new file in the place of the old one, which is closed.
   *
   * @throws StoreException.NotRewritten if the old one left something behind or cannot be replaced
   */
  void replaceOriginal() {
    Path log = opened.resolveSibling(opened.getFileName() + ".wal");
    try {
      // Empty where nothing was left to write: a second try after a kill finds the fan gone.
      if (Files.exists(log) && Files.size(log) > 0) {
        Files.delete(copy);
        throw new IOException("its write-ahead log " + log + " could not be taken in");
      }
      Files.deleteIfExists(log);
      Files.move(copy, original, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StoreException.NotRewritten(original.toString(), String.valueOf(e.getMessage()), e);
    }
  }
}
