package io.tiktoktoe.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The store's own folder beside its file: spilled memory and relations on their way in. */
final class Spool {

  private final Path folder;
  private final AtomicLong next = new AtomicLong();

  Spool(Path store) {
    this.folder = store.resolveSibling(store.getFileName() + ".spool");
  }

  Path folder() {
    return folder;
  }

  /** Makes the folder, for its owner alone, and removes what a killed process left in it. */
  void prepare() throws IOException {
    make();
    clear();
  }

  private void make() throws IOException {
    PrivateFiles.folder(folder);
    PrivateFiles.close(folder);
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
      deleteBelow(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a folder with everything in it. */
  static void delete(Path folder) throws IOException {
    deleteBelow(folder);
    Files.deleteIfExists(folder);
  }

  private static void deleteBelow(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> deepestFirst =
          found.filter(path -> !path.equals(folder)).sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    }
  }
}
