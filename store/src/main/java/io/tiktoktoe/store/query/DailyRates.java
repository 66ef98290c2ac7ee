package io.tiktoktoe.store.query;

import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/** Converts many amounts into one currency and looks each day's rates up once. */
final class DailyRates {

  private final ExchangeRates rates;
  private final Currency target;
  private final Map<Currency, BigDecimal> today = new HashMap<>();
  private LocalDate day = LocalDate.MIN;

  DailyRates(ExchangeRates rates, Currency target) {
    this.rates = rates;
    this.target = target;
  }

  /**
   * Minor units of the target at the rate of a day, rounding half to even.
   *
   * @throws io.tiktoktoe.event.MissingRateException if no rate of the last days is known
   */
  long convert(long minorUnits, Currency from, LocalDate when) {
    if (minorUnits == 0 || from.equals(target)) {
      return minorUnits;
    }
    if (!when.equals(day)) {
      today.clear();
      day = when;
    }
    BigDecimal rate = today.computeIfAbsent(from, currency -> rates.rate(currency, target, when));
    return ExchangeRates.convert(new Money(minorUnits, from), target, rate).minorUnits();
  }
}
