package io.tiktoktoe.table;

import java.nio.file.Path;

/** Reads the numbers in cells of a file, each error with file, row, column, value and remedy. */
final class NumberCells {

  /** Longest text that is read as a number; the longest exact double has fewer digits. */
  static final int MAX_NUMBER_LENGTH = 1_100;

  /** Largest value: its fourth power, summed over all rows, still is a number. */
  private static final double MAX_VALUE = 1e75;

  private static final String PLAIN = "0123456789.-+eE";

  private final Path file;
  private final TableValues values;

  NumberCells(Path file, TableValues values) {
    this.file = file;
    this.values = values;
  }

  /**
   * A number; missing (NaN) when empty, NaN, NA or null.
   *
   * @param column its name, for messages
   * @param otherwise what may be done beside writing it like a number; may name fields in braces
   * @throws TableException if it is none, infinite, or beyond 1e75
   */
  double read(long row, String column, String text, String otherwise) {
    double value;
    try {
      value = parse(text);
    } catch (IllegalArgumentException e) {
      TableException wrong =
          TableException.naming(
              "%s: row %s: %s (%s) is not a number. Write it like 12.5, " + otherwise,
              file,
              row,
              column,
              shortened(text));
      wrong.initCause(e);
      throw wrong;
    }
    if (Math.abs(value) > MAX_VALUE && !Double.isInfinite(value)) {
      throw new TableException(
          ("%s: row %d: %s (%s) is beyond 1e75, with which nothing can be computed."
                  + " Count in a larger unit.")
              .formatted(file, row, column, shortened(text)));
    }
    if (Double.isInfinite(value)) {
      throw new TableException(
          "%s: row %d: %s (%s) is not finite. Leave it empty when it is missing."
              .formatted(file, row, column, shortened(text)));
    }
    return value;
  }

  private double parse(String text) {
    switch (text) {
      case "", "NaN", "nan", "NAN", "NA", "null", "NULL" -> {
        return Double.NaN;
      }
      case "inf", "+inf", "Inf", "+Inf", "infinity", "Infinity" -> {
        return Double.POSITIVE_INFINITY;
      }
      case "-inf", "-Inf", "-infinity", "-Infinity" -> {
        return Double.NEGATIVE_INFINITY;
      }
      default -> {
        return isPlain(text) && (values.plainNumbers() || text.indexOf('.') < 0)
            ? Double.parseDouble(text)
            : values.number(text).doubleValue();
      }
    }
  }

  /** Digits, signs, a point and an exponent: what Java reads as every other program does. */
  private static boolean isPlain(String text) {
    return text.length() <= MAX_NUMBER_LENGTH && text.chars().allMatch(c -> PLAIN.indexOf(c) >= 0);
  }

  /** The text as a message shows it. */
  static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
