package io.tiktoktoe.store;

import io.tiktoktoe.file.SpreadsheetText;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.store.engine.DuckDbEngine;
import io.tiktoktoe.store.engine.TextRows;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.Target;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes tables, views and queries to CSV, NDJSON or Parquet, whole and streamed. The folder must
 * have been named as writable when the store was opened.
 *
 * <p>In CSV, text that a spreadsheet would run as a formula (it begins with {@code = + - @}, a tab
 * or a line end and is no number) gets a leading apostrophe, as does text with one of its own;
 * numbers stay numbers.
 */
public final class Exporter {

  /** Which came later counts, so they are written in their order. */
  private static final String VERSIONS = "event_versions";

  private final DuckDbEngine engine;

  Exporter(DuckDbEngine engine) {
    this.engine = engine;
  }

  /**
   * The names of every table and view that can be exported, in order. What holds the salt is none
   * of them: only {@link #backUp} writes it.
   */
  public Set<String> names() {
    return new TreeSet<>(
        engine.rows(Sql.file("duckdb/export/names"), row -> row.required("table_name")));
  }

  /**
   * Writes a table or view to a file and says how many rows; the format is that of the file's name.
   *
   * @throws IllegalArgumentException if there is no such table or the file's ending is unknown
   */
  public long export(String table, Path file) {
    return export(rows(table), file);
  }

  /**
   * Writes a table or view as text, CSV or NDJSON, exactly as {@link #export} does, row by row:
   * needs no space on a disk.
   *
   * @throws IllegalArgumentException if there is no such table or the format is no text
   * @throws IOException if {@code out} fails
   */
  public void print(String table, Target.Format format, Writer out) throws IOException {
    print(rows(table), format, out);
  }

  /** The same with a query's rows. */
  public void print(Sql query, Target.Format format, Writer out) throws IOException {
    TextRows text =
        switch (format) {
          case CSV -> TextRows.csv(inert(query), columns(query));
          case NDJSON -> TextRows.ndjson(query);
          case PARQUET ->
              throw new IllegalArgumentException("format (PARQUET) is no text. Export to a file.");
        };
    text.write(engine, out);
  }

  private Sql rows(String table) {
    Set<String> names = names();
    if (!names.contains(table)) {
      throw new IllegalArgumentException(
          "table (%s) does not exist. Use one of %s.".formatted(table, String.join(", ", names)));
    }
    String order = table.equals(VERSIONS) ? " ORDER BY recorded_in, superseded_in NULLS LAST" : "";
    return Sql.of("SELECT * FROM " + SqlText.identifier(table) + order);
  }

  private Map<String, String> columns(Sql query) {
    Map<String, String> columns = new LinkedHashMap<>();
    engine.query(
        new Sql("DESCRIBE " + query.text(), query.parameters()),
        row -> columns.put(row.required("column_name"), row.required("column_type")));
    return columns;
  }

  /** Writes a query's rows to a file and says how many. */
  public long export(Sql query, Path file) {
    Target.Format format = Target.Format.of(file);
    Sql source = format == Target.Format.CSV ? inert(query) : query;
    return engine.write(source, new Target.File(file, format));
  }

  /**
   * Writes every table into a folder, from which {@link Store#restore} makes the store again. All
   * tables are of the same moment. The folder holds the store's secret salt: keep it as safe as the
   * store.
   *
   * @throws IllegalArgumentException if there is a folder with anything in it
   */
  public void backUp(Path folder) {
    Backup.write(engine, folder.toAbsolutePath().normalize());
  }

  /** The same rows with texts that no spreadsheet runs. */
  private Sql inert(Sql query) {
    List<String> columns = new ArrayList<>();
    columns(query).forEach((column, type) -> columns.add(inert(column, type)));
    return new Sql(
        "SELECT " + String.join(", ", columns) + " FROM (" + query.text() + ")",
        query.parameters());
  }

  private static String inert(String column, String type) {
    String name = SqlText.identifier(column);
    return type.equals("VARCHAR")
        ? SqlTemplate.named("duckdb/export/inert")
            .with("column", name)
            .with("formula", SqlText.literal(SpreadsheetText.FORMULA))
            .with("number", SqlText.literal(SpreadsheetText.NUMBER))
            .sql()
        : name;
  }
}
