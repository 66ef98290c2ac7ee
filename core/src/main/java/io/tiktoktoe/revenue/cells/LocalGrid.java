package io.tiktoktoe.revenue.cells;

import io.tiktoktoe.calendar.LocalClock;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.revenue.insight.DailyIncome;
import io.tiktoktoe.revenue.insight.HourlyIncome;
import io.tiktoktoe.revenue.insight.StreamAmounts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a period into local hours and days. Every instant lies in exactly one piece, so sums over
 * pieces equal sums over the period, whatever the clock does.
 */
public final class LocalGrid {

  private static final int STREAMS = Stream.values().length;

  private LocalGrid() {}

  /**
   * Net income of every local hour of the period; those that end after {@code end} are unfinished.
   */
  public static List<HourlyIncome> hours(Cells cells, DateRange period, Instant end) {
    LocalClock clock = new LocalClock(period.zone());
    List<HourlyIncome> hours = new ArrayList<>();
    int at = cells.from(period.from());
    long to = period.to().getEpochSecond();
    for (long start = period.from().getEpochSecond(); start < to; ) {
      long local = clock.local(start);
      long left = LocalClock.HOUR_SECONDS - Math.floorMod(local, (long) LocalClock.HOUR_SECONDS);
      long stop = Math.min(Math.min(start + left, clock.nextChange(start)), to);
      long[] net = new long[STREAMS];
      at = addUntil(cells, at, stop, net);
      hours.add(
          new HourlyIncome(
              Instant.ofEpochSecond(start),
              LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC),
              (int) ((stop - start) / 60),
              StreamAmounts.at(net, 0),
              stop <= end.getEpochSecond()));
      start = stop;
    }
    return hours;
  }

  /**
   * Net income of every local day of the period; those that end after {@code end} are unfinished.
   */
  public static List<DailyIncome> days(Cells cells, DateRange period, Instant end) {
    List<DailyIncome> days = new ArrayList<>();
    int at = cells.from(period.from());
    long start = period.from().getEpochSecond();
    for (LocalDate day : period.days()) {
      long midnight = day.plusDays(1).atStartOfDay(period.zone()).toEpochSecond();
      long stop = Math.min(midnight, period.to().getEpochSecond());
      long[] net = new long[STREAMS];
      at = addUntil(cells, at, stop, net);
      days.add(
          new DailyIncome(
              day,
              (int) ((stop - start) / 60),
              StreamAmounts.at(net, 0),
              stop <= end.getEpochSecond()));
      start = stop;
    }
    return days;
  }

  private static int addUntil(Cells cells, int from, long stop, long[] net) {
    int at = from;
    while (at < cells.size && cells.second[at] < stop) {
      int stream = cells.stream(at);
      net[stream] = Math.addExact(net[stream], cells.net[at]);
      at++;
    }
    return at;
  }
}
