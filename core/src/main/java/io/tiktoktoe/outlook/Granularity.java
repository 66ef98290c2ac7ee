package io.tiktoktoe.outlook;

import java.time.LocalDateTime;
import java.util.List;

/** Sampling interval of a series: the width of a step. */
public enum Granularity {
  HOUR(1, List.of(24, 168)),
  DAY(24, List.of(7, 365)),
  WEEK(24 * 7, List.of(52)),
  MONTH(24 * 30, List.of(12));

  private final int hours;
  private final List<Integer> periods;

  Granularity(int hours, List<Integer> periods) {
    this.hours = hours;
    this.periods = periods;
  }

  /**
   * Whole steps in a horizon, a month counted as 30 days; 0 when the horizon is shorter than one
   * step.
   */
  public int steps(Horizon horizon) {
    return horizon.days() * 24 / hours;
  }

  /** The beginning of a later step: months as the calendar has them, hours and days local. */
  public LocalDateTime plus(LocalDateTime start, long steps) {
    return switch (this) {
      case HOUR -> start.plusHours(steps);
      case DAY -> start.plusDays(steps);
      case WEEK -> start.plusWeeks(steps);
      case MONTH -> start.plusMonths(steps);
    };
  }

  /** Lengths of the seasons that are looked for, in steps, shortest first. */
  public List<Integer> periods() {
    return periods;
  }
}
