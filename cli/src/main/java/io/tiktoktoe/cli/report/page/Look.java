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

  /** Columns that a text takes on a terminal, escape codes not counted. */
  public static int columns(String text) {
    String visible = text.indexOf('\u001b') < 0 ? text : text.replaceAll("\u001b\\[[0-9]*m", "");
    return visible.codePointCount(0, visible.length());
  }
}
