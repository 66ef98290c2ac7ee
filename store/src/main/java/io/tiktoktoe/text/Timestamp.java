package io.tiktoktoe.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * A point in time as a file writes it.
 *
 * @param instantMillis milliseconds since 1970 in UTC; local time counts as UTC
 * @param localMillis the same of the local time as written, its offset ignored
 */
public record Timestamp(long instantMillis, long localMillis) {

  private static final int YEAR_LENGTH = "2026".length();
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
   * none, or seconds or milliseconds since 1970; empty for any other text.
   */
  static Optional<Timestamp> ofIso(String text) {
    long micros = IsoTime.micros(text);
    if (micros != IsoTime.NONE) {
      long millis = Math.floorDiv(micros, 1_000L);
      return Optional.of(new Timestamp(millis, millis));
    }
    try {
      if (isEpoch(text)) {
        long number = Long.parseLong(text);
        long millis = text.length() == EPOCH_MILLIS_LENGTH ? number : number * 1_000;
        return Optional.of(new Timestamp(millis, millis));
      }
      if (text.length() < MONTH_LENGTH || text.charAt(YEAR_LENGTH) != '-') {
        return Optional.empty();
      }
      if (text.length() == MONTH_LENGTH) {
        return Optional.of(ofLocal(YearMonth.parse(text).atDay(1).atStartOfDay()));
      }
      if (text.length() == DATE_LENGTH) {
        return Optional.of(ofLocal(LocalDate.parse(text).atStartOfDay()));
      }
      return Optional.of(ofDateTime(text));
    } catch (DateTimeException e) {
      // It may be a time all the same, as people write it.
      return Optional.empty();
    }
  }

  /** A local time, with its offset if one is written. */
  static Timestamp of(LocalDateTime local, Optional<ZoneOffset> offset) {
    Timestamp written = ofLocal(local);
    return new Timestamp(
        written.localMillis - offset.orElse(ZoneOffset.UTC).getTotalSeconds() * 1_000L,
        written.localMillis);
  }

  /** The day as written. */
  public LocalDate day() {
    return toLocal(localMillis).toLocalDate();
  }

  /** The local date and time of milliseconds since 1970. */
  public static LocalDateTime toLocal(long millis) {
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
    return of(
        LocalDateTime.from(parsed),
        parsed.isSupported(ChronoField.OFFSET_SECONDS)
            ? Optional.of(ZoneOffset.ofTotalSeconds(parsed.get(ChronoField.OFFSET_SECONDS)))
            : Optional.empty());
  }

  private static Timestamp ofLocal(LocalDateTime time) {
    long millis = time.toInstant(ZoneOffset.UTC).toEpochMilli();
    return new Timestamp(millis, millis);
  }
}
