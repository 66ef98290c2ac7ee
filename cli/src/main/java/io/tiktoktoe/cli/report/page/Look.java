package io.tiktoktoe.cli.report.page;

import io.tiktoktoe.service.text.AmountText;
import java.util.Currency;

/**
 * How text may be shown.
 *
 * @param width columns
 * @param colour whether escape codes are understood
 * @param unicode whether more than ASCII is shown
 */
public record Look(int width, boolean colour, boolean unicode) {

  /** Plain ASCII of 80 columns: files and logs. */
  public static final Look PLAIN = new Look(80, false, false);

  private static final String RESET = "\u001b[0m";

  /** How amounts of a currency are shown. */
  public AmountText amounts(Currency currency) {
    return new AmountText(currency, either("–", "to"));
  }

  /** Headings. */
  String bold(String text) {
    return colour ? "\u001b[1m" + text + RESET : text;
  }

  /** What matters less. */
  public String dim(String text) {
    return colour ? "\u001b[2m" + text + RESET : text;
  }

  /** Green for better, red for worse; the text itself must say which. */
  public String signed(String text, double sign) {
    if (!colour || sign == 0 || Double.isNaN(sign)) {
      return text;
    }
    return (sign > 0 ? "\u001b[32m" : "\u001b[31m") + text + RESET;
  }

  /** One of two texts, by what the reader's terminal shows. */
  public String either(String unicodeText, String asciiText) {
    return unicode ? unicodeText : asciiText;
  }

  /** Columns that a text takes on a terminal: escape codes none, East Asian letters two each. */
  public static int columns(String text) {
    return plain(text).codePoints().map(Look::columnsOf).sum();
  }

  /** The text without escape codes. */
  static String plain(String text) {
    return text.indexOf('\u001b') < 0 ? text : text.replaceAll("\u001b\\[[0-9]*m", "");
  }

  private static int columnsOf(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /** The ranges of Unicode's East Asian Width that are wide, without single signs. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0xa4cf)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6)
        || (c >= 0x1f300 && c <= 0x1faff)
        || (c >= 0x20000 && c <= 0x3fffd);
  }
}
