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
}
