package io.tiktoktoe.table;

/** A file cannot be read as a table or written; the message names file, row, value and remedy. */
public sealed class TableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A problem, said for people. */
  public TableException(String message) {
    super(message);
  }

  /** A problem with what caused it. */
  public TableException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Whoever asked gave another name to a column that is not there. */
  public static final class UnknownColumn extends TableException {

    private static final long serialVersionUID = 1L;

    /** A problem, said for people. */
    public UnknownColumn(String message) {
      super(message);
    }
  }
}
