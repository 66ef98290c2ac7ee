package io.tiktoktoe.outlook;

import java.util.List;

/**
 * Forecast horizon: how far ahead.
 *
 * @param days whole days, at least 1
 */
public record Horizon(int days) {

  /** The horizons of every report: 1, 7, 30 and 90 days. */
  public static final List<Horizon> STANDARD =
      List.of(new Horizon(1), new Horizon(7), new Horizon(30), new Horizon(90));

  public Horizon {
    if (days < 1) {
      throw new IllegalArgumentException("horizon (" + days + " days) must be at least 1 day.");
    }
  }

  /** Such as {@code 30d}. */
  public String label() {
    return days + "d";
  }
}
