package io.tiktoktoe.stage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a reader of any file hands to {@code EventLog.ingest}: a SELECT in DuckDB's dialect with
 * exactly the columns of {@link #COLUMNS}, one row per event, and a name for people.
 *
 * <p>A reader never fails for one bad row: it gives the row with {@code error_reason} (and the
 * field and value that are wrong) and the log keeps it as a reject. {@code line} numbers the rows
 * of the file from 1 and is unique; {@code raw} is the original line, wanted for rejects and
 * replay. {@code time} is UTC without zone, NULL when unreadable, and then {@code time_text} holds
 * what came. Amounts come either as decimal text in major units ({@code amount_text}) or as minor
 * units ({@code amount_minor}); the minor units count when both are there.
 *
 * @param select the SELECT, without a semicolon; it may read only files that were named when the
 *     store was opened
 * @param description what it reads, such as the file's name; kept with the batch
 * @param seekable whether {@code line BETWEEN a AND b} is cheap, as on Parquet; others are first
 *     copied once into the store's spool
 * @param original a SELECT of {@code line} and {@code raw} for the rejects, which need not be
 *     cheap; {@code select} itself unless {@link #withOriginal} says otherwise
 * @param change tells what happened to the file since it was looked at, as the end of a sentence
 *     that begins with its name; nothing while it is the same
 */
public record StageRelation(
    String select,
    String description,
    boolean seekable,
    String original,
    Supplier<Optional<String>> change) {

  /** Every column's name and DuckDB type, in order. */
  public static final Map<String, String> COLUMNS = columns();

  public StageRelation {
    if (select.isBlank()) {
      throw new IllegalArgumentException("select is empty. Give the SELECT that reads the events.");
    }
  }

  /** A relation that can be read only from its start, such as CSV or NDJSON. */
  public static StageRelation sequential(String select, String description) {
    return new StageRelation(select, description, false, select, Optional::empty);
  }

  /** A relation in which rows are found by {@code line} without reading all, such as Parquet. */
  public static StageRelation seekable(String select, String description) {
    return new StageRelation(select, description, true, select, Optional::empty);
  }

  /** The same rows, whose original lines are found by this SELECT instead. */
  public StageRelation withOriginal(String lines) {
    return new StageRelation(select, description, seekable, lines, change);
  }

  /** The same rows of a file that may change, of which this tells. */
  public StageRelation withChange(Supplier<Optional<String>> told) {
    return new StageRelation(select, description, seekable, original, told);
  }

  private static Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("line", "BIGINT");
    columns.put("id", "VARCHAR");
    columns.put("source", "VARCHAR");
    columns.put("time", "TIMESTAMP");
    columns.put("time_text", "VARCHAR");
    columns.put("type", "VARCHAR");
    columns.put("creator", "VARCHAR");
    columns.put("fan", "VARCHAR");
    columns.put("content", "VARCHAR");
    columns.put("product", "VARCHAR");
    columns.put("amount_text", "VARCHAR");
    columns.put("amount_minor", "BIGINT");
    columns.put("currency", "VARCHAR");
    columns.put("fee_text", "VARCHAR");
    columns.put("fee_minor", "BIGINT");
    columns.put("tax_text", "VARCHAR");
    columns.put("tax_minor", "BIGINT");
    columns.put("quantity", "BIGINT");
    columns.put("refers_to", "VARCHAR");
    columns.put("state", "VARCHAR");
    columns.put("country", "VARCHAR");
    columns.put("age_band", "VARCHAR");
    columns.put("gender", "VARCHAR");
    columns.put("device", "VARCHAR");
    columns.put("watch_ms", "BIGINT");
    columns.put("duration_ms", "BIGINT");
    columns.put("completed", "BOOLEAN");
    columns.put("value", "DOUBLE");
    columns.put("attributes", "VARCHAR");
    columns.put("raw", "VARCHAR");
    columns.put("error_field", "VARCHAR");
    columns.put("error_value", "VARCHAR");
    columns.put("error_reason", "VARCHAR");
    return Collections.unmodifiableMap(columns);
  }
}
