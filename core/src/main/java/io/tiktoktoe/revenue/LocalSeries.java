package io.tiktoktoe.revenue;

import io.tiktoktoe.series.Series;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Net income in equal local steps, an hour or a day wide: what season and trend are found in. An
 * hour that a clock change left out is missing; one that came twice, or is shorter, counts as
 * income per hour. Days count as they are.
 *
 * @param firstDay the first local day
 * @param stepsPerDay 24 or 1
 * @param zone the creator's zone
 * @param series the steps
 */
record LocalSeries(LocalDate firstDay, int stepsPerDay, ZoneId zone, Series series) {

  /** One value for all streams. */
  static final int ALL = -1;

  /**
   * Whole local days of one stream, or of {@link #ALL}.
   *
   * @param fromDay first local day, days since 1970-01-01
   * @param toDay first local day after the last
   */
  static LocalSeries days(Cells cells, String id, int stream, int fromDay, int toDay, ZoneId zone) {
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

  /** The hours of whole local days, all streams together. */
  static LocalSeries hours(Cells cells, String id, int fromDay, int toDay, ZoneId zone) {
    double[] net = CycleMatrix.hourly(cells, fromDay, toDay, zone);
    return new LocalSeries(LocalDate.ofEpochDay(fromDay), 24, zone, Series.of(id, net));
  }

  /** When a step starts. */
  Instant start(int step) {
    return firstDay
        .plusDays(step / stepsPerDay)
        .atTime(stepsPerDay == 1 ? 0 : step % stepsPerDay, 0)
        .atZone(zone)
        .toInstant();
  }

  /** The first step of a local day, days since 1970-01-01; may lie before the series. */
  int step(int day) {
    return Math.toIntExact((day - firstDay.toEpochDay()) * stepsPerDay);
  }

  /** Length of a step in hours of physics; of a day always 24, as days count as they are. */
  double hours(int step) {
    if (stepsPerDay == 1) {
      return 24;
    }
    return (start(step + 1).getEpochSecond() - start(step).getEpochSecond())
        / (double) LocalClock.HOUR_SECONDS;
  }
}
