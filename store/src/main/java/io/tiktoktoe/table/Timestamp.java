package io.tiktoktoe.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/**
 * A point in time as a file writes it.
 *
 * @param instantMillis milliseconds since 1970 in UTC; local time counts as UTC
 * @param localMillis the same of the local time as written, its offset ignored
 */
record Timestamp(long instantMillis, long localMillis) {

  private static final int DATE_LENGTH = "2026-01-31".length();
  private static final int MONTH_LENGTH = "2026-01".length();
  private static final int EPOCH_SECONDS_LENGTH = 10;
  private static final int EPOCH_MILLIS_LENGTH = 13;

  private static final DateTimeFormatter DATE_TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][X]")
          .toFormatter();

  /**
   * Reads a day, a month, a date and time with {@code T} or a blank between them and an offset or
   * none, or seconds or milliseconds since 1970.
   *
   * @throws IllegalArgumentException with the text and a remedy if it is neither
   */
  static Timestamp parse(String text) {
    try {
      if (isEpoch(text)) {
        long number = Long.parseLong(text);
        long millis = text.length() == EPOCH_MILLIS_LENGTH ? number : number * 1_000;
        return new Timestamp(millis, millis);
      }
      if (text.length() == MONTH_LENGTH) {
        return ofLocal(YearMonth.parse(text).atDay(1).atStartOfDay());
      }
      if (text.length() == DATE_LENGTH) {
        return ofLocal(LocalDate.parse(text).atStartOfDay());
      }
      return ofDateTime(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "timestamp (%s) is no date or time. Write it like 2026-01-31 or 2026-01-31T14:00:00Z."
              .formatted(text.length() <= 40 ? text : text.substring(0, 40) + "..."),
          e);
    }
  }

  /** The local date and time of milliseconds since 1970. */
  static LocalDateTime toLocal(long millis) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(millis, 1_000L),
        (int) Math.floorMod(millis, 1_000L) * 1_000_000,
        ZoneOffset.UTC);
  }

  private static boolean isEpoch(String text) {
    return (text.length() == EPOCH_SECONDS_LENGTH || text.length() == EPOCH_MILLIS_LENGTH)
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Timestamp ofDateTime(String text) {
    String normal =
        text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' '
            ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1)
            : text;
    TemporalAccessor parsed = DATE_TIME.parse(normal);
    Timestamp local = ofLocal(LocalDateTime.from(parsed));
    if (!parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
      return local;
    }
    long offset = parsed.get(ChronoField.OFFSET_SECONDS) * 1_000L;
    return new Timestamp(local.localMillis - offset, local.localMillis);
  }

  private static Timestamp ofLocal(LocalDateTime time) {
    long millis = time.toInstant(ZoneOffset.UTC).toEpochMilli();
    return new Timestamp(millis, millis);
  }
}
