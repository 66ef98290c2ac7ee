package io.tiktoktoe.forecast;

import io.tiktoktoe.series.Series;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What is known: series of equal length that start together and add up to a total.
 *
 * @param start local time of the first step
 * @param granularity width of a step
 * @param series at least one; NaN where a value is missing
 * @param nonNegative whether no value can fall below zero (gross income; not net with refunds)
 */
public record HistoricalMetrics(
    LocalDateTime start, Granularity granularity, List<Series> series, boolean nonNegative) {

  public HistoricalMetrics {
    series = List.copyOf(series);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("series is empty. Give at least one to forecast.");
    }
    for (Series one : series) {
      if (one.length() != series.getFirst().length()) {
        throw new IllegalArgumentException(
            "series %s has %d steps, %s has %d; series that add up must be equally long."
                .formatted(
                    one.id(), one.length(), series.getFirst().id(), series.getFirst().length()));
      }
    }
  }

  /** Steps of history. */
  public int length() {
    return series.getFirst().length();
  }
}
