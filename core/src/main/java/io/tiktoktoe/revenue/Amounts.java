package io.tiktoktoe.revenue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Writes minor units for people, in major units of one currency. */
record Amounts(String currency, int digits) {

  static Amounts of(Currency currency) {
    return new Amounts(currency.getCurrencyCode(), currency.getDefaultFractionDigits());
  }

  /** An exact amount, such as {@code 12.50 USD}. */
  String exact(long minorUnits) {
    return BigDecimal.valueOf(minorUnits, digits).toPlainString() + " " + currency;
  }

  /** An estimate, rounded to whole minor units. */
  String about(double minorUnits) {
    return BigDecimal.valueOf(minorUnits)
            .setScale(0, RoundingMode.HALF_EVEN)
            .movePointLeft(digits)
            .setScale(digits, RoundingMode.HALF_EVEN)
            .toPlainString()
        + " "
        + currency;
  }

  /** The same with its sign. */
  String signed(double minorUnits) {
    return (minorUnits >= 0 ? "+" : "") + about(minorUnits);
  }
}
