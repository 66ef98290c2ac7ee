package io.tiktoktoe.connect.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Values that senders write as text, read as the engine's casts read them. */
final class TypedText {

  /** Longer numbers are no amounts, and would take long to read. */
  private static final int MAX_DIGITS = 400;

  private static final int MICRO_DIGITS = 6;

  private TypedText() {}

  /** A whole number, rounded if it has decimals; empty if it is none or beyond 64 bits. */
  static OptionalLong whole(String text) {
    String number = text.strip();
    if (!isNumber(number)) {
      return OptionalLong.empty();
    }
    BigDecimal value = new BigDecimal(number);
    // A huge exponent must not become as many digits.
    if ((long) value.precision() - value.scale() > 19) {
      return value.signum() == 0 ? OptionalLong.of(0) : OptionalLong.empty();
    }
    if ((long) value.precision() - value.scale() < 0) {
      return OptionalLong.of(0);
    }
    BigDecimal rounded = value.setScale(0, RoundingMode.HALF_UP);
    return rounded.toBigInteger().bitLength() > 63
        ? OptionalLong.empty()
        : OptionalLong.of(rounded.longValue());
  }

  /** A number; empty if it is none. */
  static OptionalDouble real(String text) {
    String number = text.strip();
    if (isNumber(number)) {
      return OptionalDouble.of(Double.parseDouble(number));
    }
    return switch (number.toLowerCase(Locale.ROOT)) {
      case "nan" -> OptionalDouble.of(Double.NaN);
      case "inf", "+inf", "infinity", "+infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      default -> OptionalDouble.empty();
    };
  }

  /** Digits with a point and an exponent, of which the exponent has no more than 9 digits. */
  private static boolean isNumber(String text) {
    int digits = 0;
    boolean point = false;
    int i = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    return digits > 0
        && text.length() <= MAX_DIGITS
        && (i == text.length() || text.substring(i).matches("[eE][+-]?[0-9]{1,9}"));
  }

  /** True or false in the usual words; empty if it is neither. */
  static Optional<Boolean> truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "t", "yes", "y", "1" -> Optional.of(true);
      case "false", "f", "no", "n", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /**
   * Microseconds since 1970 of {@code 2026-01-31T23:59:59.123456Z} in these bytes, or {@link
   * Long#MIN_VALUE} for any other form, which only the engine reads.
   */
  static long micros(byte[] text, int offset, int length) {
    if (length < 20
        || length > 21 + MICRO_DIGITS
        || text[offset + 4] != '-'
        || text[offset + 7] != '-'
        || text[offset + 10] != 'T'
        || text[offset + 13] != ':'
        || text[offset + 16] != ':'
        || text[offset + length - 1] != 'Z') {
      return Long.MIN_VALUE;
    }
    int year = digits(text, offset, 4);
    int month = digits(text, offset + 5, 2);
    int day = digits(text, offset + 8, 2);
    int hour = digits(text, offset + 11, 2);
    int minute = digits(text, offset + 14, 2);
    int second = digits(text, offset + 17, 2);
    int fraction = fraction(text, offset + 19, length - 20);
    boolean plain = year > 0 && month > 0 && month <= 12 && day > 0 && day <= days(year, month);
    boolean clock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    if (!plain || !clock || second < 0 || second >= 60 || fraction < 0) {
      return Long.MIN_VALUE;
    }
    long seconds = ((epochDay(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
    return seconds * 1_000_000 + fraction;
  }

  private static int digits(byte[] text, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value;
  }

  private static int fraction(byte[] text, int from, int length) {
    if (length == 0) {
      return 0;
    }
    if (text[from] != '.' || length == 1) {
      return -1;
    }
    int value = digits(text, from + 1, length - 1);
    for (int i = length - 1; i < MICRO_DIGITS; i++) {
      value *= 10;
    }
    return value;
  }

  private static int days(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return switch (month) {
      case 2 -> leap ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /** Days since 1970-01-01 in the Gregorian calendar, its years counted from March. */
  private static long epochDay(int year, int month, int day) {
    int shifted = month > 2 ? year : year - 1;
    int inYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return 365L * shifted + shifted / 4 - shifted / 100 + shifted / 400 + inYear - 719_468;
  }
}
