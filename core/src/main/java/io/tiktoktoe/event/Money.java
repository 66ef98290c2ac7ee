package io.tiktoktoe.event;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount of money: minor units (cents, yen, fils) of an ISO 4217 currency. Arithmetic is
 * exact or throws; two currencies are never combined.
 *
 * @param minorUnits the amount in the currency's smallest unit; negative for money going out
 * @param currency its ISO 4217 currency, with 0 (JPY), 2 (USD) or 3 (KWD) decimal digits
 */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

  public Money {
    Objects.requireNonNull(currency, "currency");
    if (currency.getDefaultFractionDigits() < 0) {
      throw new IllegalArgumentException(
          "currency (" + currency + ") has no minor unit. Use a currency in which people pay.");
    }
  }

  /** An amount of {@code minorUnits} of the currency with this ISO 4217 {@code code}. */
  public static Money ofMinor(long minorUnits, String code) {
    return new Money(minorUnits, currency(code));
  }

  /** Nothing, in this currency. */
  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * Reads decimal text in major units, such as {@code "12.50"}.
   *
   * @throws IllegalArgumentException if the text is no decimal number, has more digits than the
   *     currency, or does not fit 64 bits of minor units
   */
  public static Money parse(String amount, Currency currency) {
    if (amount.length() > MAX_TEXT_LENGTH) {
      throw new IllegalArgumentException(
          "amount has "
              + amount.length()
              + " characters, at most "
              + MAX_TEXT_LENGTH
              + " are read.");
    }
    BigDecimal decimal;
    try {
      decimal = new BigDecimal(amount.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "amount (" + amount + ") is not a decimal number. Write it like 12.50.", e);
    }
    int digits = currency.getDefaultFractionDigits();
    // Both bounds before scaling: 1e999999999 must not allocate its digits.
    if (decimal.precision() - (long) decimal.scale() > MAX_MAJOR_DIGITS) {
      throw new IllegalArgumentException("amount (" + amount + ") is too large for any account.");
    }
    if (decimal.stripTrailingZeros().scale() > digits) {
      throw new IllegalArgumentException(
          "amount (%s) has more decimals than %s, which has %d. Round it at its source."
              .formatted(amount, currency, digits));
    }
    return new Money(decimal.movePointRight(digits).longValueExact(), currency);
  }

  /**
   * The ISO 4217 currency with this code.
   *
   * @throws IllegalArgumentException naming the code if there is none
   */
  public static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "currency (" + code + ") is unknown. Use an ISO 4217 code such as USD, EUR or JPY.", e);
    }
  }

  /** This plus {@code other}; throws on another currency or on overflow. */
  public Money plus(Money other) {
    return new Money(Math.addExact(minorUnits, sameCurrency(other).minorUnits), currency);
  }

  /** This minus {@code other}; throws on another currency or on overflow. */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(minorUnits, sameCurrency(other).minorUnits), currency);
  }

  /** The same amount in the other direction. */
  public Money negated() {
    return new Money(Math.negateExact(minorUnits), currency);
  }

  /** The amount in major units, exact: 1250 USD cents are 12.50. */
  public BigDecimal toDecimal() {
    return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minorUnits, sameCurrency(other).minorUnits);
  }

  /** Decimal text and code, such as {@code 12.50 USD}. */
  @Override
  public String toString() {
    return toDecimal().toPlainString() + " " + currency;
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "%s and %s are different currencies. Convert one with a dated exchange rate first."
              .formatted(this, other));
    }
    return other;
  }

  /** Longest amount text that is read; 64 bits need 20 characters. */
  private static final int MAX_TEXT_LENGTH = 64;

  /** Digits before the point that 64 bits of minor units can hold at most. */
  private static final int MAX_MAJOR_DIGITS = 19;
}
