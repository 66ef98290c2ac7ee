package io.tiktoktoe.service;

import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.table.TableReader;
import io.tiktoktoe.table.TableValues;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dated exchange rates in a table with exactly the columns date, from, to and rate. */
public record RatesFile(Path file, List<ExchangeRates.Rate> rates) {

  private static final List<String> COLUMNS = List.of("date", "from", "to", "rate");

  public RatesFile {
    rates = List.copyOf(rates);
  }

  /** The rates of a file; empty when it is a table of something else. */
  public static Optional<RatesFile> read(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    // A pipe would have to be read twice; the reader of events says so.
    if (!name.endsWith(".csv") || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (TableReader reader = TableReader.open(file)) {
      if (!reader.columns().equals(COLUMNS)) {
        return Optional.empty();
      }
      TableValues values = TableValues.learned(file, reader, List.of(3), List.of(0));
      List<ExchangeRates.Rate> rates = new ArrayList<>();
      while (reader.next()) {
        rates.add(rate(file, reader, values));
      }
      return Optional.of(new RatesFile(file, rates));
    }
  }

  private static ExchangeRates.Rate rate(Path file, TableReader reader, TableValues values) {
    LocalDate date;
    BigDecimal rate;
    try {
      date = values.day(reader.cell(0).strip());
      rate = values.number(reader.cell(3).strip());
    } catch (IllegalArgumentException e) {
      throw new ServiceException.UnusableInput(
              "%s: row %d: date (%s) or rate (%s) cannot be read. Write 2026-01-31 and 1.0845.",
              file, reader.row(), reader.cell(0), reader.cell(3))
          .because(e);
    }
    try {
      return new ExchangeRates.Rate(
          date,
          Money.currency(reader.cell(1).strip()),
          Money.currency(reader.cell(2).strip()),
          rate);
    } catch (IllegalArgumentException e) {
      throw new ServiceException.UnusableInput(
              "%s: row %d: %s", file, reader.row(), String.valueOf(e.getMessage()))
          .because(e);
    }
  }
}
