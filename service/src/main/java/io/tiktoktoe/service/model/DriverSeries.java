package io.tiktoktoe.service.model;

import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.table.SeriesFile;
import io.tiktoktoe.table.TimedSeries;
import io.tiktoktoe.work.Progress;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Covariates: what goes with a series as numbers, such as prices, posts or views; past and as far
 * ahead as planned.
 *
 * @param origin where they come from, for messages
 * @param series each under its own name
 */
public record DriverSeries(String origin, List<TimedSeries> series) {

  /** None. */
  public static final DriverSeries NONE = new DriverSeries("", List.of());

  public DriverSeries {
    series = List.copyOf(series);
  }

  /** Reads a table with columns series_id (the driver's name), timestamp and value. */
  public static DriverSeries read(Path file, Progress progress) {
    return new DriverSeries(file.toString(), SeriesFile.read(file, Map.of(), progress).series());
  }

  /** Whether there are any. */
  public boolean given() {
    return !series.isEmpty();
  }

  /**
   * Each history with the drivers on its own steps.
   *
   * @throws ServiceException.UnusableInput if a driver has no timestamps, other steps than a
   *     history, or no value within any history
   */
  public List<HistoricalMetrics> on(List<HistoricalMetrics> histories, int ahead) {
    if (!given()) {
      return histories;
    }
    boolean[] touched = new boolean[series.size()];
    List<HistoricalMetrics> with = new ArrayList<>();
    for (HistoricalMetrics history : histories) {
      List<Series> placed = new ArrayList<>();
      for (int i = 0; i < touched.length; i++) {
        Series driver = placed(series.get(i), history, ahead);
        boolean touches =
            Arrays.stream(driver.toArray(), 0, history.length()).anyMatch(Double::isFinite);
        touched[i] |= touches;
        if (touches) {
          placed.add(driver);
        }
      }
      with.add(history.withDrivers(placed));
    }
    for (int i = 0; i < touched.length; i++) {
      if (!touched[i]) {
        throw new ServiceException.UnusableInput(
            "%s: driver %s has no value within the history of any series, so that nothing can be"
                + " learned of it. Check its dates.",
            origin, series.get(i).series().id());
      }
    }
    return with;
  }

  /** The driver from the first step of the history on; NaN where it has no value. */
  private Series placed(TimedSeries driver, HistoricalMetrics history, int ahead) {
    String name = driver.series().id();
    TimedSeries.Dates dates =
        driver
            .dates()
            .orElseThrow(
                () ->
                    new ServiceException.UnusableInput(
                        "%s: driver %s has steps without timestamps. Give a timestamp column.",
                        origin, name));
    Granularity width = DatedHistories.granularity("driver " + name, dates);
    int first = firstStep(name, dates, width, history);
    int end = Math.min(first + driver.series().length(), history.length() + ahead);
    double[] values = new double[Math.max(history.length(), end)];
    Arrays.fill(values, Double.NaN);
    for (int t = Math.max(0, first); t < end; t++) {
      values[t] = driver.series().value(t - first);
    }
    return Series.of(name, values);
  }

  /** The step of the history at which the driver begins; negative when it begins before. */
  private int firstStep(
      String name, TimedSeries.Dates dates, Granularity width, HistoricalMetrics history) {
    String id = history.series().getFirst().id();
    if (width != history.granularity()) {
      throw new ServiceException.UnusableInput(
          "%s: driver %s has a value each %s, series %s each %s. Give both alike.",
          origin, name, label(width), id, label(history.granularity()));
    }
    int first = stepsBetween(history.start(), dates.first(), width);
    if (!width.plus(history.start(), first).equals(dates.first())) {
      throw new ServiceException.UnusableInput(
          "%s: driver %s begins at %s, which is no beginning of a step of series %s (%s). Give"
              + " both alike.",
          origin, name, dates.first(), id, history.start());
    }
    return first;
  }

  private static String label(Granularity width) {
    return width.name().toLowerCase(Locale.ROOT);
  }

  private static int stepsBetween(LocalDateTime from, LocalDateTime to, Granularity width) {
    long steps =
        switch (width) {
          case HOUR -> ChronoUnit.HOURS.between(from, to);
          case DAY -> ChronoUnit.DAYS.between(from, to);
          case WEEK -> ChronoUnit.WEEKS.between(from, to);
          case MONTH -> ChronoUnit.MONTHS.between(from, to);
        };
    return Math.toIntExact(steps);
  }
}
