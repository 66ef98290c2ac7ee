package io.tiktoktoe.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was when it was looked at: enough to notice that it was written to, replaced or
 * removed since. A pipe or a device, which has no such state, never counts as changed.
 *
 * @param file the file
 * @param regular whether it is a file, not a pipe or a device
 * @param size in bytes
 * @param modified when it was last written to
 * @param key what tells it from another file that took its name, where the system knows
 */
public record FileState(
    Path file, boolean regular, long size, FileTime modified, @Nullable Object key) {

  /**
   * The state of {@code file} now.
   *
   * @throws IOException if it is not there
   */
  public static FileState of(Path file) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    return new FileState(
        file, now.isRegularFile(), now.size(), now.lastModifiedTime(), now.fileKey());
  }

  /** What happened to the file since, as the end of a sentence; nothing if it is the same. */
  public Optional<String> change() {
    if (!regular) {
      return Optional.empty();
    }
    try {
      FileState now = of(file);
      if (!Objects.equals(now.key, key)) {
        return Optional.of("was replaced while it was read");
      }
      return now.size == size && now.modified.equals(modified)
          ? Optional.empty()
          : Optional.of("was written to while it was read");
    } catch (NoSuchFileException e) {
      return Optional.of("was removed while it was read");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
