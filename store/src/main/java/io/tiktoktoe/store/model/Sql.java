package io.tiktoktoe.store.model;

import io.tiktoktoe.sql.SqlTemplate;
import java.util.Arrays;
import java.util.List;

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

  /** The text of a file of {@code sql/}, such as {@code shared/metrics/coverage}, with values. */
  public static Sql file(String name, Object... parameters) {
    return new Sql(SqlTemplate.text(name), Arrays.asList(parameters));
  }
}
