package io.tiktoktoe.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Reads a zone's clock for many instants: remembers the offset until the next clock change, so that
 * ascending instants cost a comparison each. For one thread.
 */
public final class LocalClock {

  public static final int DAY_SECONDS = 86_400;
  public static final int HOUR_SECONDS = 3_600;

  private final ZoneRules rules;
  private long validFrom = Long.MAX_VALUE;
  private long validTo = Long.MIN_VALUE;
  private int offset;

  public LocalClock(ZoneId zone) {
    rules = zone.getRules();
  }

  /** Seconds since 1970-01-01T00:00 on the local clock. */
  public long local(long epochSecond) {
    if (epochSecond < validFrom || epochSecond >= validTo) {
      load(epochSecond);
    }
    return epochSecond + offset;
  }

  /** Days since 1970-01-01 on the local calendar. */
  public int day(long epochSecond) {
    return (int) Math.floorDiv(local(epochSecond), (long) DAY_SECONDS);
  }

  /** Hour of the local week, 0 for Monday 00:00 to 167 for Sunday 23:00. */
  public int hourOfWeek(long epochSecond) {
    long local = local(epochSecond);
    long day = Math.floorDiv(local, (long) DAY_SECONDS);
    return weekday(day) * 24 + (int) (Math.floorMod(local, (long) DAY_SECONDS) / HOUR_SECONDS);
  }

  /** Weekday of a day since 1970-01-01, 0 for Monday to 6 for Sunday. */
  public static int weekday(long epochDay) {
    // 1970-01-01 was a Thursday.
    return (int) Math.floorMod(epochDay + 3, 7L);
  }

  /** First instant after {@code epochSecond} at which the offset changes, or Long.MAX_VALUE. */
  public long nextChange(long epochSecond) {
    local(epochSecond);
    return validTo;
  }

  private void load(long epochSecond) {
    Instant instant = Instant.ofEpochSecond(epochSecond);
    offset = rules.getOffset(instant).getTotalSeconds();
    ZoneOffsetTransition next = rules.nextTransition(instant);
    validTo = next == null ? Long.MAX_VALUE : next.toEpochSecond();
    // Only from here on: looking back would need another search, and instants come ascending.
    validFrom = epochSecond;
  }
}
