package io.tiktoktoe.table;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes rows of typed cells: each cell in the order of the columns, then {@link #endRow}. Numbers
 * are written so that they read back exactly, but for those on a person's screen; NaN is a missing
 * cell. Not thread safe.
 */
public sealed interface TableWriter permits CsvWriter, JsonWriter {

  /** How rows are written. */
  enum Style {
    /** RFC 4180 with a header; text that a spreadsheet would run as a formula is made inert. */
    CSV,
    /** The same for a person's terminal: numbers are rounded to six digits. */
    SCREEN,
    /** One JSON array of objects, keyed by column. */
    JSON,
    /** One JSON object a line, keyed by column. */
    NDJSON
  }

  /** Starts a table of these columns. */
  static TableWriter open(Writer out, Style style, List<String> columns) throws IOException {
    return switch (style) {
      case CSV -> new CsvWriter(out, columns, false);
      case SCREEN -> new CsvWriter(out, columns, true);
      case JSON -> new JsonWriter(out, columns, true);
      case NDJSON -> new JsonWriter(out, columns, false);
    };
  }

  /** A text cell. */
  TableWriter text(String value) throws IOException;

  /** A number; NaN and infinities are written as missing. */
  TableWriter number(double value) throws IOException;

  /** A whole number. */
  TableWriter number(long value) throws IOException;

  /** True or false. */
  TableWriter flag(boolean value) throws IOException;

  /** An empty cell. */
  TableWriter missing() throws IOException;

  /** Ends the row; every column must have got its cell. */
  void endRow() throws IOException;

  /** Ends the table after its last row and flushes; the writer stays open. */
  void end() throws IOException;
}
