package io.tiktoktoe.audience.strategy;

import io.tiktoktoe.event.Decision;
import java.util.List;

/** Turns a plan into decisions, and scores decisions when their outcomes are there. */
public final class PlanScoring {

  private PlanScoring() {}

  /**
   * The plan as the content of {@code decision.taken} events: one a segment and goal that the
   * action is meant for.
   *
   * @param by who decided, such as {@code creator} or {@code policy}
   */
  public static List<Decision> decisions(EngagementStrategy strategy, String by) {
    throw new UnsupportedOperationException("not built yet");
  }
}
