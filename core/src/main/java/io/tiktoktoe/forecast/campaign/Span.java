package io.tiktoktoe.forecast.campaign;

import io.tiktoktoe.calendar.Campaign;
import io.tiktoktoe.outlook.HistoricalMetrics;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * A campaign as a range of time steps.
 *
 * @param kind campaigns of one kind share their shape
 * @param from first step, counted from the first of the history; may lie before it
 * @param to the step after the last
 * @param goal in the unit of the series
 */
record Span(String kind, int from, int to, OptionalDouble goal) {

  /** Fewer steps have no shape. */
  static final int FEWEST = 4;

  /** Most steps: a year of hours. */
  static final int MOST = 8_784;

  /**
   * The hours or days that a campaign touches.
   *
   * @throws IllegalArgumentException if it lasts too long, or the steps are neither
   */
  static Span of(Campaign campaign, HistoricalMetrics history) {
    long seconds =
        switch (history.granularity()) {
          case HOUR -> Duration.ofHours(1).toSeconds();
          case DAY -> Duration.ofDays(1).toSeconds();
          case WEEK, MONTH ->
              throw new IllegalArgumentException(
                  "campaign %s needs hourly or daily values, these are by %s. Give daily ones."
                      .formatted(campaign.kind(), history.granularity().name().toLowerCase()));
        };
    long begins = Duration.between(history.start(), campaign.start()).toSeconds();
    long ends = Duration.between(history.start(), campaign.end()).toSeconds();
    long from = Math.floorDiv(begins, seconds);
    long to = Math.ceilDiv(ends, seconds);
    if (to - from > MOST) {
      throw new IllegalArgumentException(
          "campaign %s lasts %d steps, at most %d are possible. Shorten it or give daily values."
              .formatted(campaign.kind(), to - from, MOST));
    }
    OptionalDouble goal = campaign.goal();
    if (goal.isPresent()) {
      goal = OptionalDouble.of(goal.getAsDouble() / history.unit().inMajor());
    }
    int farthest = Integer.MAX_VALUE / 4;
    int first = Math.clamp(from, -farthest, farthest);
    return new Span(campaign.kind(), first, first + (int) (to - from), goal);
  }

  /** The same without its goal. */
  Span withoutGoal() {
    return new Span(kind, from, to, OptionalDouble.empty());
  }

  /** Whether it tells something of a history and so many steps ahead of it. */
  boolean touches(int known, int steps) {
    return past(known) || ahead(known, steps);
  }

  int length() {
    return to - from;
  }

  /** Whether it was over at the end of a history and is known from its beginning. */
  boolean past(int known) {
    return from >= 0 && to <= known && length() >= FEWEST;
  }

  /** Whether part of it lies among the steps ahead. */
  boolean ahead(int known, int steps) {
    return to > known && from < known + steps && length() >= FEWEST;
  }
}
