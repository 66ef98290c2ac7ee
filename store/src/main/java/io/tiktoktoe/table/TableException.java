package io.tiktoktoe.table;

import io.tiktoktoe.answer.NamesFields;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** A file cannot be read as a table or written; the message names file, row, value and remedy. */
public sealed class TableException extends RuntimeException implements NamesFields {

  private static final long serialVersionUID = 1L;

  private final String template;
  private final transient Object[] values;

  /** A problem, said for people. */
  public TableException(String message) {
    super(message);
    this.template = "%s";
    this.values = new Object[] {message};
  }

  /** A problem with what caused it. */
  public TableException(String message, Throwable cause) {
    this(message);
    initCause(cause);
  }

  private TableException(String template, Object[] values) {
    super(NamesFields.named(template, UnaryOperator.identity()).formatted(values));
    this.template = template;
    this.values = values;
  }

  /** A problem that names fields of what was asked in braces, and values as {@code %s}. */
  static TableException naming(String template, Object... values) {
    return new TableException(template, values);
  }

  /** A column is not there, and whoever asked can give no other names to columns. */
  static TableException missingColumn(Path file, String name, List<String> present) {
    return new TableException(
        "%s: column %s is missing; the file has %s. Add it, or rename one in the file."
            .formatted(file, name, String.join(", ", present)));
  }

  /**
   * A column is not there; the remedy names a column that nothing else uses, where there is one.
   *
   * @param name the field, as a person reads it; its first word is the field
   */
  static TableException missingColumn(
      Path file, String name, List<String> present, List<String> unused) {
    String has = String.join(", ", present);
    return unused.isEmpty()
        ? naming("%s: column %s is missing; the file has %s. Add it.", file, name, has)
        : naming(
            "%s: column %s is missing; the file has %s."
                + " Rename one in the file, or with {map} %s=%s.",
            file, name, has, unused.getFirst(), name.split(" ", 2)[0]);
  }

  @Override
  public String message(UnaryOperator<String> naming) {
    return NamesFields.named(template, naming).formatted(values);
  }

  /** Whoever asked gave another name to a column that is not there. */
  public static final class UnknownColumn extends TableException {

    private static final long serialVersionUID = 1L;

    UnknownColumn(String template, Object... values) {
      super(template, values);
    }
  }
}
