package io.tiktoktoe.cli.option;

import io.tiktoktoe.calendar.CalendarEvent;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.model.SpecialDays;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Days that are known to be special: holidays of countries, and events past and planned. */
public final class CalendarOptions {

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

  /** What the options name; reads the file. */
  public SpecialDays read(Surroundings surroundings) {
    List<CalendarEvent> named =
        events.map(surroundings::resolve).map(SpecialDays::read).orElse(List.of());
    SpecialDays days = new SpecialDays(countries, named);
    // An unknown country is told before anything is read or written.
    days.between(LocalDate.EPOCH, LocalDate.EPOCH);
    return days;
  }
}
