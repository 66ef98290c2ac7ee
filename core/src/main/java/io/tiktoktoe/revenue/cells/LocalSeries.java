package io.tiktoktoe.revenue.cells;

import io.tiktoktoe.calendar.LocalClock;
import io.tiktoktoe.series.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Net income in equal steps, a quarter of an hour, an hour or a day wide: what season and trend are
 * found in. An hour that a clock change left out is missing; one that came twice, or is shorter,
 * counts as income per hour. Days and quarters count as they are.
 *
 * @param firstDay the first day in the zone
 * @param stepsPerDay 96, 24 or 1
 * @param zone the creator's zone; UTC for quarters, whose steps no clock change may bend
 * @param series the steps
 */
public record LocalSeries(LocalDate firstDay, int stepsPerDay, ZoneId zone, Series series) {

  /** One value for all streams. */
  public static final int ALL = -1;

  private static final int QUARTERS_PER_DAY = 96;

  /**
   * Whole local days of one stream, or of {@link #ALL}.
   *
   * @param fromDay first local day, days since 1970-01-01
   * @param toDay first local day after the last
   */
  public static LocalSeries days(
      Cells cells, String id, int stream, int fromDay, int toDay, ZoneId zone) {
    double[] net = new double[Math.max(0, toDay - fromDay)];
    for (int at = DailyGroups.firstCell(cells, fromDay); at < cells.size; at++) {
      if (cells.day[at] >= toDay) {
        break;
      }
      if (stream == ALL || cells.stream(at) == stream) {
        net[cells.day[at] - fromDay] += cells.net[at];
      }
    }
    return new LocalSeries(LocalDate.ofEpochDay(fromDay), 1, zone, Series.of(id, net));
  }

  /**
   * All local hours that are over, of the streams that carry the time of day together; those before
   * the first income are missing.
   *
   * @param fromDay first local day, days since 1970-01-01
   * @param end end of the delivered time
   */
  public static LocalSeries hours(Cells cells, String id, int fromDay, Instant end, ZoneId zone) {
    LocalClock clock = new LocalClock(zone);
    long local = clock.local(end.getEpochSecond());
    int over = (int) (Math.floorDiv(local, (long) LocalClock.HOUR_SECONDS) - 24L * fromDay);
    int lastDay = clock.day(end.getEpochSecond());
    double[] net = CycleMatrix.hourly(cells, fromDay, lastDay + 1, zone);
    if (cells.size > 0 && cells.day[0] >= fromDay) {
      long first = Math.floorDiv(clock.local(cells.second[0]), (long) LocalClock.HOUR_SECONDS);
      Arrays.fill(net, 0, (int) Math.clamp(first - 24L * fromDay, 0, net.length), Double.NaN);
    }
    double[] whole = Arrays.copyOf(net, Math.clamp(over, 0, net.length));
    return new LocalSeries(LocalDate.ofEpochDay(fromDay), 24, zone, Series.of(id, whole));
  }

  /**
   * All quarters of an hour that are over, of all streams that carry the time, in UTC; those before
   * the first income are missing.
   *
   * @param from where to begin; the start of its UTC day counts
   * @param end end of the delivered time
   */
  public static LocalSeries quarters(Cells cells, String id, Instant from, Instant end) {
    LocalDate firstDay = LocalDate.ofInstant(from, ZoneOffset.UTC);
    long first = Math.multiplyExact(firstDay.toEpochDay(), (long) QUARTERS_PER_DAY);
    long over = Math.floorDiv(end.getEpochSecond(), Cells.bucketSeconds());
    double[] net = new double[(int) Math.max(0, over - first)];
    int start = cells.from(Instant.ofEpochSecond(first * Cells.bucketSeconds()));
    for (int at = start; at < cells.size; at++) {
      long step = Math.floorDiv(cells.second[at], Cells.bucketSeconds()) - first;
      if (step >= net.length) {
        break;
      }
      if (cells.timed(cells.stream(at))) {
        net[(int) step] += cells.net[at];
      }
    }
    if (start == 0 && cells.size > 0) {
      long income = Math.floorDiv(cells.second[0], Cells.bucketSeconds()) - first;
      Arrays.fill(net, 0, (int) Math.clamp(income, 0, net.length), Double.NaN);
    }
    return new LocalSeries(firstDay, QUARTERS_PER_DAY, ZoneOffset.UTC, Series.of(id, net));
  }

  /** When a step starts. */
  public Instant start(int step) {
    if (stepsPerDay == QUARTERS_PER_DAY) {
      return firstDay.atStartOfDay(zone).toInstant().plusSeconds(step * Cells.bucketSeconds());
    }
    return firstDay
        .plusDays(step / stepsPerDay)
        .atTime(stepsPerDay == 1 ? 0 : step % stepsPerDay, 0)
        .atZone(zone)
        .toInstant();
  }

  /** The first step that starts at or after a time; may lie outside the series. */
  public int stepFrom(Instant time) {
    LocalClock clock = new LocalClock(zone);
    long width = LocalClock.DAY_SECONDS / stepsPerDay;
    long local = clock.local(time.getEpochSecond());
    long step = Math.ceilDiv(local, width) - firstDay.toEpochDay() * stepsPerDay;
    return Math.toIntExact(step);
  }

  /** How wide a step is on the clock. */
  public Duration grain() {
    return Duration.ofDays(1).dividedBy(stepsPerDay);
  }

  /**
   * What a value is multiplied by to give the income of its step: its hours, where it is a rate.
   */
  public double length(int step) {
    if (stepsPerDay != 24) {
      return 1;
    }
    return (start(step + 1).getEpochSecond() - start(step).getEpochSecond())
        / (double) LocalClock.HOUR_SECONDS;
  }
}
