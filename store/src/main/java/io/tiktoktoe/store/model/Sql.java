package io.tiktoktoe.store.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * SQL text with the values for its question marks, in order. Values are never spliced into the
 * text, so whatever a user types stays a literal.
 *
 * @param text one statement
 * @param parameters Long, Integer, String, Boolean, LocalDate or LocalDateTime (UTC)
 */
public record Sql(String text, List<Object> parameters) {

  public Sql {
    parameters = List.copyOf(parameters);
  }

  /** This text with these values. */
  public static Sql of(String text, Object... parameters) {
    return new Sql(text, Arrays.asList(parameters));
  }

  /** The text of a file of {@code sql/}, such as {@code metrics/revenue_cells}, with values. */
  public static Sql file(String name, Object... parameters) {
    return new Sql(resource(name), Arrays.asList(parameters));
  }

  /** The text of a file of {@code sql/}. */
  public static String resource(String name) {
    String path = "/sql/" + name + ".sql";
    try (InputStream in = Sql.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("SQL file (" + path + ") is not part of the program.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The text of a file of {@code sql/} with its {@code ${name}} fragments filled in: only for text
   * that this package made itself.
   */
  public static String template(String name, Map<String, String> fragments) {
    String text = resource(name);
    for (Map.Entry<String, String> fragment : fragments.entrySet()) {
      text = text.replace("${" + fragment.getKey() + "}", fragment.getValue());
    }
    return text;
  }

  /** A text literal. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A quoted name. */
  public static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
