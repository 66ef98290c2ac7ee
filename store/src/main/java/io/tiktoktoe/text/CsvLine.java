package io.tiktoktoe.text;

import io.tiktoktoe.file.SpreadsheetText;
import java.io.IOException;

/**
 * A line of comma-separated values on its way out (RFC 4180), cell by cell; the one place that
 * quotes. Lines end with a line feed. Not thread safe.
 */
public final class CsvLine {

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

  /** A number, such that it reads back exactly; empty unless it is finite. */
  public CsvLine number(double value) {
    separate();
    if (Double.isFinite(value)) {
      line.append(value);
    }
    return this;
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
