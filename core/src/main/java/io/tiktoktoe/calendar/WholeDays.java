package io.tiktoktoe.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which days count as over. */
public final class WholeDays {

  /** A day whose data ends less than this before midnight counts as over. */
  private static final Duration NEARLY_OVER = Duration.ofHours(1);

  private WholeDays() {}

  /** The last local day of which data that reach to {@code through} hold the whole. */
  public static LocalDate last(Instant through, ZoneId zone) {
    return LocalDate.ofInstant(through.plus(NEARLY_OVER), zone).minusDays(1);
  }
}
