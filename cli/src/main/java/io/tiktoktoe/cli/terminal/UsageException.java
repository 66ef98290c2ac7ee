package io.tiktoktoe.cli.terminal;

/** The command line or the settings ask for what cannot be; exits with 2. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }

  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
