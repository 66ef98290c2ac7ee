package io.tiktoktoe.service;

import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.table.TableReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dated exchange rates in a table with exactly the columns date, from, to and rate. */
public record RatesFile(Path file, List<ExchangeRates.Rate> rates) {

  private static final List<String> COLUMNS = List.of("date", "from", "to", "rate");

  /** Characters of a rate, and places before and after its point. */
  private static final int MAX_NUMBER = 64;

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
      List<ExchangeRates.Rate> rates = new ArrayList<>();
      while (reader.next()) {
        rates.add(rate(file, reader));
      }
      return Optional.of(new RatesFile(file, rates));
    }
  }

  private static ExchangeRates.Rate rate(Path file, TableReader reader) {
    try {
      return new ExchangeRates.Rate(
          LocalDate.parse(reader.cell(0).strip()),
          Money.currency(reader.cell(1).strip()),
          Money.currency(reader.cell(2).strip()),
          number(reader.cell(3).strip()));
    } catch (NumberFormatException | DateTimeException e) {
      throw new ServiceException.UnusableInput(
              "%s: row %d: date (%s) or rate (%s) cannot be read. Write 2026-01-31 and 1.0845.",
              file, reader.row(), reader.cell(0), reader.cell(3))
          .because(e);
    } catch (IllegalArgumentException e) {
      throw new ServiceException.UnusableInput(
              "%s: row %d: %s", file, reader.row(), String.valueOf(e.getMessage()))
          .because(e);
    }
  }

  /** Bounded before it is read: 1e999999999 must not become its digits. */
  private static BigDecimal number(String text) {
    if (text.length() > MAX_NUMBER) {
      throw new NumberFormatException("more than " + MAX_NUMBER + " characters");
    }
    BigDecimal number = new BigDecimal(text);
    if (Math.abs((long) number.scale()) > MAX_NUMBER) {
      throw new NumberFormatException("too large or too small");
    }
    return number;
  }
}
