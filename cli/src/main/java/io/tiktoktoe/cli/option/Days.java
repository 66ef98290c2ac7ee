package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.terminal.UsageException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;

/** Reads days and zones of the command line. */
public final class Days {

  private Days() {}

  /** A day such as 2026-01-31, given as {@code option}. */
  public static LocalDate parse(String option, String text) {
    try {
      LocalDate day = LocalDate.parse(text.strip());
      if (day.getYear() < 1 || day.getYear() > 9999) {
        throw new DateTimeException("year beyond four digits");
      }
      return day;
    } catch (DateTimeException e) {
      throw new UsageException(
          "%s (%s) is no day. Write it like 2026-01-31.".formatted(option, text), e);
    }
  }

  /** A zone such as Europe/Berlin. */
  public static ZoneId zone(String text) {
    try {
      return ZoneId.of(text.strip());
    } catch (DateTimeException e) {
      throw new UsageException(
          "--zone (%s) is unknown. Use an IANA name such as Europe/Berlin.".formatted(text), e);
    }
  }
}
