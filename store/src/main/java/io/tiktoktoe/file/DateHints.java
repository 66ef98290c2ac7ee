package io.tiktoktoe.file;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a person says of a file's dates, because the file itself does not.
 *
 * @param dayFirst whether {@code 9/4/2026} is the ninth of April; what the file proves if absent
 * @param year the year of dates that name none; where they go past December, the later one
 * @param day the day of rows that stand for a whole period without naming it
 */
public record DateHints(Optional<Boolean> dayFirst, OptionalInt year, Optional<LocalDate> day) {

  /** Nothing is said. */
  public static final DateHints NONE =
      new DateHints(Optional.empty(), OptionalInt.empty(), Optional.empty());

  /** The same with this order of day and month. */
  public DateHints withDayFirst(boolean first) {
    return new DateHints(Optional.of(first), year, day);
  }

  /** The same with this year, 1 to 9999. */
  public DateHints withYear(int last) {
    return new DateHints(dayFirst, OptionalInt.of(last), day);
  }

  /** The same with this day. */
  public DateHints withDay(LocalDate last) {
    return new DateHints(dayFirst, year, Optional.of(last));
  }
}
