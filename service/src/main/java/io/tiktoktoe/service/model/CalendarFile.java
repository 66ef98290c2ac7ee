package io.tiktoktoe.service.model;

import io.tiktoktoe.calendar.CalendarEvent;
import io.tiktoktoe.calendar.Campaign;
import io.tiktoktoe.table.TableReader;
import io.tiktoktoe.table.TableValues;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Reads a calendar file: a table of special days, and of campaigns where a row says until when.
 * Columns are date and event, and where there are campaigns until and goal.
 */
public final class CalendarFile {

  private final Path file;
  private final TableReader reader;
  private final TableValues values;
  private final int date;
  private final int event;
  private final int until;
  private final int goal;

  private CalendarFile(Path file, TableReader reader) {
    this.file = file;
    this.reader = reader;
    List<String> columns = reader.columns();
    date = columns.indexOf("date");
    event = columns.indexOf("event");
    until = columns.indexOf("until");
    goal = columns.indexOf("goal");
    if (date < 0 || event < 0) {
      throw new ServiceException.UnusableInput(
          "%s has columns %s. Name two of them date and event.", file, String.join(", ", columns));
    }
    values =
        TableValues.learned(
            file,
            reader,
            goal < 0 ? List.of() : List.of(goal),
            until < 0 ? List.of(date) : List.of(date, until));
  }

  /**
   * What a file names.
   *
   * @throws ServiceException.UnusableInput if the table has other columns or a wrong row
   */
  public static SpecialDays read(Path file, List<String> countries) {
    try (TableReader reader = TableReader.open(file)) {
      CalendarFile calendar = new CalendarFile(file, reader);
      List<CalendarEvent> events = new ArrayList<>();
      List<Campaign> campaigns = new ArrayList<>();
      while (reader.next()) {
        calendar.row(events, campaigns);
      }
      return new SpecialDays(countries, events, campaigns);
    }
  }

  private void row(List<CalendarEvent> events, List<Campaign> campaigns) {
    String name = cell(event);
    if (name.isEmpty()) {
      throw wrong("event is empty. Name it, such as launch.");
    }
    if (cell(until).isEmpty()) {
      if (!cell(goal).isEmpty()) {
        throw wrong("goal (%s) has no until. Say when the campaign ends.".formatted(cell(goal)));
      }
      events.add(new CalendarEvent(start("date", cell(date)).toLocalDate(), name));
      return;
    }
    LocalDateTime start = edge("date", cell(date));
    String last = cell(until);
    LocalDateTime end = edge("until", last);
    // A day without a time is part of the campaign.
    end = CampaignText.hasTime(last) ? end : end.toLocalDate().plusDays(1).atStartOfDay();
    try {
      campaigns.add(new Campaign(name, start, end, amount()));
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private String cell(int column) {
    return column < 0 ? "" : reader.cell(column).strip();
  }

  /** Where a campaign begins or ends; a time that cannot be read is not taken for a whole day. */
  private LocalDateTime edge(String column, String text) {
    if (text.indexOf(':') >= 0 && !CampaignText.hasTime(text)) {
      throw wrong(
          "%s (%s) has a time that is none of a campaign. Write local time, such as"
                  .formatted(column, text)
              + " 2026-01-31T12:00.");
    }
    return start(column, text);
  }

  private LocalDateTime start(String column, String text) {
    try {
      return CampaignText.hasTime(text) ? CampaignText.time(text) : values.day(text).atStartOfDay();
    } catch (IllegalArgumentException e) {
      throw wrong("%s %s. Write 2026-01-31.".formatted(column, e.getMessage()));
    }
  }

  private OptionalDouble amount() {
    String text = cell(goal);
    return text.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(values.number(text).doubleValue());
  }

  private ServiceException.UnusableInput wrong(String what) {
    return new ServiceException.UnusableInput("%s: row %d: %s", file, reader.row(), what);
  }
}
