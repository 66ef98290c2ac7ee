package io.tiktoktoe.outlook;

import io.tiktoktoe.answer.AmountUnit;
import io.tiktoktoe.series.Series;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Multivariate time series with covariates: what is known, as series of equal length that start
 * together and add up to a total.
 *
 * @param start local time of the first step
 * @param granularity width of a step
 * @param series at least one; NaN where a value is missing
 * @param nonNegative whether no value can fall below zero (gross income; not net with refunds)
 * @param drivers what may move the series, such as prices, views or posts, starting with them; one
 *     that reaches to the end of the forecast is known ahead (a planned price), others are used
 *     some steps before or forecast themselves; one without predictive value is left out
 * @param unit of the series' values, which that of the forecast is too
 */
public record HistoricalMetrics(
    LocalDateTime start,
    Granularity granularity,
    List<Series> series,
    boolean nonNegative,
    List<Series> drivers,
    AmountUnit unit) {

  public HistoricalMetrics {
    series = List.copyOf(series);
    drivers = List.copyOf(drivers);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("series is empty. Give at least one to forecast.");
    }
    int length = series.getFirst().length();
    for (Series one : series) {
      if (one.length() != length) {
        throw new IllegalArgumentException(
            "series %s has %d steps, %s has %d; series that add up must be equally long."
                .formatted(one.id(), one.length(), series.getFirst().id(), length));
      }
    }
    for (Series driver : drivers) {
      if (driver.length() < length) {
        throw new IllegalArgumentException(
            "driver %s has %d steps, the history %d; fill its gaps with NaN."
                .formatted(driver.id(), driver.length(), length));
      }
    }
  }

  /** Without drivers, in plain numbers. */
  public HistoricalMetrics(
      LocalDateTime start, Granularity granularity, List<Series> series, boolean nonNegative) {
    this(start, granularity, series, nonNegative, List.of(), AmountUnit.NONE);
  }

  /** In plain numbers. */
  public HistoricalMetrics(
      LocalDateTime start,
      Granularity granularity,
      List<Series> series,
      boolean nonNegative,
      List<Series> drivers) {
    this(start, granularity, series, nonNegative, drivers, AmountUnit.NONE);
  }

  /** The same in this unit. */
  public HistoricalMetrics in(AmountUnit newUnit) {
    return new HistoricalMetrics(start, granularity, series, nonNegative, drivers, newUnit);
  }

  /** The same with these drivers. */
  public HistoricalMetrics withDrivers(List<Series> newDrivers) {
    return new HistoricalMetrics(start, granularity, series, nonNegative, newDrivers, unit);
  }

  /** Local time of the first step ahead. */
  public LocalDateTime end() {
    return granularity.plus(start, length());
  }

  /** The first day ahead, where steps are days. */
  public Optional<LocalDate> nextDay() {
    return granularity == Granularity.DAY ? Optional.of(end().toLocalDate()) : Optional.empty();
  }

  /** Steps of history. */
  public int length() {
    return series.getFirst().length();
  }
}
