package io.tiktoktoe.store.query;

import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.store.model.ResultRow;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Currency;

/** Brings amounts into one currency. */
record Conversion(ExchangeRates rates, Currency target) {

  /** The amount in {@code column} at the rate of the day of {@code time}, in minor units. */
  long amount(ResultRow row, String column, String currency, String time) {
    Money money = Money.ofMinor(row.number(column), row.required(currency));
    return money.currency().equals(target)
        ? money.minorUnits()
        : rates.convert(money, target, day(row, time)).minorUnits();
  }

  private static LocalDate day(ResultRow row, String column) {
    return column.equals("day")
        ? row.day(column)
        : LocalDateTime.ofInstant(row.instant(column), ZoneOffset.UTC).toLocalDate();
  }
}
