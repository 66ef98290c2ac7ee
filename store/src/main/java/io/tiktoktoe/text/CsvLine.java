package io.tiktoktoe.text;

import io.tiktoktoe.file.SpreadsheetText;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A line of comma-separated values on its way out (RFC 4180), cell by cell; the one place that
 * quotes. Lines end with a line feed. Not thread safe.
 */
public final class CsvLine {

  /** From here on Java writes exponents. */
  private static final double EXPONENTS_FROM = 1e7;

  /** Up to here a number is what somebody may have written or counted. */
  private static final double PLAIN_BELOW = 1e15;

  /** Digits that people read. */
  private static final int DIGITS = 6;

  /** Places beyond which zeros say less than an exponent. */
  private static final int MOST_PLACES = 20;

  private final StringBuilder line = new StringBuilder();
  private int cells;

  /** An empty line. */
  public CsvLine() {}

  /** A text for people and their spreadsheets: what would run as a formula is made inert. */
  public CsvLine shown(String text) {
    String inert = SpreadsheetText.inert(text);
    return inert.isEmpty() ? missing() : exact(inert);
  }

  /**
   * A text that is read back exactly; an empty one stands in quotes, unlike one that is missing.
   */
  public CsvLine exact(String text) {
    separate();
    if (needsQuotes(text)) {
      line.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      line.append(text);
    }
    return this;
  }

  /**
   * A number, such that it reads back exactly; empty unless it is finite. Prices, amounts and
   * counts have no exponent, whatever their size.
   */
  public CsvLine number(double value) {
    separate();
    if (!Double.isFinite(value)) {
      return this;
    }
    if (Math.abs(value) >= EXPONENTS_FROM && Math.abs(value) < PLAIN_BELOW) {
      line.append(BigDecimal.valueOf(value).toPlainString());
    } else {
      line.append(value);
    }
    return this;
  }

  /**
   * A number for people: whole where it has six digits before its point, with six digits in all
   * otherwise; empty unless it is finite.
   */
  public CsvLine rounded(double value) {
    separate();
    if (Double.isFinite(value)) {
      BigDecimal exact = BigDecimal.valueOf(value);
      int digits = Math.max(DIGITS, exact.precision() - exact.scale());
      BigDecimal shown = exact.round(new MathContext(digits)).stripTrailingZeros();
      line.append(isPlain(shown) ? shown.toPlainString() : shown.toString());
    }
    return this;
  }

  private static boolean isPlain(BigDecimal value) {
    return value.precision() - value.scale() < MOST_PLACES && value.scale() < MOST_PLACES;
  }

  /** A whole number. */
  public CsvLine number(long value) {
    separate();
    line.append(value);
    return this;
  }

  /** True or false. */
  public CsvLine flag(boolean value) {
    separate();
    line.append(value);
    return this;
  }

  /** An empty cell. */
  public CsvLine missing() {
    separate();
    return this;
  }

  /** How many cells it has. */
  public int cells() {
    return cells;
  }

  /** Writes it with its end, and begins the next one. */
  public void end(Appendable out) throws IOException {
    out.append(line.append('\n'));
    line.setLength(0);
    cells = 0;
  }

  private void separate() {
    if (cells++ > 0) {
      line.append(',');
    }
  }

  private static boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return text.isEmpty() || text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ';
  }
}
