package io.tiktoktoe.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SQL text of {@code sql/} with named places, each filled whole: what is filled in is not
 * searched for places again, so that no text from files or people can become one.
 *
 * <p>A place with a slash is another file, without its comments and its last semicolon. It may be
 * given places of its own that are files too: {@code ${shared/rollup/revenue
 * events=duckdb/ingest/changes}}. {@code ${engine/bucket}} is the file of that name in the folder
 * of the engine that runs the text.
 */
public final class SqlTemplate {

  private static final Pattern PLACE =
      Pattern.compile("\\$\\{([\\w/-]+)((?:\\s+\\w+=[\\w/-]+)*)\\s*}");

  private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^[ \\t]*--.*\\R?");

  private static final String ENGINE = "engine/";

  private static final String DUCKDB = "duckdb/";

  private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

  private final String name;
  private final Map<String, String> values = new LinkedHashMap<>();

  private SqlTemplate(String name) {
    this.name = name;
  }

  /** The template of a file, such as {@code duckdb/ingest/stage} for {@code stage.sql}. */
  public static SqlTemplate named(String name) {
    return new SqlTemplate(name);
  }

  /** The text of a file of which every place is another file. */
  public static String text(String name) {
    return named(name).sql();
  }

  /** Fills {@code ${place}} with SQL that {@link SqlText} or the program itself made. */
  public SqlTemplate with(String place, String sql) {
    values.put(place, sql);
    return this;
  }

  /** Fills a place with a number. */
  public SqlTemplate with(String place, long number) {
    return with(place, Long.toString(number));
  }

  /** Fills all of these; those that the text does not have are left out. */
  public SqlTemplate with(Map<String, String> places) {
    values.putAll(places);
    return this;
  }

  /**
   * The SQL text.
   *
   * @throws IllegalStateException if a place was not filled or a file is not part of the program
   */
  public String sql() {
    return filled(name, Map.of());
  }

  private String filled(String file, Map<String, String> files) {
    return PLACE
        .matcher(TEXTS.computeIfAbsent(file, SqlTemplate::read))
        .replaceAll(place -> Matcher.quoteReplacement(value(file, place, files)));
  }

  private String value(String file, MatchResult place, Map<String, String> files) {
    String wanted = place.group(1);
    if (wanted.contains("/")) {
      return filled(wanted, given(place.group(2)));
    }
    if (files.containsKey(wanted)) {
      return filled(files.getOrDefault(wanted, ""), Map.of());
    }
    String value = values.get(wanted);
    if (value == null) {
      throw new IllegalStateException("${%s} of %s was not filled in.".formatted(wanted, file));
    }
    return value;
  }

  private static Map<String, String> given(String files) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String one : files.strip().split("\\s+")) {
      int equals = one.indexOf('=');
      if (equals > 0) {
        given.put(one.substring(0, equals), one.substring(equals + 1));
      }
    }
    return given;
  }

  private static String read(String name) {
    String file = name.startsWith(ENGINE) ? DUCKDB + name.substring(ENGINE.length()) : name;
    String path = "/sql/" + file + ".sql";
    try (InputStream in = SqlTemplate.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("SQL file (" + path + ") is not part of the program.");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return COMMENT_LINE.matcher(text).replaceAll("").strip().replaceFirst(";$", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
