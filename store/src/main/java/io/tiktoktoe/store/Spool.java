package io.tiktoktoe.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The store's own folder beside its file: spilled memory and relations on their way in. */
final class Spool {

  private static final String MEMORY = "memory";

  private final Path folder;
  private final AtomicLong next = new AtomicLong();
  private final Runnable lastStep = this::clear;

  Spool(Path store) {
    this.folder = store.resolveSibling(store.getFileName() + ".spool");
  }

  Path folder() {
    return folder;
  }

  /** Where the engine puts what does not fit into memory, and cleans up by itself. */
  Path memory() {
    return folder.resolve(MEMORY);
  }

  /**
   * Makes the folder, for its owner alone, and removes what a killed process left in it; from now
   * on it is emptied too when the process ends without waiting.
   */
  void prepare(Cancellation cancellation) throws IOException {
    make();
    clear();
    cancellation.addLastStep(lastStep);
  }

  /** Empties it before the store is given back: afterwards it may be another process's. */
  void leave(Cancellation cancellation) {
    cancellation.removeLastStep(lastStep);
    try {
      deleteBelow(folder, path -> !path.startsWith(memory()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void make() throws IOException {
    PrivateFiles.folder(folder);
    PrivateFiles.restrict(folder);
  }

  /** A new folder in it, for its owner alone. */
  Path newFolder() throws IOException {
    make();
    return Files.createTempDirectory(folder, "new-");
  }

  /** A new file in it, not yet made. */
  Path file(String suffix) {
    return folder.resolve("stage-" + next.incrementAndGet() + suffix);
  }

  /** Deletes everything in it. */
  void clear() {
    try {
      deleteBelow(folder, path -> true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a folder with everything in it. */
  static void delete(Path folder) throws IOException {
    deleteBelow(folder, path -> true);
    Files.deleteIfExists(folder);
  }

  private static void deleteBelow(Path folder, Predicate<Path> which) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> deepestFirst =
          found
              .filter(path -> !path.equals(folder))
              .filter(which)
              .sorted(Comparator.reverseOrder())
              .toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    }
  }
}
