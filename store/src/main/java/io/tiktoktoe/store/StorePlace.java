package io.tiktoktoe.store;

import io.tiktoktoe.store.model.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Judges where a store is or shall be, before anything is opened or made there. */
final class StorePlace {

  /** What the engine takes out of a path: settings, the place of the write-ahead log, a folder. */
  private static final String UNFIT = ";?\\";

  private StorePlace() {}

  /**
   * The file that {@code file} names. A link is followed: the engine keeps its write-ahead log
   * beside the name it was given, and under another name of the file nobody would find it.
   */
  static Path of(Path file) {
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
  static void requireFitName(Path file) {
    String text = file.toString();
    Optional<String> unfit =
        text.chars()
            .filter(c -> UNFIT.indexOf(c) >= 0)
            .mapToObj(c -> "holds the character " + (char) c)
            .findFirst();
    if (unfit.isPresent() || text.charAt(text.length() - 1) <= ' ') {
      throw new StoreException.UnfitPath(text, unfit.orElse("ends in a blank"));
    }
  }

  /**
   * Refuses a file that holds anything but a database, and a log without the database that it
   * belongs to: the engine would take the one for tables and delete the other.
   */
  static void requireNothingElse(Path file) throws IOException {
    Path log = NewStore.log(file);
    if (Files.exists(file)) {
      if (!NewStore.isHalfMade(file) && !EngineFiles.isDatabase(file)) {
        throw new StoreException.NotAStore(
            file.toString(), "it holds something else", new IOException(file.toString()));
      }
    } else if (Files.exists(log) && Files.size(log) > 0) {
      // The log alone cannot be read, but it may hold what its store has not taken over yet.
      throw StoreException.Missing.butForItsLog(file.toString(), log.toString());
    }
  }
}
