package io.tiktoktoe.outlook;

import io.tiktoktoe.answer.AmountUnit;
import io.tiktoktoe.answer.Provenance;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Joint probabilistic forecasts of series that belong together and of their total; streams add up
 * to the total path by path.
 *
 * @param start local time of the first step ahead
 * @param granularity width of a step
 * @param series one forecast per series, in the order of the history
 * @param total the forecast of their sum
 * @param unit of all amounts
 * @param provenance how to make it again
 */
public record Predictions(
    LocalDateTime start,
    Granularity granularity,
    List<Forecast> series,
    Forecast total,
    AmountUnit unit,
    Provenance provenance) {

  public Predictions {
    series = List.copyOf(series);
  }
}
