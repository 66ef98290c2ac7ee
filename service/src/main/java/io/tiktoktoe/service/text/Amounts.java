package io.tiktoktoe.service.text;

import io.tiktoktoe.event.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/** Writes minor units for people, in major units of one currency. */
record Amounts(String currency, int digits) {

  static Amounts of(Currency currency) {
    return new Amounts(currency.getCurrencyCode(), currency.getDefaultFractionDigits());
  }

  /** An exact amount, such as {@code 1,212.50 USD}. */
  String exact(long minorUnits) {
    return grouped(BigDecimal.valueOf(minorUnits, digits));
  }

  /** An estimate, as tables write it. */
  String about(double minorUnits) {
    return new AmountText(Money.currency(currency), "to").about(minorUnits) + " " + currency;
  }

  private String whole(double minorUnits) {
    return grouped(
        BigDecimal.valueOf(minorUnits)
            .setScale(0, RoundingMode.HALF_EVEN)
            .movePointLeft(digits)
            .setScale(digits, RoundingMode.HALF_EVEN));
  }

  private String grouped(BigDecimal major) {
    return String.format(Locale.ROOT, "%,." + digits + "f %s", major, currency);
  }

  /** A change with its sign, to the minor unit. */
  String signed(double minorUnits) {
    return (minorUnits >= 0 ? "+" : "") + whole(minorUnits);
  }
}
