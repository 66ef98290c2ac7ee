package io.tiktoktoe.store.query;

import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.store.model.ResultRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Currency;

/** Brings amounts into one currency. */
record Conversion(ExchangeRates rates, Currency target) {

  /** The amount in {@code column} at the rate of the day of {@code time}, in minor units. */
  long amount(ResultRow row, String column, String currency, String time) {
    return amount(Money.ofMinor(row.number(column), row.required(currency)), day(row, time));
  }

  /** The amount at the rate of the day of {@code time} in UTC, in minor units. */
  long amount(Money money, Instant time) {
    return amount(money, LocalDateTime.ofInstant(time, ZoneOffset.UTC).toLocalDate());
  }

  private long amount(Money money, LocalDate day) {
    return money.minorUnits() == 0 || money.currency().equals(target)
        ? money.minorUnits()
        : rates.convert(money, target, day).minorUnits();
  }

  private static LocalDate day(ResultRow row, String column) {
    return column.equals("day")
        ? row.day(column)
        : LocalDateTime.ofInstant(row.instant(column), ZoneOffset.UTC).toLocalDate();
  }
}
