package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.model.CalendarFile;
import io.tiktoktoe.service.model.CampaignText;
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
          "Learn from special days, past and planned: a table with columns date and event, and for"
              + " campaigns until and perhaps goal.")
  private Optional<Path> events = Optional.empty();

  @Option(
      names = "--campaign",
      paramLabel = "NAME=START/END/GOAL",
      description =
          "A stretch that grows to an end of its own, such as"
              + " marathon=2026-01-04T12:00/2026-01-11T00:00; name and goal may be absent, past"
              + " ones of the name teach its shape. May be repeated.")
  private List<String> campaigns = List.of();

  /** What the options name; reads the file. */
  public SpecialDays read(Surroundings surroundings) {
    SpecialDays days =
        events
            .map(surroundings::resolve)
            .map(file -> CalendarFile.read(file, countries))
            .orElseGet(() -> new SpecialDays(countries, List.of()))
            .withCampaigns(campaigns.stream().map(CampaignText::parse).toList());
    // An unknown country is told before anything is read or written.
    days.between(LocalDate.EPOCH, LocalDate.EPOCH);
    return days;
  }
}
