package io.tiktoktoe.text;

import io.tiktoktoe.file.WrongValueException;
import java.math.BigDecimal;
import java.util.Collection;

/**
 * How a file writes numbers: {@code 1,234.56} or {@code 1.234,56}. Decided once per file from what
 * its own values prove, because {@code 1,234} alone means either.
 */
public enum NumberStyle {
  POINT('.'),
  COMMA(',');

  /** With fewer numbers for each that is written otherwise, a file has no style of its own. */
  private static final int MIN_PROOFS_PER_SLIP = 10;

  /** Longest number that is read; 64 bits need 20 digits. */
  private static final int MAX_LENGTH = 64;

  private final char decimal;

  NumberStyle(char decimal) {
    this.decimal = decimal;
  }

  /**
   * The style that {@code samples} prove, or {@code fallback} when they prove nothing or as much
   * for the one as for the other. A few that prove the other style are slips, whose rows are
   * rejected one by one.
   *
   * @throws WrongValueException if so many prove either that what proves nothing may be both
   */
  public static NumberStyle of(Collection<String> samples, NumberStyle fallback) {
    int points = 0;
    int commas = 0;
    String lastPoint = "";
    String lastComma = "";
    for (String sample : samples) {
      char proven = provenDecimal(CurrencySigns.bare(sample));
      if (proven == '.') {
        points++;
        lastPoint = sample;
      } else if (proven == ',') {
        commas++;
        lastComma = sample;
      }
    }
    int slips = Math.min(points, commas);
    if (slips > 1 && slips * MIN_PROOFS_PER_SLIP > points + commas) {
      throw new WrongValueException(
          lastPoint,
          "mixes decimal points, such as %s, and decimal commas, such as %s"
              .formatted(lastPoint, lastComma));
    }
    return points == commas ? fallback : points > commas ? POINT : COMMA;
  }

  /** The decimal sign that this number can only have, or 0. */
  private static char provenDecimal(String number) {
    int point = number.lastIndexOf('.');
    int comma = number.lastIndexOf(',');
    if (point >= 0 && comma >= 0) {
      return point > comma ? '.' : ',';
    }
    int sign = Math.max(point, comma);
    if (sign < 0) {
      return 0;
    }
    char other = point >= 0 ? ',' : '.';
    boolean repeated = number.indexOf(number.charAt(sign)) != sign;
    if (repeated) {
      return other;
    }
    int digits = 0;
    while (sign + 1 + digits < number.length()
        && Character.isDigit(number.charAt(sign + 1 + digits))) {
      digits++;
    }
    int before = 0;
    while (sign - 1 - before >= 0 && Character.isDigit(number.charAt(sign - 1 - before))) {
      before++;
    }
    boolean couldGroup =
        digits == 3 && before >= 1 && before <= 3 && number.charAt(sign - before) != '0';
    return couldGroup ? 0 : number.charAt(sign);
  }

  /**
   * The number in {@code text}, which may carry a currency's sign or code, a percent sign,
   * grouping, a minus of any kind or parentheses for one.
   */
  public BigDecimal read(String given) {
    if (given.length() > MAX_LENGTH) {
      throw new WrongValueException(given, "has more than " + MAX_LENGTH + " characters");
    }
    String text = CurrencySigns.bare(given.strip()).strip();
    char proven = provenDecimal(text);
    if (proven != 0 && proven != decimal) {
      // Read in this style it would be another number, often a thousandfold.
      throw new WrongValueException(
          given, "has a decimal %c where the file has %c".formatted(proven, decimal));
    }
    StringBuilder plain = new StringBuilder();
    boolean negative = text.startsWith("(") && text.endsWith(")");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        plain.append((char) ('0' + Character.digit(c, 10)));
      } else if (c == decimal) {
        plain.append('.');
      } else if ((c == '-' || c == '\u2212') && (plain.isEmpty() || i == text.length() - 1)) {
        negative = true;
      } else if ((c == 'e' || c == 'E') && !plain.isEmpty()) {
        return scientific(text);
      } else if (!isOrnament(c)) {
        throw new WrongValueException(text, "is not a number");
      }
    }
    try {
      BigDecimal value = new BigDecimal(plain.toString());
      return negative ? value.negate() : value;
    } catch (NumberFormatException e) {
      throw new WrongValueException(text, "is not a number");
    }
  }

  private static BigDecimal scientific(String text) {
    try {
      BigDecimal value = new BigDecimal(text.strip());
      // Before any arithmetic: 1e999999999 must not allocate its digits.
      if (Math.abs((long) value.scale()) > MAX_LENGTH) {
        throw new WrongValueException(text, "is too large or too small a number");
      }
      return value;
    } catch (NumberFormatException e) {
      throw new WrongValueException(text, "is not a number");
    }
  }

  private boolean isOrnament(char c) {
    return c == ',' && decimal == '.'
        || c == '.' && decimal == ','
        || c == '\''
        || c == '\u2019'
        || c == '+'
        || c == '%'
        || c == '('
        || c == ')'
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.CURRENCY_SYMBOL;
  }
}
