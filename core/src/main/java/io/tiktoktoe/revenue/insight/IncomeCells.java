package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.RevenueCell;
import java.time.Instant;
import java.util.List;

/**
 * One creator's revenue cells as one snapshot of their source holds them.
 *
 * @param history from the creator's first event or the start of what was asked for, whichever is
 *     earlier, to the end of what was asked for
 * @param dataFrom time of the creator's first event of any kind; {@link Instant#MAX} when there is
 *     none
 * @param dataThrough time of the creator's newest event of any kind, also beyond the history;
 *     {@link Instant#MIN} when there is none
 * @param streams the cells of each stream in the order of {@link io.tiktoktoe.metric.Stream}, each
 *     ordered by bucket, in the profile's currency; the lists are taken as they are
 */
public record IncomeCells(
    DateRange history, Instant dataFrom, Instant dataThrough, List<List<RevenueCell>> streams) {

  public IncomeCells {
    streams = List.copyOf(streams);
  }

  /**
   * What reaches from the first event, when there is one before {@code range}, to the end of it.
   *
   * @param dataFrom time of the creator's first event; {@link Instant#MAX} when there is none
   */
  public static DateRange history(DateRange range, Instant dataFrom) {
    return dataFrom.isBefore(range.from())
        ? new DateRange(
            range.day(dataFrom).atStartOfDay(range.zone()).toInstant(), range.to(), range.zone())
        : range;
  }
}
