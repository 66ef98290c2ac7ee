package io.tiktoktoe.revenue.insight;

import java.util.List;

/**
 * Daily net income of the whole history up to the end of the period, as trend, weekly season and
 * remainder.
 *
 * @param days one entry per local day, oldest first; empty with less than two weeks of history
 * @param seasonalStrength how much of the movement is season, in [0, 1] (Wang, Smith, Hyndman 2006)
 * @param trendStrength how much is trend, in [0, 1]
 */
public record DailyDecomposition(
    List<DailyComponents> days, double seasonalStrength, double trendStrength) {

  /** Too short a history to take apart. */
  public static final DailyDecomposition NONE = new DailyDecomposition(List.of(), 0, 0);

  public DailyDecomposition {
    days = List.copyOf(days);
  }
}
