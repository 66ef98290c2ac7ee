package io.tiktoktoe.revenue.cells;

import io.tiktoktoe.calendar.LocalClock;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.revenue.insight.IncomeCells;
import io.tiktoktoe.work.Parallel;
import io.tiktoktoe.work.Progress;
import java.time.ZoneId;
import java.util.List;

/**
 * One stream's cells on the creator's local clock.
 *
 * @param cells as the source gave them
 * @param day local day of each, days since 1970-01-01
 * @param hourOfWeek hour of the local week of each, 0 to 167
 */
record StreamCells(List<RevenueCell> cells, int[] day, short[] hourOfWeek) {

  /**
   * The four streams of one snapshot, each worked on by a thread of its own.
   *
   * @throws IllegalStateException if the source gave a cell of another stream or time
   * @throws java.util.concurrent.CancellationException if the progress cancels or the thread is
   *     interrupted
   */
  static List<StreamCells> of(IncomeCells income, Progress progress) {
    Stream[] streams = Stream.values();
    return Parallel.map(
        "analysing streams",
        streams.length,
        streams.length,
        progress,
        at -> {
          List<RevenueCell> cells = income.streams().get(at);
          check(cells, streams[at], income.history());
          return of(cells, income.history().zone());
        });
  }

  /** Cells on a zone's clock. */
  static StreamCells of(List<RevenueCell> cells, ZoneId zone) {
    LocalClock clock = new LocalClock(zone);
    int[] day = new int[cells.size()];
    short[] hourOfWeek = new short[cells.size()];
    int at = 0;
    for (RevenueCell cell : cells) {
      long second = cell.bucket().getEpochSecond();
      day[at] = clock.day(second);
      hourOfWeek[at] = (short) clock.hourOfWeek(second);
      at++;
    }
    return new StreamCells(cells, day, hourOfWeek);
  }

  private static void check(List<RevenueCell> cells, Stream stream, DateRange history) {
    for (RevenueCell cell : cells) {
      if (cell.stream() != stream || !history.contains(cell.bucket())) {
        throw new IllegalStateException(
            "the source gave a cell of %s at %s when asked for %s from %s to %s."
                .formatted(
                    cell.stream().label(),
                    cell.bucket(),
                    stream.label(),
                    history.from(),
                    history.to()));
      }
    }
  }
}
