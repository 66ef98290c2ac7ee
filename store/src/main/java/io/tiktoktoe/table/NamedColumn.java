package io.tiktoktoe.table;

/**
 * A column that a question needs, by the name it has there.
 *
 * @param name the field's name, in small letters
 * @param kind what its cells hold
 * @param required whether the table is refused without it
 */
public record NamedColumn(String name, Kind kind, boolean required) {

  /** What cells hold. */
  public enum Kind {
    /** A name or a code; not empty. */
    TEXT,
    /** A number, written as the table writes numbers. */
    NUMBER,
    /** A day or a time, written as the table writes times. */
    TIME
  }

  /** A required column of texts. */
  public static NamedColumn text(String name) {
    return new NamedColumn(name, Kind.TEXT, true);
  }

  /** A required column of numbers. */
  public static NamedColumn number(String name) {
    return new NamedColumn(name, Kind.NUMBER, true);
  }

  /** A required column of days or times. */
  public static NamedColumn time(String name) {
    return new NamedColumn(name, Kind.TIME, true);
  }

  /** The same column, which may be absent. */
  public NamedColumn optional() {
    return new NamedColumn(name, kind, false);
  }
}
