package io.tiktoktoe.table;

/** A file cannot be read as a table or written; the message names file, row, value and remedy. */
public final class TableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A problem, said for people. */
  public TableException(String message) {
    super(message);
  }

  /** A problem with what caused it. */
  public TableException(String message, Throwable cause) {
    super(message, cause);
  }
}
