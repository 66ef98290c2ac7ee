package io.tiktoktoe.cli;

import io.tiktoktoe.table.TimedSeries;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;

/** The seasons that the calendar suggests for steps of a width. */
final class Seasons {

  private static final int MONTHS_OF_YEAR = 12;
  private static final int WEEKS_OF_YEAR = 52;
  private static final int DAYS_OF_YEAR = 365;

  private Seasons() {}

  /** Lengths in steps, shortest first; empty when the steps have no place on the calendar. */
  static List<Integer> of(TimedSeries timed) {
    Optional<TemporalAmount> width = timed.dates().map(TimedSeries.Dates::width);
    if (width.isEmpty()) {
      return List.of();
    }
    List<Integer> seasons =
        switch (width.get()) {
          case Period months when MONTHS_OF_YEAR % months.toTotalMonths() == 0 ->
              List.of((int) (MONTHS_OF_YEAR / months.toTotalMonths()));
          case Duration duration -> ofDuration(duration);
          default -> List.of();
        };
    return seasons.stream()
        .filter(season -> season >= 2 && timed.series().length() >= 2 * season)
        .toList();
  }

  private static List<Integer> ofDuration(Duration width) {
    Duration day = Duration.ofDays(1);
    if (width.equals(day)) {
      return List.of(7, DAYS_OF_YEAR);
    }
    if (width.equals(day.multipliedBy(7))) {
      return List.of(WEEKS_OF_YEAR);
    }
    if (width.compareTo(day) < 0 && day.toMillis() % width.toMillis() == 0) {
      int daily = (int) (day.toMillis() / width.toMillis());
      return List.of(daily, 7 * daily);
    }
    return List.of();
  }
}
