package io.tiktoktoe.sql;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one place where a path becomes part of what the engine is told. The engine takes stars,
 * question marks and brackets in a path for a pattern when it reads, and for themselves when it
 * writes; here every path means the one file that it names.
 */
public final class EngineFiles {

  private EngineFiles() {}

  /**
   * The SQL literal under which the engine reads {@code file} and no other.
   *
   * @throws IllegalArgumentException if the path holds a backslash beside a character of patterns,
   *     which the engine cannot be told apart
   */
  public static String readable(Path file) {
    return SqlText.literal(pattern(file));
  }

  /** The rows of a Parquet file, as a FROM names them; its folders say nothing. */
  public static String parquet(Path file) {
    return "read_parquet(" + readable(file) + ", hive_partitioning = false)";
  }

  /** The SQL literal under which the engine writes {@code file}. */
  public static String written(Path file) {
    return SqlText.literal(absolute(file));
  }

  /** A list literal of paths for the settings that allow access, in both forms. */
  public static String allowed(Stream<Path> paths) {
    return paths
        .flatMap(path -> Stream.of(absolute(path), pattern(path)).distinct())
        .map(SqlText::literal)
        .collect(Collectors.joining(", ", "[", "]"));
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
