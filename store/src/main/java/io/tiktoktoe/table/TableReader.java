package io.tiktoktoe.table;

import java.nio.file.Path;
import java.util.List;

/**
 * Rows of text cells from a file, one after the other; memory does not grow with the file. Not
 * thread safe.
 */
public interface TableReader extends AutoCloseable {

  /**
   * Opens a CSV (comma, semicolon or tab), NDJSON or Parquet file; text may be gzipped. What it is
   * is recognised by its content, not by its name.
   *
   * @throws TableException if it is missing, empty, unreadable or of another kind
   */
  static TableReader open(Path file) {
    return FileKind.open(file);
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

  @Override
  void close();
}
