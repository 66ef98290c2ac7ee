package io.tiktoktoe.revenue.cells;

import io.tiktoktoe.calendar.LocalClock;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.revenue.insight.Completeness;
import java.time.LocalDate;

/**
 * The two like-for-like parts of an analysis over one set of cells, with the days before them from
 * which chance is learned.
 *
 * @param cells all cells
 * @param after the elapsed part of the period
 * @param before the comparison part
 * @param now positions of the elapsed part
 * @param then positions of the comparison part
 * @param firstDay first local day of the window from which chance is learned, days since 1970-01-01
 * @param beforeDay first whole day of the comparison part
 * @param afterDay first whole day of the elapsed part
 * @param afterDays whole days in the elapsed part
 */
public record ComparedParts(
    Cells cells,
    DateRange after,
    DateRange before,
    Cells.Slice now,
    Cells.Slice then,
    int firstDay,
    int beforeDay,
    int afterDay,
    int afterDays) {

  /** Eight weeks show each weekday often enough to tell its level from chance. */
  private static final int LEARN_DAYS = 56;

  public static ComparedParts of(Cells cells, Completeness completeness) {
    DateRange after = completeness.elapsed();
    DateRange before = completeness.comparison();
    // The day that holds the end is not over, unless the end is its midnight.
    int endDay = (int) after.day(after.to()).toEpochDay();
    int afterDay = Math.min(firstWholeDay(after), endDay);
    int beforeDay = firstWholeDay(before);
    int dataDay = cells.size == 0 ? beforeDay : cells.day[0];
    int firstDay = Math.min(beforeDay, Math.max(dataDay, afterDay - LEARN_DAYS));
    return new ComparedParts(
        cells,
        after,
        before,
        cells.slice(after),
        cells.slice(before),
        firstDay,
        beforeDay,
        afterDay,
        endDay - afterDay);
  }

  /** First local day that is not over at the end of the elapsed part. */
  public int endDay() {
    return afterDay + afterDays;
  }

  /** Whole days in the comparison part. */
  public int beforeDays() {
    return Math.max(0, (int) before.day(before.to()).toEpochDay() - beforeDay);
  }

  /** Days of the window from which chance is learned: all before the elapsed part. */
  public int learnDays() {
    return Math.max(0, afterDay - firstDay);
  }

  /** Elapsed time in days, parts of days included. */
  public double elapsedDays() {
    return after.length().toSeconds() / (double) LocalClock.DAY_SECONDS;
  }

  private static int firstWholeDay(DateRange period) {
    LocalDate day = period.day(period.from());
    boolean whole = day.atStartOfDay(period.zone()).toInstant().equals(period.from());
    return (int) (whole ? day : day.plusDays(1)).toEpochDay();
  }
}
