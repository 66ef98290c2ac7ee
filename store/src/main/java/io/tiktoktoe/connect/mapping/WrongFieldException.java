package io.tiktoktoe.connect.mapping;

import io.tiktoktoe.file.WrongValueException;

/** A wrong value and the field it was meant for. */
final class WrongFieldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String value;

  WrongFieldException(String field, WrongValueException cause) {
    super(cause.getMessage(), cause, false, false);
    this.field = field;
    this.value = cause.value();
  }

  String field() {
    return field;
  }

  String value() {
    return value;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
