package io.tiktoktoe.service.model;

import io.tiktoktoe.calendar.Campaign;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A campaign written in one line, {@code NAME=START/END/GOAL}, such as {@code
 * marathon=2026-01-04T12:00/2026-01-11T00:00/2000000}; name and goal may be left out, and days
 * stand for the whole of them.
 */
public final class CampaignText {

  /** The kind of campaigns that have no name. */
  private static final String UNNAMED = "campaign";

  private static final Pattern WHOLE =
      Pattern.compile("(?:([^=/]+)=)?([^=/]+)/([^=/]+)(?:/([^=/]+))?");

  private static final Pattern TIME =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2})?)");

  private CampaignText() {}

  /**
   * Reads one.
   *
   * @throws ServiceException.BadRequest if it is none
   */
  public static Campaign parse(String text) {
    Matcher parts = WHOLE.matcher(text.strip());
    if (!parts.matches()) {
      throw wrong(text, "is not START/END");
    }
    try {
      String name = parts.group(1) == null ? UNNAMED : parts.group(1).strip();
      String last = parts.group(3).strip();
      LocalDateTime end =
          hasTime(last) ? time(last) : LocalDate.parse(last).plusDays(1).atStartOfDay();
      String first = parts.group(2).strip();
      LocalDateTime start = hasTime(first) ? time(first) : LocalDate.parse(first).atStartOfDay();
      OptionalDouble goal =
          parts.group(4) == null
              ? OptionalDouble.empty()
              : OptionalDouble.of(Double.parseDouble(parts.group(4).strip()));
      return new Campaign(name, start, end, goal);
    } catch (NumberFormatException e) {
      throw wrong(text, "has a goal that is no number").because(e);
    } catch (DateTimeException e) {
      throw wrong(text, "has a day that is none").because(e);
    } catch (IllegalArgumentException e) {
      throw new ServiceException.BadRequest(
              "campaign", "{campaign}: %s", String.valueOf(e.getMessage()))
          .because(e);
    }
  }

  private static ServiceException wrong(String text, String why) {
    return new ServiceException.BadRequest(
        "campaign",
        "{campaign} (%s) %s. Write it like launch=2026-03-01/2026-03-07 or"
            + " marathon=2026-01-04T12:00/2026-01-11T00:00/50000.",
        text,
        why);
  }

  /** Whether a text is a day with a time. */
  static boolean hasTime(String text) {
    return TIME.matcher(text).matches();
  }

  /**
   * The local time in a text that {@linkplain #hasTime has one}.
   *
   * @throws IllegalArgumentException if there is no such time
   */
  static LocalDateTime time(String text) {
    try {
      return LocalDateTime.parse(text.replace(' ', 'T'));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("(%s) is no time".formatted(text), e);
    }
  }
}
