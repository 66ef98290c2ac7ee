package io.tiktoktoe.store.engine;

import io.tiktoktoe.file.DatabaseFile;
import io.tiktoktoe.sql.EngineStart;
import io.tiktoktoe.store.model.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Judges where a store is or shall be, before anything is opened or made there. */
public final class StorePlace {

  private StorePlace() {}

  /**
   * The file that {@code file} names. A link is followed: the engine keeps its write-ahead log
   * beside the name it was given, and under another name of the file nobody would find it.
   */
  public static Path of(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    requireFitName(absolute);
    if (!Files.isSymbolicLink(absolute)) {
      return absolute;
    }
    try {
      Path real = absolute.toRealPath();
      requireFitName(real);
      return real;
    } catch (IOException e) {
      throw new StoreException.NotAStore(
          absolute.toString(), "it is a link that leads to no file", e);
    }
  }

  /** Refuses a path that the engine would take for another one. */
  private static void requireFitName(Path file) {
    EngineStart.unfit(file)
        .ifPresent(
            why -> {
              throw new StoreException.UnfitPath(file.toString(), why);
            });
  }

  /**
   * Refuses a file that holds anything but a database, and a log without the database that it
   * belongs to: the engine would take the one for tables and delete the other.
   */
  public static void requireNothingElse(Path file) throws IOException {
    Path log = NewStore.log(file);
    if (Files.exists(file)) {
      if (!NewStore.isHalfMade(file) && !DatabaseFile.isDatabase(file)) {
        throw new StoreException.NotAStore(
            file.toString(), "it holds something else", new IOException(file.toString()));
      }
    } else if (Files.exists(log) && Files.size(log) > 0) {
      // The log alone cannot be read, but it may hold what its store has not taken over yet.
      throw StoreException.Missing.butForItsLog(file.toString(), log.toString());
    }
  }
}
