package io.tiktoktoe.forecast.sparse;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Anniversaries: what was sold on the same day of the years before. */
final class YearsBefore {

  private static final int WEEK = 7;

  private final double[] observed;
  private final LocalDate first;

  /**
   * Of a history.
   *
   * @param observed by day, NaN where unknown
   * @param first day of the first value
   */
  YearsBefore(double[] observed, LocalDate first) {
    this.observed = observed;
    this.first = first;
  }

  /** Whether a day has been seen again a year later. */
  boolean enough() {
    return !first.plusYears(1).isAfter(first.plusDays(observed.length - 1L));
  }

  /**
   * Whether at least half of the years before sold on this day.
   *
   * @param weekday the same weekday in the same place of the month instead of the same date
   */
  boolean sold(int step, boolean weekday) {
    LocalDate day = first.plusDays(step);
    int years = 0;
    int sold = 0;
    for (int back = 1; ; back++) {
      long then = ChronoUnit.DAYS.between(first, weekday ? place(day, back) : day.minusYears(back));
      if (then < 0) {
        return sold > 0 && 2 * sold >= years;
      }
      if (then < observed.length && !Double.isNaN(observed[(int) then])) {
        years++;
        sold += observed[(int) then] > 0 ? 1 : 0;
      }
    }
  }

  /** Whether a step of the first year sold, and the same day a year later did. */
  boolean example(int step, boolean weekday) {
    LocalDate day = first.plusDays(step);
    LocalDate later = weekday ? place(day, -1) : day.plusYears(1);
    long next = ChronoUnit.DAYS.between(first, later);
    return day.isBefore(first.plusYears(1))
        && next < observed.length
        && observed[step] > 0
        && observed[(int) next] > 0;
  }

  /** Such as the fourth Friday of November some years before. */
  private static LocalDate place(LocalDate day, int back) {
    int place = (day.getDayOfMonth() - 1) / WEEK + 1;
    return day.minusYears(back)
        .withDayOfMonth(1)
        .with(TemporalAdjusters.dayOfWeekInMonth(place, day.getDayOfWeek()));
  }
}
