package io.tiktoktoe.service.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for people in decimal notation, never with an exponent. */
public final class PlainNumber {

  private PlainNumber() {}

  /**
   * All digits of a finite number, such as {@code 0.000001} or {@code 0.1}.
   *
   * @throws NumberFormatException if it is not finite
   */
  public static String exact(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /**
   * A finite number rounded to so many significant digits, grouped by thousands, such as {@code
   * 55,740,000} or {@code 1.841}.
   *
   * @param digits at least 1
   * @throws NumberFormatException if the value is not finite
   */
  public static String about(double value, int digits) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits));
    return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
  }
}
