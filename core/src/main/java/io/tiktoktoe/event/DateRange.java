package io.tiktoktoe.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A half-open interval of time, from inclusive to exclusive, seen in an IANA time zone. Days may
 * have 23, 24 or 25 hours (or 23.5 and 24.5 at Lord Howe); buckets of 15 minutes in UTC divide them
 * all evenly.
 *
 * @param from first instant in the period
 * @param to first instant after it
 * @param zone the zone in which days, weeks and hours of the day are counted
 */
public record DateRange(Instant from, Instant to, ZoneId zone) {

  /** Width of the metric tables' time buckets: every zone's offset is a multiple of it. */
  public static final Duration BUCKET = Duration.ofMinutes(15);

  public DateRange {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "period from (%s) must be before to (%s). Maybe swap them.".formatted(from, to));
    }
  }

  /** Whole local days, the first and the last inclusive. */
  public static DateRange ofDays(LocalDate first, LocalDate last, ZoneId zone) {
    return new DateRange(
        first.atStartOfDay(zone).toInstant(),
        last.plusDays(1).atStartOfDay(zone).toInstant(),
        zone);
  }

  /** Whether {@code time} lies in this period. */
  public boolean contains(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }

  /** Its length on the clock of physics. */
  public Duration length() {
    return Duration.between(from, to);
  }

  /** The local day that {@code time} falls on. */
  public LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, zone);
  }

  /** Every local day that this period touches, in order. */
  public List<LocalDate> days() {
    List<LocalDate> days = new ArrayList<>();
    LocalDate last = day(to.minusNanos(1));
    for (LocalDate day = day(from); !day.isAfter(last); day = day.plusDays(1)) {
      days.add(day);
    }
    return days;
  }

  /**
   * The period just before this one: as many calendar months when this one is made of such, else
   * the same number of local days, or the same length when this one does not start and end at
   * midnight.
   */
  public DateRange previous() {
    ZonedDateTime start = from.atZone(zone);
    ZonedDateTime end = to.atZone(zone);
    boolean wholeDays =
        start.equals(start.toLocalDate().atStartOfDay(zone))
            && end.equals(end.toLocalDate().atStartOfDay(zone));
    if (wholeDays) {
      long months = ChronoUnit.MONTHS.between(start, end);
      boolean wholeMonths = start.getDayOfMonth() == 1 && end.getDayOfMonth() == 1 && months > 0;
      if (wholeMonths) {
        return new DateRange(
            start.toLocalDate().minusMonths(months).atStartOfDay(zone).toInstant(), from, zone);
      }
      long days = ChronoUnit.DAYS.between(start.toLocalDate(), end.toLocalDate());
      return new DateRange(
          start.toLocalDate().minusDays(days).atStartOfDay(zone).toInstant(), from, zone);
    }
    return new DateRange(from.minus(length()), from, zone);
  }

  /** The start of the 15-minute UTC bucket that holds {@code time}. */
  public static Instant bucket(Instant time) {
    long width = BUCKET.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), width) * width);
  }
}
