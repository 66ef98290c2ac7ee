package io.tiktoktoe.store.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The store's own folder beside its file: spilled memory and relations on their way in. */
public final class Spool {

  private final Path folder;
  private final AtomicLong next = new AtomicLong();

  public Spool(Path store) {
    this.folder = store.resolveSibling(store.getFileName() + ".spool");
  }

  public Path folder() {
    return folder;
  }

  /** Makes the folder and removes what a killed process left in it. */
  public void prepare() throws IOException {
    Files.createDirectories(folder);
    clear();
  }

  /** A new file in it, not yet made. */
  public Path file(String suffix) {
    return folder.resolve("stage-" + next.incrementAndGet() + suffix);
  }

  /** Deletes everything in it. */
  public void clear() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> deepestFirst =
          found.filter(path -> !path.equals(folder)).sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
