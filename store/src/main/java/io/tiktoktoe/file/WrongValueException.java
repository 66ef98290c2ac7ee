package io.tiktoktoe.file;

import java.io.Serial;

/** A value cannot be read as what the mapping says it is; its row is rejected alone. */
public final class WrongValueException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String value;

  public WrongValueException(String value, String reason) {
    // One per bad row: the stack says nothing that the reason does not.
    super(reason, null, false, false);
    this.value = value;
  }

  /** What was there. */
  public String value() {
    return value;
  }
}
