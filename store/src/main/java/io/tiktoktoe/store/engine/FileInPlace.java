package io.tiktoktoe.store.engine;

import io.tiktoktoe.file.PrivateFiles;
import io.tiktoktoe.file.Replaceable;
import io.tiktoktoe.store.model.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file for its owner alone that appears whole or not at all: written beside its place, then moved
 * there.
 */
final class FileInPlace implements AutoCloseable {

  private final Path place;
  private final Path temporary;

  private FileInPlace(Path place, Path temporary) {
    this.place = place;
    this.temporary = temporary;
  }

  /**
   * A file that will be at {@code place}.
   *
   * @throws IllegalArgumentException if something is there that must stay
   */
  static FileInPlace of(Path place) {
    Path target = Replaceable.require(place);
    String draft = ".%s.%d.part".formatted(target.getFileName(), ProcessHandle.current().pid());
    return new FileInPlace(target, target.resolveSibling(draft));
  }

  /** Where to write. */
  Path temporary() {
    return temporary;
  }

  /** Makes the file to write to, empty; what a killed process left there goes. */
  void make() {
    try {
      Files.deleteIfExists(temporary);
      PrivateFiles.create(temporary);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Moves what was written to its place. */
  void commit() {
    try {
      Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private StoreException failed(IOException e) {
    return new StoreException.ExportFailed(place.toString(), String.valueOf(e.getMessage()), e);
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
