package io.tiktoktoe.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The store's own folder beside its file: spilled memory and relations on their way in. A mark in
 * it says that it is the store's; a folder of that name without the mark is left alone.
 */
final class Spool {

  /** The file that says whose the folder is; empty, since a full disk takes that best. */
  private static final String MARK = ".tiktoktoe-spool";

  private final Path store;
  private final Path folder;
  private final AtomicLong next = new AtomicLong();

  Spool(Path store) {
    this.store = store;
    this.folder = store.resolveSibling(store.getFileName() + ".spool");
  }

  private static boolean isSpool(Path folder) {
    return Files.exists(folder.resolve(MARK), LinkOption.NOFOLLOW_LINKS);
  }

  Path folder() {
    return folder;
  }

  /** Refuses what bears the folder's name and was not made by a store. */
  void requireOurs() throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new StoreException.InTheWay(store.toString(), folder, "is no folder");
    }
    if (!isSpool(folder) && !contents().isEmpty()) {
      throw new StoreException.InTheWay(
          store.toString(), folder, "holds files that are not the store's");
    }
  }

  /** Makes the folder and removes what a killed process left in it. */
  void prepare() throws IOException {
    requireOurs();
    Files.createDirectories(folder);
    if (!isSpool(folder)) {
      Files.createFile(folder.resolve(MARK));
    }
    clear();
  }

  /** A new file in it, not yet made. */
  Path file(String suffix) {
    return folder.resolve("stage-" + next.incrementAndGet() + suffix);
  }

  /** Deletes everything in it but the mark. */
  void clear() {
    if (!isSpool(folder)) {
      return;
    }
    try {
      for (Path path : contents()) {
        if (!path.equals(folder.resolve(MARK))) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What lies in it, the deepest first; links are not followed. */
  private List<Path> contents() throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(path -> !path.equals(folder)).sorted(Comparator.reverseOrder()).toList();
    }
  }
}
