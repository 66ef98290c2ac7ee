package io.tiktoktoe.store.engine;

import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.store.model.Engine;
import io.tiktoktoe.store.model.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A query's rows as lines of text, made by the engine as its COPY makes them, and handed over one
 * at a time.
 *
 * @param header the lines before the rows
 * @param lines a query of one column, {@code line}
 */
public record TextRows(List<String> header, Sql lines) {

  /** Types whose text never needs quotes. */
  private static final Set<String> PLAIN =
      Set.of(
          "BIGINT",
          "INTEGER",
          "SMALLINT",
          "TINYINT",
          "UBIGINT",
          "UINTEGER",
          "USMALLINT",
          "UTINYINT",
          "HUGEINT",
          "UHUGEINT",
          "DOUBLE",
          "FLOAT",
          "BOOLEAN",
          "DATE",
          "TIMESTAMP",
          "UUID");

  /** Lines of CSV under a header: text is quoted where COPY quotes it. */
  public static TextRows csv(Sql query, Map<String, String> columns) {
    String header =
        columns.keySet().stream().map(TextRows::quoted).collect(Collectors.joining(","));
    String cells =
        columns.entrySet().stream()
            .map(column -> cell(SqlText.identifier(column.getKey()), column.getValue()))
            .collect(Collectors.joining(", "));
    return of(List.of(header), "concat_ws(',', " + cells + ")", query);
  }

  /** Lines of JSON, an object each. */
  public static TextRows ndjson(Sql query) {
    return of(List.of(), "CAST(to_json(r) AS VARCHAR)", query);
  }

  private static TextRows of(List<String> header, String line, Sql query) {
    return new TextRows(
        header,
        new Sql(
            "SELECT " + line + " AS line FROM (" + query.text() + ") AS r", query.parameters()));
  }

  private static String cell(String name, String type) {
    String text = "CAST(" + name + " AS VARCHAR)";
    return PLAIN.contains(type) || type.startsWith("DECIMAL")
        ? "coalesce(" + text + ", '')"
        : SqlTemplate.named("duckdb/export/cell").with("text", text).sql();
  }

  private static String quoted(String name) {
    return name.matches("(?s).*[,\"\n\r#].*|") ? SqlText.identifier(name) : name;
  }

  /** Writes them all. */
  public void write(Engine engine, Writer out) throws IOException {
    for (String line : header) {
      out.write(line);
      out.write('\n');
    }
    try {
      engine.query(lines, row -> write(row.required("line"), out));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(String line, Writer out) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
