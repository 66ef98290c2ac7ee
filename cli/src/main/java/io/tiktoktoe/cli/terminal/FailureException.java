package io.tiktoktoe.cli.terminal;

/** The command was well formed but its work cannot be done; exits with 1. */
public final class FailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public FailureException(String message) {
    super(message);
  }

  public FailureException(String message, Throwable cause) {
    super(message, cause);
  }
}
