package io.tiktoktoe.file;

import io.tiktoktoe.file.UnreadableFileException.TooLarge;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the copies of files on their way in are written, and how far a file may expand. A copy is
 * for its owner alone and goes with its {@code Reading}.
 *
 * @param folder gives the folder, when the first copy needs it
 * @param limitBytes what a file may expand to, from 1; else {@value #FREE_BYTES} bytes and {@value
 *     #MAX_EXPANSION} times its size
 */
public record Copies(Supplier<Path> folder, Optional<Long> limitBytes) {

  /** A compressed file may expand this much beyond {@link #FREE_BYTES}; real logs reach 50. */
  static final long MAX_EXPANSION = 200;

  /** What any compressed file may expand to. */
  static final long FREE_BYTES = 1L << 30;

  public Copies {
    if (limitBytes.isPresent() && limitBytes.get() < 1) {
      throw new IllegalArgumentException(
          "limit (" + limitBytes.get() + " bytes) must be at least 1.");
    }
  }

  /**
   * In a folder of the system for temporary files: better name one that is emptied after a kill.
   */
  public static Copies inSystemFolder() {
    return new Copies(() -> Path.of(System.getProperty("java.io.tmpdir")), Optional.empty());
  }

  /** A new, empty file. */
  public Path create(String suffix) throws IOException {
    // Java makes it for its owner alone.
    return Files.createTempFile(folder.get(), "tiktoktoe-", suffix);
  }

  /**
   * Copies a stream, such as standard input, into a folder of its own under this name; {@link
   * #remove} takes both away.
   */
  public Path named(String name, InputStream in) throws IOException {
    Path file = Files.createTempDirectory(folder.get(), "tiktoktoe-").resolve(name);
    try (OutputStream out = NamedOutput.to(file)) {
      in.transferTo(out);
    }
    return file;
  }

  /** Removes what {@link #named} made. */
  public static void remove(Path named) throws IOException {
    Files.deleteIfExists(named);
    @Nullable Path folder = named.getParent();
    if (folder != null) {
      Files.deleteIfExists(folder);
    }
  }

  /** What {@code file} may expand to, in bytes. */
  public long limit(Path file) {
    try {
      return limitBytes.isPresent()
          ? limitBytes.get()
          : Math.addExact(FREE_BYTES, Math.multiplyExact(MAX_EXPANSION, Files.size(file)));
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** That {@code file} expands beyond its limit. */
  public TooLarge tooLarge(Path file) {
    return new TooLarge(file.toString(), limit(file));
  }
}
