package io.tiktoktoe.connect.mapping;

import io.tiktoktoe.connect.file.WrongValueException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * How a file writes numbers: {@code 1,234.56} or {@code 1.234,56}. Decided once per file from what
 * its own values prove, because {@code 1,234} alone means either.
 */
public enum NumberStyle {
  POINT('.'),
  COMMA(',');

  /** Longest number that is read; 64 bits need 20 digits. */
  private static final int MAX_LENGTH = 64;

  /** A currency's code beside an amount. */
  private static final Pattern CODE = Pattern.compile("^[A-Z]{3}(?=[ \\d-])|(?<=[ \\d])[A-Z]{3}$");

  private final char decimal;

  NumberStyle(char decimal) {
    this.decimal = decimal;
  }

  /**
   * The style that {@code samples} prove, or {@code fallback} when they prove nothing.
   *
   * @throws WrongValueException if they prove both
   */
  public static NumberStyle of(Collection<String> samples, NumberStyle fallback) {
    NumberStyle found = null;
    for (String sample : samples) {
      char proven = provenDecimal(sample);
      if (proven == 0) {
        continue;
      }
      NumberStyle style = proven == '.' ? POINT : COMMA;
      if (found != null && found != style) {
        throw new WrongValueException(sample, "mixes decimal points and decimal commas");
      }
      found = style;
    }
    return found == null ? fallback : found;
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
   * The number in {@code text}, which may carry a currency sign, a percent sign, grouping, a minus
   * of any kind or parentheses for one.
   */
  public BigDecimal read(String given) {
    if (given.length() > MAX_LENGTH) {
      throw new WrongValueException(given, "has more than " + MAX_LENGTH + " characters");
    }
    String text = CODE.matcher(given.strip()).replaceAll("").strip();
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
