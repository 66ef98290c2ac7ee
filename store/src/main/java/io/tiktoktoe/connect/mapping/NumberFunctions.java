package io.tiktoktoe.connect.mapping;

import io.tiktoktoe.file.WrongValueException;
import io.tiktoktoe.text.NumberStyle;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The functions on numbers: exact decimals in and out. */
public final class NumberFunctions {

  private static final Set<Currency> CURRENCIES = Currency.getAvailableCurrencies();

  /** A plus and ten digits or more without decimals are no amount that people write. */
  private static final Pattern PHONE = Pattern.compile("\\s*\\+ ?\\d(?: ?\\d){9,}\\s*");

  private NumberFunctions() {}

  static String compute(Function function, List<String> values, NumberStyle style) {
    try {
      return exact(function, values, style);
    } catch (ArithmeticException e) {
      // Of a division by zero, or of exponents that no money has.
      throw new WrongValueException(
          String.join(", ", values), "cannot be computed with " + function.word());
    }
  }

  private static String exact(Function function, List<String> values, NumberStyle style) {
    String first = values.getFirst();
    if (first.isEmpty() && function != Function.PLUS) {
      return "";
    }
    return switch (function) {
      case NUMBER -> isDash(first) ? "" : amount(first, style).toPlainString();
      case COUNT -> whole(style.read(first), first);
      case PLUS -> plus(values);
      case MINUS -> plain(first).subtract(orZero(values.get(1))).toPlainString();
      case TIMES ->
          values.get(1).isEmpty()
              ? ""
              : plain(first).multiply(plain(values.get(1))).toPlainString();
      case DIVIDE ->
          values.get(1).isEmpty()
              ? ""
              : plain(first).divide(plain(values.get(1)), MathContext.DECIMAL64).toPlainString();
      case ROUND -> rounded(plain(first), values.get(1)).toPlainString();
      case POSITIVE -> plain(first).signum() > 0 ? first : "";
      case NEGATIVE -> plain(first).signum() < 0 ? plain(first).negate().toPlainString() : "";
      default -> throw new IllegalStateException(function + " is no function on numbers.");
    };
  }

  private static BigDecimal amount(String text, NumberStyle style) {
    if (PHONE.matcher(text).matches()) {
      throw new WrongValueException(
          text, "looks like a telephone number: write an amount without +, or with decimals");
    }
    return style.read(text);
  }

  /** How some tables write that there is nothing. */
  private static boolean isDash(String text) {
    return text.chars().allMatch(c -> c == '-' || c == '\u2013' || c == '\u2014');
  }

  /** The number of a plain decimal text, as the functions here give it. */
  public static BigDecimal plain(String text) {
    return NumberStyle.POINT.read(text);
  }

  private static BigDecimal orZero(String text) {
    return text.isEmpty() ? BigDecimal.ZERO : plain(text);
  }

  private static String plus(List<String> values) {
    BigDecimal sum = BigDecimal.ZERO;
    boolean any = false;
    for (String value : values) {
      any |= !value.isEmpty();
      sum = sum.add(orZero(value));
    }
    return any ? sum.toPlainString() : "";
  }

  /**
   * Rounded half up to so many digits, or to those of a currency; an unknown one changes nothing.
   */
  static BigDecimal rounded(BigDecimal value, String digitsOrCurrency) {
    if (digitsOrCurrency.matches("\\d")) {
      return value.setScale(Integer.parseInt(digitsOrCurrency), RoundingMode.HALF_UP);
    }
    return CURRENCIES.stream()
        .filter(currency -> currency.getCurrencyCode().equals(digitsOrCurrency))
        .findFirst()
        .map(currency -> value.setScale(digits(currency), RoundingMode.HALF_UP))
        .orElse(value);
  }

  private static int digits(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }

  /** The whole number of {@code value}, as text. */
  public static String whole(BigDecimal value, String text) {
    try {
      return Long.toString(value.longValueExact());
    } catch (ArithmeticException e) {
      throw new WrongValueException(text, "is not a whole number");
    }
  }
}
