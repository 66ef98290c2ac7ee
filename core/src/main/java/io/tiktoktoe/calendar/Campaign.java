package io.tiktoktoe.calendar;

import java.time.LocalDateTime;
import java.util.OptionalDouble;

/**
 * A campaign, a stretch of time with a known end towards which income grows in a course of its own:
 * a live stream, a launch week, a charity month.
 *
 * @param kind campaigns of one kind teach each other their shape, such as {@code marathon}
 * @param start local time at which it begins
 * @param end local time at which it is over, after {@code start}
 * @param goal what it is to bring in all, above 0, in the unit of the series (main unit of money);
 *     empty for none
 * @param unknownGoal why a goal that it has cannot be told in that unit, in a sentence; empty when
 *     it can, or there is none
 */
public record Campaign(
    String kind, LocalDateTime start, LocalDateTime end, OptionalDouble goal, String unknownGoal) {

  /** One whose goal, if any, is known. */
  public Campaign(String kind, LocalDateTime start, LocalDateTime end, OptionalDouble goal) {
    this(kind, start, end, goal, "");
  }

  public Campaign {
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException(
          "campaign %s ends (%s) before it begins (%s). Write the earlier time first."
              .formatted(kind, end, start));
    }
    if (goal.isPresent() && !(goal.getAsDouble() > 0 && Double.isFinite(goal.getAsDouble()))) {
      throw new IllegalArgumentException(
          "campaign %s has goal %s. Write an amount above 0, or none."
              .formatted(kind, goal.getAsDouble()));
    }
  }

  /** Whether another is of the same kind at the same time: one campaign, said twice. */
  public boolean overlaps(Campaign other) {
    return kind.equals(other.kind) && start.isBefore(other.end) && other.start.isBefore(end);
  }
}
