package io.tiktoktoe.text;

import java.util.Map;

/**
 * One row or object of a file.
 *
 * @param line the line on which it starts, from 1
 * @param raw its original text; empty when not kept
 * @param values its values by the file's own names; what is empty may be missing
 * @param problem why it could not be read; empty when it could
 */
public record FileRow(long line, String raw, Map<String, String> values, String problem) {

  /** A row that was read. */
  public static FileRow of(long line, String raw, Map<String, String> values) {
    return new FileRow(line, raw, values, "");
  }

  /** A row that could not be read. */
  public static FileRow broken(long line, String raw, String problem) {
    return new FileRow(line, raw, Map.of(), problem);
  }

  /** The value under this name, or the empty text. */
  public String get(String name) {
    return values.getOrDefault(name, "");
  }
}
