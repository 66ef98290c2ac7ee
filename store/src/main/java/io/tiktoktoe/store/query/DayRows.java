package io.tiktoktoe.store.query;

import io.tiktoktoe.event.DateRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

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
      lastFarEast = zone.getRules().getOffset(noon).getTotalSeconds() >= FAR_EAST_SECONDS;
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
