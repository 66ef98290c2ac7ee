package io.tiktoktoe.pipeline;

import io.tiktoktoe.event.DateRange;
import java.time.Duration;
import java.time.Instant;

/** Local days and hours of a period, looked up by quarter of an hour: offsets are multiples. */
final class PeriodClock {

  private static final int QUARTER = 900;

  private static final int HOUR = 3_600;

  private static final int DAY = 86_400;

  private final long first;
  private final int[] offsets;
  private final long firstDay;
  private final int days;

  PeriodClock(DateRange period) {
    this.first = Math.floorDiv(period.from().getEpochSecond(), QUARTER) * (long) QUARTER;
    int quarters = Math.toIntExact(period.length().dividedBy(Duration.ofSeconds(QUARTER)) + 2);
    this.offsets = new int[quarters];
    for (int at = 0; at < quarters; at++) {
      Instant time = Instant.ofEpochSecond(first + (long) at * QUARTER);
      offsets[at] = period.zone().getRules().getOffset(time).getTotalSeconds();
    }
    this.firstDay = Math.floorDiv(local(period.from().getEpochSecond()), DAY);
    this.days = period.days().size();
  }

  private long local(long second) {
    long at = Math.clamp((second - first) / QUARTER, 0, offsets.length - 1);
    return second + offsets[(int) at];
  }

  /** 0 to 23. */
  int hour(long second) {
    return Math.floorMod(local(second), DAY) / HOUR;
  }

  /** Monday is 0. */
  int weekday(long second) {
    // 1970 began on a Thursday.
    return (int) Math.floorMod(Math.floorDiv(local(second), DAY) + 3, 7);
  }

  /** Day of the period from 0; what came late from before counts on the first. */
  int day(long second) {
    return (int) Math.clamp(Math.floorDiv(local(second), DAY) - firstDay, 0, days - 1);
  }

  int days() {
    return days;
  }
}
