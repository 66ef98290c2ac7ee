package io.tiktoktoe.store.query;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.text.DateText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Rows that stand for a whole day belong to that date in every zone. They are kept at noon UTC,
 * which is on their date from UTC-12 to UTC+11:59; further east they count at six in the morning.
 * Buckets are the numbers of {@code metrics/revenue_cells}.
 */
final class DayRows {

  private static final int NOON = 1200;
  private static final int EARLY = 600;
  private static final int FAR_EAST_SECONDS = 12 * 3_600;
  private static final Duration EARLIER = Duration.ofHours(6);
  private static final Duration MOMENT = Duration.of(1, ChronoUnit.MICROS);

  private final ZoneId zone;
  private final Instant to;
  private final long first;
  private final long end;
  private long lastDate;
  private boolean lastFarEast;

  DayRows(DateRange period) {
    this.zone = period.zone();
    this.to = period.to();
    this.first = number(period.from());
    this.end = number(to);
  }

  /** Up to where rows must be read, so that none of the period is missed. */
  Instant readTo() {
    // The last instants of all hold no rows.
    return to.isAfter(Instant.MAX.minus(EARLIER)) ? to : to.plus(EARLIER);
  }

  /** The bucket in which a row counts. */
  long bucket(long read) {
    int minute = (int) (read % 100);
    if (minute % 15 == 0) {
      return read;
    }
    long date = read / 10_000;
    return date * 10_000 + (isFarEast(date) ? EARLY : NOON);
  }

  /** The first date of which rows that stand for a whole day lie in the period. */
  LocalDate first() {
    return firstFrom(first);
  }

  /** The first date after the period. */
  LocalDate end() {
    return firstFrom(end);
  }

  private LocalDate firstFrom(long bound) {
    int days = (int) (bound / 10_000);
    LocalDate date = LocalDate.of(days / 10_000, days / 100 % 100, days % 100);
    return bucket(bound / 10_000 * 10_000 + NOON + 1) >= bound ? date : date.plusDays(1);
  }

  /** When what stands for a whole day counts in a zone; any other time itself. */
  static Instant counted(Instant time, ZoneId zone) {
    return day(time).isPresent() && isFarEast(time, zone) ? time.minus(EARLIER) : time;
  }

  /** When the day begins for which a row stands; any other time itself. */
  static Instant begin(Instant time, ZoneId zone) {
    return day(time).map(date -> date.atStartOfDay(zone).toInstant()).orElse(time);
  }

  /** The last moment of the day for which a row stands; any other time itself. */
  static Instant end(Instant time, ZoneId zone) {
    return day(time)
        .map(date -> date.plusDays(1).atStartOfDay(zone).toInstant().minus(MOMENT))
        .orElse(time);
  }

  /** The date for which a row of this time stands, if it stands for one. */
  private static Optional<LocalDate> day(Instant time) {
    LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    return utc.toLocalTime().equals(DateText.NOON)
        ? Optional.of(utc.toLocalDate())
        : Optional.empty();
  }

  private static boolean isFarEast(Instant noon, ZoneId zone) {
    return zone.getRules().getOffset(noon).getTotalSeconds() >= FAR_EAST_SECONDS;
  }

  /** Whether a bucket lies in the period. */
  boolean contains(long bucket) {
    return bucket >= first && bucket < end;
  }

  private boolean isFarEast(long date) {
    if (date != lastDate) {
      int days = (int) date;
      Instant noon =
          LocalDate.of(days / 10_000, days / 100 % 100, days % 100)
              .atTime(12, 0)
              .toInstant(ZoneOffset.UTC);
      lastFarEast = isFarEast(noon, zone);
      lastDate = date;
    }
    return lastFarEast;
  }

  /** The first minute at or after a time. */
  private static long number(Instant time) {
    LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    LocalDateTime minute = utc.getSecond() > 0 || utc.getNano() > 0 ? utc.plusMinutes(1) : utc;
    long date = (minute.getYear() * 100L + minute.getMonthValue()) * 100 + minute.getDayOfMonth();
    return (date * 100 + minute.getHour()) * 100 + minute.getMinute();
  }
}
