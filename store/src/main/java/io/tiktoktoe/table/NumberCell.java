package io.tiktoktoe.table;

import java.nio.file.Path;

/** A number in a cell of a table, or that there is none. */
final class NumberCell {

  /** Longest text that is read as a number; the longest exact double has fewer digits. */
  static final int MAX_LENGTH = 1_100;

  /** Largest value: its fourth power, summed over all rows, still is a number. */
  private static final double MAX_VALUE = 1e75;

  private static final int MAX_SHOWN = 40;

  private static final String PLAIN = "0123456789.-+eE";

  private NumberCell() {}

  /**
   * The number in {@code text}; missing (NaN) when it is empty, NaN, NA or null.
   *
   * @param column for messages
   * @throws TableException if it is none, infinite or beyond 1e75, with row, value and remedy
   */
  static double read(Path file, long row, String column, TableValues values, String text) {
    double value;
    try {
      value = parse(text, values);
    } catch (IllegalArgumentException e) {
      throw new TableException(
          "%s: row %d: %s (%s) is not a number. Write it like 12.5, or leave it empty when it is missing."
              .formatted(file, row, column, shortened(text)),
          e);
    }
    if (Double.isInfinite(value)) {
      throw wrong(file, row, column, text, "is not finite. Leave it empty when it is missing.");
    }
    if (Math.abs(value) > MAX_VALUE) {
      String remedy = "is beyond 1e75, with which nothing can be computed. Count in a larger unit.";
      throw wrong(file, row, column, text, remedy);
    }
    return value;
  }

  /** The beginning of a text that may be long. */
  static String shortened(String text) {
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
  }

  private static TableException wrong(
      Path file, long row, String column, String text, String remedy) {
    return new TableException(
        "%s: row %d: %s (%s) %s".formatted(file, row, column, shortened(text), remedy));
  }

  private static double parse(String text, TableValues values) {
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
    return text.length() <= MAX_LENGTH && text.chars().allMatch(c -> PLAIN.indexOf(c) >= 0);
  }
}
