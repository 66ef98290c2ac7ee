package io.tiktoktoe.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SQL text of this package's resources with named places, each filled exactly once and whole. */
public final class SqlTemplate {

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private final String text;
  private final Map<String, String> values = new LinkedHashMap<>();

  private SqlTemplate(String text) {
    this.text = text;
  }

  /** The template in {@code sql/<name>.sql}, without its comment lines. */
  public static SqlTemplate named(String name) {
    try (InputStream stream =
        SqlTemplate.class.getResourceAsStream("/io/tiktoktoe/connect/sql/" + name + ".sql")) {
      if (stream == null) {
        throw new IllegalStateException("sql/" + name + ".sql is missing from the program.");
      }
      String sql = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return new SqlTemplate(Pattern.compile("(?m)^--.*\\R").matcher(sql).replaceAll(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fills {@code {{place}}} with SQL that {@link SqlText} or the program itself made. */
  public SqlTemplate with(String place, String sql) {
    values.put(place, sql);
    return this;
  }

  /** The SQL text; what was filled in is not searched for places again. */
  public String sql() {
    return PLACE
        .matcher(text)
        .replaceAll(
            match -> {
              String value = values.get(match.group(1));
              if (value == null) {
                throw new IllegalStateException("{{" + match.group(1) + "}} was not filled in.");
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
