package io.tiktoktoe.sql;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The one place where text from files and people becomes part of a SQL text: a name in double
 * quotes or a literal in single quotes, and never anything else.
 */
public final class SqlText {

  private SqlText() {}

  /** A quoted name: {@code x" --} becomes {@code "x"" --"}. */
  public static String identifier(String name) {
    return '"' + withoutNul(name).replace("\"", "\"\"") + '"';
  }

  /** A quoted text: {@code it's} becomes {@code 'it''s'}. */
  public static String literal(String text) {
    return '\'' + withoutNul(text).replace("'", "''") + '\'';
  }

  /** A list of literals: {@code ['a', 'b']}. */
  public static String list(Collection<String> texts) {
    return texts.stream().map(SqlText::literal).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String withoutNul(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "A name or text holds the character NUL, which no table can name. Remove it.");
    }
    return text;
  }
}
