package io.tiktoktoe.service.model;

import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.table.TimedSeries;
import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.List;

/** Series of a file with their place on the calendar. */
public final class DatedHistories {

  private DatedHistories() {}

  /**
   * One history for each series.
   *
   * @throws ServiceException.UnusableInput if one has no timestamps, or steps of a strange width
   */
  public static List<HistoricalMetrics> of(List<TimedSeries> series) {
    return series.stream().map(DatedHistories::of).toList();
  }

  private static HistoricalMetrics of(TimedSeries timed) {
    TimedSeries.Dates dates =
        timed
            .dates()
            .orElseThrow(
                () ->
                    new ServiceException.UnusableInput(
                        "series %s has steps without timestamps; {country}, {events} and {drivers}"
                            + " need days. Give a timestamp column, or leave them out.",
                        timed.series().id()));
    Series series = timed.series();
    Granularity granularity = granularity("series " + series.id(), dates);
    boolean nonNegative = Arrays.stream(series.toArray()).noneMatch(value -> value < 0);
    return new HistoricalMetrics(dates.first(), granularity, List.of(series), nonNegative);
  }

  /** The width of the steps of {@code what}. */
  static Granularity granularity(String what, TimedSeries.Dates dates) {
    return switch (dates.width()) {
      case Period months when months.toTotalMonths() == 1 -> Granularity.MONTH;
      case Duration width when width.equals(Duration.ofHours(1)) -> Granularity.HOUR;
      case Duration width when width.equals(Duration.ofDays(1)) -> Granularity.DAY;
      case Duration width when width.equals(Duration.ofDays(7)) -> Granularity.WEEK;
      default ->
          throw new ServiceException.UnusableInput(
              "%s has steps of %s; {country}, {events} and {drivers} know hours, days, weeks and"
                  + " months. Leave them out.",
              what, dates.width());
    };
  }
}
