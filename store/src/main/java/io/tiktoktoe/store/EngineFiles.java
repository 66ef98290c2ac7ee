package io.tiktoktoe.store;

import io.tiktoktoe.store.engine.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one place where a path becomes part of what the engine is told. The engine takes stars,
 * question marks and brackets in a path for a pattern when it reads, and for themselves when it
 * writes; here every path means the one file that it names.
 */
public final class EngineFiles {

  /** What every database file of the engine holds after its first checksum. */
  private static final byte[] MAGIC = "DUCK".getBytes(StandardCharsets.US_ASCII);

  private static final int MAGIC_AT = 8;

  private EngineFiles() {}

  /**
   * The SQL literal under which the engine reads {@code file} and no other.
   *
   * @throws IllegalArgumentException if the path holds a backslash beside a character of patterns,
   *     which the engine cannot be told apart
   */
  public static String readable(Path file) {
    return Sql.literal(pattern(file));
  }

  /** The SQL literal under which the engine writes {@code file}. */
  public static String written(Path file) {
    return Sql.literal(absolute(file));
  }

  /** A list literal of paths for the settings that allow access, in both forms. */
  public static String allowed(Stream<Path> paths) {
    return paths
        .flatMap(path -> Stream.of(absolute(path), pattern(path)).distinct())
        .map(Sql::literal)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Whether a file is a database of the engine, of this program or another. */
  static boolean isDatabase(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(MAGIC_AT + MAGIC.length);
      return Arrays.equals(head, Math.min(MAGIC_AT, head.length), head.length, MAGIC, 0, 4);
    }
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  /** In brackets a character stands for itself. */
  private static String pattern(Path path) {
    String text = absolute(path);
    String pattern = text.replaceAll("[\\[*?]", "[$0]");
    if (text.indexOf('\\') >= 0 && !pattern.equals(text)) {
      throw new IllegalArgumentException(
          "file name (%s) holds a backslash and one of * ? [, which cannot be read. Rename it."
              .formatted(text));
    }
    return pattern;
  }
}
