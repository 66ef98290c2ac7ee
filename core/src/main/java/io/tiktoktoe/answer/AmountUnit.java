package io.tiktoktoe.answer;

import java.util.Currency;
import java.util.Optional;

/**
 * Unit of measure of amounts kept as decimals: minor units (cents) of a currency, or none where a
 * file's numbers came without one.
 *
 * @param currency whose minor units they are; empty for numbers without a unit
 */
public record AmountUnit(Optional<Currency> currency) {

  /** Plain numbers. */
  public static final AmountUnit NONE = new AmountUnit(Optional.empty());

  /** Minor units of this currency. */
  public static AmountUnit minorOf(Currency currency) {
    return new AmountUnit(Optional.of(currency));
  }

  /** What one of these is in whole currency units: .01 for US cents, 1 for numbers without unit. */
  public double inMajor() {
    return currency.map(one -> Math.pow(10, -one.getDefaultFractionDigits())).orElse(1.0);
  }
}
