package io.tiktoktoe.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hidden folder for files that are not finished (a staging directory), inside the folder in which
 * they will lie: what fails or is refused leaves nothing, and what was there before stays until all
 * is finished. What killed processes left is removed by the next one.
 */
final class DraftFolder implements AutoCloseable {

  private static final String NAME = ".tiktoktoe-draft-";

  private final Path folder;

  /** Folders that were made for it, the innermost first. */
  private final List<Path> made;

  private DraftFolder(Path folder, List<Path> made) {
    this.folder = folder;
    this.made = made;
  }

  /** A new one in {@code home}, which is made if it is not there. */
  static DraftFolder in(Path home) throws IOException {
    Path whole = home.toAbsolutePath().normalize();
    List<Path> missing = new ArrayList<>();
    for (Path at = whole; at != null && !Files.exists(at); at = at.getParent()) {
      missing.add(at);
    }
    Path folder = whole.resolve(NAME + ProcessHandle.current().pid());
    DraftFolder draft = new DraftFolder(folder, missing);
    try {
      Files.createDirectories(whole);
      removeLeft(whole);
      Files.createDirectory(folder);
      return draft;
    } catch (IOException | RuntimeException e) {
      draft.close();
      throw e;
    }
  }

  private static void removeLeft(Path home) throws IOException {
    List<Path> left;
    try (Stream<Path> files = Files.list(home)) {
      left = files.filter(DraftFolder::isLeft).toList();
    }
    for (Path folder : left) {
      remove(folder);
    }
  }

  /** Whether its process is gone; this one has none yet. */
  private static boolean isLeft(Path file) {
    String name = String.valueOf(file.getFileName());
    if (!name.matches("\\Q" + NAME + "\\E\\d{1,18}") || !Files.isDirectory(file)) {
      return false;
    }
    long pid = Long.parseLong(name.substring(NAME.length()));
    return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
  }

  Path folder() {
    return folder;
  }

  /** Gives a finished file its place, replacing what is there. */
  void place(String name, Path target) throws IOException {
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The same for a process that ends without waiting for who writes here. */
  void abandon() {
    try {
      close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes what was not placed, and the folders that were made for nothing. */
  @Override
  public void close() throws IOException {
    if (Files.exists(folder)) {
      remove(folder);
    }
    for (Path one : made) {
      if (Files.isDirectory(one) && isEmpty(one)) {
        Files.delete(one);
      }
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(DraftFolder::delete);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
