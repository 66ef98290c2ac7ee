package io.tiktoktoe.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a file that is written may take the place of: nothing, or a regular file that belongs to no
 * store. Folders, pipes, devices, and databases with their logs stay.
 */
public final class Replaceable {

  private static final String LOG = ".wal";

  private Replaceable() {}

  /**
   * The place to write: {@code file}, or what it links to.
   *
   * @throws IllegalArgumentException if something is there that must stay
   */
  public static Path require(Path file) {
    Optional<String> objection = objection(file);
    if (objection.isPresent()) {
      throw new IllegalArgumentException(
          "file (%s) %s, which is not replaced. Name another file."
              .formatted(file, objection.get()));
    }
    return target(file);
  }

  /** Why {@code file} may not be written over; empty when it may. */
  public static Optional<String> objection(Path file) {
    Path target = target(file);
    try {
      if (Files.isSymbolicLink(target)) {
        return Optional.of("is a link that leads to no file");
      }
      if (Files.isDirectory(target)) {
        return Optional.of("is a folder");
      }
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        return Optional.of("is a pipe or a device");
      }
      if (isDatabase(target)) {
        return Optional.of("is a store or another database");
      }
      String name = String.valueOf(target.getFileName());
      String owner = name.substring(0, Math.max(0, name.length() - LOG.length()));
      if (name.endsWith(LOG) && !owner.isEmpty() && isDatabase(target.resolveSibling(owner))) {
        return Optional.of("is the log of a store or another database");
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("cannot be looked into (" + e.getMessage() + ")");
    }
  }

  private static boolean isDatabase(Path file) throws IOException {
    return Files.isRegularFile(file) && DatabaseFile.isDatabase(file);
  }

  /** A link is followed, so that it stays a link. */
  private static Path target(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    try {
      return Files.isSymbolicLink(absolute) ? absolute.toRealPath() : absolute;
    } catch (IOException e) {
      // It leads nowhere, which objection() tells.
      return absolute;
    }
  }
}
