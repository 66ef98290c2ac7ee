package io.tiktoktoe.store.engine;

import io.tiktoktoe.file.PrivateFiles;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.work.Cancellation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The store's own folder beside its file: spilled memory and relations on their way in. A mark in
 * it says that it is the store's; a folder of that name without the mark is left alone.
 */
public final class Spool {

  /** The file that says whose the folder is; empty, since a full disk takes that best. */
  private static final String MARK = ".tiktoktoe-spool";

  private static final String MEMORY = "memory";

  private final Path store;
  private final Path folder;
  private final AtomicLong next = new AtomicLong();
  private final Runnable lastStep = this::clear;

  public Spool(Path store) {
    this.store = store;
    this.folder = store.resolveSibling(store.getFileName() + ".spool");
  }

  private static boolean isSpool(Path folder) {
    return Files.exists(folder.resolve(MARK), LinkOption.NOFOLLOW_LINKS);
  }

  public Path folder() {
    return folder;
  }

  /** Refuses what bears the folder's name and was not made by a store. */
  public void requireOurs() throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new StoreException.InTheWay(store.toString(), folder, "is no folder");
    }
    if (!isSpool(folder) && !isEmpty()) {
      throw new StoreException.InTheWay(
          store.toString(), folder, "holds files that are not the store's");
    }
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.findAny().isEmpty();
    }
  }

  /** Where the engine puts what does not fit into memory, and cleans up by itself. */
  public Path memory() {
    return folder.resolve(MEMORY);
  }

  /**
   * Makes the folder, for its owner alone, and removes what a killed process left in it; from now
   * on it is emptied too when the process ends without waiting.
   */
  public void prepare(Cancellation cancellation) throws IOException {
    make();
    clear();
    cancellation.addLastStep(lastStep);
  }

  /** Empties it before the store is given back: afterwards it may be another process's. */
  public void leave(Cancellation cancellation) {
    cancellation.removeLastStep(lastStep);
    try {
      deleteBelow(folder, path -> !path.startsWith(memory()) && !path.equals(folder.resolve(MARK)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void make() throws IOException {
    requireOurs();
    PrivateFiles.folder(folder);
    PrivateFiles.restrict(folder);
    if (!isSpool(folder)) {
      PrivateFiles.create(folder.resolve(MARK));
    }
  }

  /** A new folder in it, for its owner alone. */
  public Path newFolder() throws IOException {
    make();
    return Files.createTempDirectory(folder, "new-");
  }

  /** A new file in it, not yet made. */
  public Path file(String suffix) {
    return folder.resolve("stage-" + next.incrementAndGet() + suffix);
  }

  /** Deletes everything in it but the mark. */
  void clear() {
    if (!isSpool(folder)) {
      return;
    }
    try {
      deleteBelow(folder, path -> !path.equals(folder.resolve(MARK)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a folder with everything in it. */
  public static void delete(Path folder) throws IOException {
    deleteBelow(folder, path -> true);
    Files.deleteIfExists(folder);
  }

  /** Deletes the deepest first; links are not followed. */
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
