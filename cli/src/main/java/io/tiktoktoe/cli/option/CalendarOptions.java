package io.tiktoktoe.cli.option;

import io.tiktoktoe.calendar.CalendarEvent;
import io.tiktoktoe.calendar.Holidays;
import io.tiktoktoe.cli.terminal.FailureException;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.table.TableReader;
import io.tiktoktoe.table.TableValues;
import io.tiktoktoe.table.TimedSeries;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Days that are known to be special: holidays of countries, and events past and planned. */
public final class CalendarOptions {

  /** Days after the newest step up to which holidays are looked up: the furthest horizon. */
  private static final int YEARS_AHEAD = 30;

  @Option(
      names = "--country",
      split = ",",
      paramLabel = "CODE",
      description = "Learn from public holidays of these countries, such as DE,US.")
  private List<String> countries = List.of();

  @Option(
      names = "--events",
      paramLabel = "FILE",
      description =
          "Learn from special days, past and planned: a table with columns date and event.")
  private Optional<Path> events = Optional.empty();

  public boolean given() {
    return !countries.isEmpty() || events.isPresent();
  }

  /** All special days from {@code first} on. */
  public List<CalendarEvent> from(LocalDate first, LocalDate last, Surroundings surroundings) {
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
        throw new UsageException("--country: " + e.getMessage(), e);
      }
    }
    events.ifPresent(file -> found.addAll(read(surroundings.resolve(file))));
    return found;
  }

  /** The special days of a table with columns date and event. */
  public static List<CalendarEvent> read(Path file) {
    try (TableReader reader = TableReader.open(file)) {
      int date = reader.columns().indexOf("date");
      int event = reader.columns().indexOf("event");
      if (date < 0 || event < 0) {
        throw new FailureException(
            "%s has columns %s. Name two of them date and event."
                .formatted(file, String.join(", ", reader.columns())));
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
      throw new FailureException(
          "%s: row %d: event is empty. Name it, such as launch.".formatted(file, reader.row()));
    }
    try {
      return new CalendarEvent(values.day(date), event);
    } catch (IllegalArgumentException e) {
      throw new FailureException(
          "%s: row %d: date %s. Write 2026-01-31.".formatted(file, reader.row(), e.getMessage()),
          e);
    }
  }

  /** Each series of a file with its place on the calendar. */
  public static List<HistoricalMetrics> histories(List<TimedSeries> series) {
    return series.stream().map(CalendarOptions::history).toList();
  }

  private static HistoricalMetrics history(TimedSeries timed) {
    TimedSeries.Dates dates =
        timed
            .dates()
            .orElseThrow(
                () ->
                    new FailureException(
                        "series %s has steps without timestamps; --country, --events and --drivers need days."
                                .formatted(timed.series().id())
                            + " Give a timestamp column, or leave them out."));
    return history(timed.series(), dates);
  }

  private static HistoricalMetrics history(Series series, TimedSeries.Dates dates) {
    Granularity granularity = granularity("series " + series.id(), dates);
    boolean nonNegative = Arrays.stream(series.toArray()).noneMatch(value -> value < 0);
    return new HistoricalMetrics(dates.first(), granularity, List.of(series), nonNegative);
  }

  static Granularity granularity(String what, TimedSeries.Dates dates) {
    return switch (dates.width()) {
      case Period months when months.toTotalMonths() == 1 -> Granularity.MONTH;
      case Duration width when width.equals(Duration.ofHours(1)) -> Granularity.HOUR;
      case Duration width when width.equals(Duration.ofDays(1)) -> Granularity.DAY;
      case Duration width when width.equals(Duration.ofDays(7)) -> Granularity.WEEK;
      default ->
          throw new FailureException(
              "%s has steps of %s; --country, --events and --drivers know hours, days, weeks and"
                      .formatted(what, dates.width())
                  + " months. Leave them out.");
    };
  }

  /** Special days that may touch these histories or their futures. */
  public List<CalendarEvent> touching(
      List<HistoricalMetrics> histories, Surroundings surroundings) {
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
    return from(first, last, surroundings);
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
}
