package io.tiktoktoe.file;

import java.util.regex.Pattern;

/**
 * Text in a CSV file that a spreadsheet would run as a formula. One definition for every writer:
 * the patterns mean the same to Java and to the engine's RE2.
 */
public final class SpreadsheetText {

  /**
   * Begins like a formula: also after a line end, which spreadsheets pass over, and in full width.
   */
  public static final String FORMULA = "^[=+@\\t\\r\\n\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}-]";

  /** Begins with a sign and is all the same no more than a number. */
  public static final String NUMBER = "[+-]?[0-9]*[.]?[0-9]+([eE][+-]?[0-9]+)?";

  private static final Pattern IS_FORMULA = Pattern.compile(FORMULA);
  private static final Pattern IS_NUMBER = Pattern.compile(NUMBER);

  private SpreadsheetText() {}

  /** The text, with an apostrophe before it where a spreadsheet would run it. */
  public static String inert(String text) {
    return IS_FORMULA.matcher(text).find() && !IS_NUMBER.matcher(text).matches()
        ? "'" + text
        : text;
  }
}
