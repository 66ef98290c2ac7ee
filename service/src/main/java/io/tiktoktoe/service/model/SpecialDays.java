package io.tiktoktoe.service.model;

import io.tiktoktoe.calendar.CalendarEvent;
import io.tiktoktoe.calendar.Holidays;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.table.TableReader;
import io.tiktoktoe.table.TableValues;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Days that are known to be special.
 *
 * @param countries ISO 3166 codes of the countries whose public holidays count, such as DE
 * @param events other days, past and planned
 */
public record SpecialDays(List<String> countries, List<CalendarEvent> events) {

  /** No day is special. */
  public static final SpecialDays NONE = new SpecialDays(List.of(), List.of());

  /** Days after the newest step up to which holidays are looked up: the furthest horizon. */
  private static final int YEARS_AHEAD = 30;

  public SpecialDays {
    countries = List.copyOf(countries);
    events = List.copyOf(events);
  }

  /** Whether any day may be special. */
  public boolean given() {
    return !countries.isEmpty() || !events.isEmpty();
  }

  /**
   * Reads events from a table with columns date and event.
   *
   * @throws ServiceException.UnusableInput if the table has other columns or a wrong row
   */
  public static List<CalendarEvent> read(Path file) {
    try (TableReader reader = TableReader.open(file)) {
      int date = reader.columns().indexOf("date");
      int event = reader.columns().indexOf("event");
      if (date < 0 || event < 0) {
        throw new ServiceException.UnusableInput(
            "%s has columns %s. Name two of them date and event.",
            file, String.join(", ", reader.columns()));
      }
      TableValues values = TableValues.learned(file, reader, List.of(), List.of(date));
      List<CalendarEvent> found = new ArrayList<>();
      while (reader.next()) {
        found.add(
            event(file, reader, values, reader.cell(date).strip(), reader.cell(event).strip()));
      }
      return found;
    }
  }

  private static CalendarEvent event(
      Path file, TableReader reader, TableValues values, String date, String event) {
    if (event.isEmpty()) {
      throw new ServiceException.UnusableInput(
          "%s: row %d: event is empty. Name it, such as launch.", file, reader.row());
    }
    try {
      return new CalendarEvent(values.day(date), event);
    } catch (IllegalArgumentException e) {
      throw new ServiceException.UnusableInput(
              "%s: row %d: date %s. Write 2026-01-31.",
              file, reader.row(), String.valueOf(e.getMessage()))
          .because(e);
    }
  }

  /** Holidays from {@code first} to {@code last}, and every event. */
  public List<CalendarEvent> between(LocalDate first, LocalDate last) {
    List<CalendarEvent> found = new ArrayList<>();
    for (String country : countries) {
      try {
        for (CalendarEvent event : Holidays.of(country.strip(), first, last)) {
          // Two countries' Christmas is one day.
          if (!found.contains(event)) {
            found.add(event);
          }
        }
      } catch (IllegalArgumentException e) {
        throw new ServiceException.BadRequest(
                "country", "{country}: %s", String.valueOf(e.getMessage()))
            .because(e);
      }
    }
    found.addAll(events);
    return found;
  }

  /** Special days that may touch these histories or their futures. */
  public List<CalendarEvent> touching(List<HistoricalMetrics> histories) {
    LocalDate first =
        histories.stream()
            .map(one -> one.start().toLocalDate())
            .min(LocalDate::compareTo)
            .orElse(LocalDate.EPOCH);
    LocalDate last =
        histories.stream()
            .map(one -> end(one).plusYears(YEARS_AHEAD))
            .max(LocalDate::compareTo)
            .orElse(LocalDate.EPOCH);
    return between(first, last);
  }

  private static LocalDate end(HistoricalMetrics history) {
    LocalDate start = history.start().toLocalDate();
    return switch (history.granularity()) {
      case HOUR -> start.plusDays(history.length() / 24);
      case DAY -> start.plusDays(history.length());
      case WEEK -> start.plusWeeks(history.length());
      case MONTH -> start.plusMonths(history.length());
    };
  }

  /**
   * Kinds of events that are planned from {@code end} on and never were before it: what they bring
   * is unknown, and they are left out.
   */
  public List<String> unknown(LocalDate end) {
    return events.stream()
        .map(CalendarEvent::kind)
        .distinct()
        .filter(
            kind ->
                events.stream()
                    .filter(one -> one.kind().equals(kind))
                    .noneMatch(one -> one.day().isBefore(end)))
        .toList();
  }
}
