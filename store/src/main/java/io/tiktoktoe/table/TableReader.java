package io.tiktoktoe.table;

import java.nio.file.Path;
import java.util.List;

/**
 * Rows of text cells from a file, one after the other; memory does not grow with the file. Not
 * thread safe.
 */
public interface TableReader extends AutoCloseable {

  /**
   * Opens what {@code ingest} reads: CSV (comma, semicolon, tab or bar), JSON (an object a line, or
   * one document) or Parquet; text in UTF-8, UTF-16 or windows-1252, also compressed with gzip or
   * zstd. What it is is recognised by its content, not by its name. A pipe or zstd is copied first.
   *
   * @throws TableException if it is missing, empty, unreadable or of another kind
   */
  static TableReader open(Path file) {
    return UnchangedTable.open(file);
  }

  /** The names of the columns, in order, without surrounding blanks. */
  List<String> columns();

  /**
   * Moves to the next row.
   *
   * @return false after the last
   * @throws TableException if the row is damaged, naming it
   */
  boolean next();

  /** Number of the current row, counted from 1 without the header. */
  long row();

  /** The current row's cell in column {@code column}, counted from 0; empty when missing. */
  String cell(int column);

  /** The rows from the first on, of what was opened; to be closed on its own. */
  default TableReader again() {
    throw new UnsupportedOperationException("Only a whole file can be read again.");
  }

  /** Whether what proves nothing, such as 1,234, is taken to have a decimal comma. */
  default boolean decimalComma() {
    return false;
  }

  @Override
  void close();
}
