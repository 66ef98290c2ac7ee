package io.tiktoktoe.store.query;

import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Brings prices of all days into one currency at the rate of one day, so that no price moves with
 * an exchange rate. Major units.
 */
final class PriceConversion {

  private final ExchangeRates rates;
  private final Currency target;
  private final LocalDate day;
  private final Map<String, Double> factors = new HashMap<>();
  private final TreeSet<String> unknown = new TreeSet<>();

  /**
   * @param day whose rates count
   */
  PriceConversion(ExchangeRates rates, Currency target, LocalDate day) {
    this.rates = rates;
    this.target = target;
    this.day = day;
  }

  /** Major units of the target; NaN when no rate is known, which is then told. */
  double major(double minor, String currency) {
    return minor * factors.computeIfAbsent(currency, this::factor);
  }

  /** Major units of the target for major units. */
  double ofMajor(double major, String currency) {
    int digits = Money.currency(currency).getDefaultFractionDigits();
    return major(major * Math.pow(10, digits), currency);
  }

  private double factor(String code) {
    Currency from = Money.currency(code);
    double unit = BigDecimal.ONE.movePointLeft(from.getDefaultFractionDigits()).doubleValue();
    if (!rates.knows(from, target, day)) {
      unknown.add(code);
      return Double.NaN;
    }
    return unit * rates.rate(from, target, day).doubleValue();
  }

  /** Currencies for which no rate was known. */
  List<String> unknown() {
    return List.copyOf(unknown);
  }
}
