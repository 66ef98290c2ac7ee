package io.tiktoktoe.table;

import io.tiktoktoe.series.Series;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAmount;
import java.util.Optional;

/**
 * A series as a file holds it: its steps are gapless, what the file leaves out is NaN.
 *
 * @param series its id and values
 * @param firstStep the file's number of the first value; 0 when the file has timestamps
 * @param dates what the steps mean on the calendar, when the file has timestamps
 */
public record TimedSeries(Series series, long firstStep, Optional<Dates> dates) {

  /**
   * Steps on the calendar.
   *
   * @param first time of the first step, as written (local when it has no offset)
   * @param width from one step to the next: a duration, or a period of whole months
   */
  public record Dates(LocalDateTime first, TemporalAmount width) {}
}
