package io.tiktoktoe.store.engine;

import io.tiktoktoe.store.model.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears whole or not at all: written beside its place, then moved there. */
final class FileInPlace implements AutoCloseable {

  private final Path place;
  private final Path temporary;

  private FileInPlace(Path place, Path temporary) {
    this.place = place;
    this.temporary = temporary;
  }

  static FileInPlace of(Path place) {
    Path absolute = place.toAbsolutePath().normalize();
    return new FileInPlace(
        absolute, absolute.resolveSibling("." + absolute.getFileName() + ".part"));
  }

  /** Where to write. */
  Path temporary() {
    return temporary;
  }

  /** Moves what was written to its place. */
  void commit() {
    try {
      Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StoreException.ExportFailed(place.toString(), String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
