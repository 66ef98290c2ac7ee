package io.tiktoktoe.content.insight;

import java.time.Duration;

/** Time windows since publication over which a content is judged. */
public enum Timeframe {
  /** The first three hours. */
  IMMEDIATE(3),
  DAY(24),
  WEEK(24 * 7),
  /** Thirty days. */
  MONTH(24 * 30);

  private final int hours;

  Timeframe(int hours) {
    this.hours = hours;
  }

  /** Hours since publication. */
  public int hours() {
    return hours;
  }

  /** How long it is. */
  public Duration length() {
    return Duration.ofHours(hours);
  }
}
