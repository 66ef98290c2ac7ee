package io.tiktoktoe.audience.strategy;

import io.tiktoktoe.answer.Message;
import java.util.List;

/**
 * A plan of engagement: which action for which segment, what it should bring, what the means are
 * worth, and the other plans that could be chosen.
 *
 * @param priorities the goals in the order in which they were served
 * @param plan the chosen actions, one a segment at most; empty where nothing is worth doing, or
 *     nothing is allowed
 * @param expected what the plan should bring, by goal in the order of {@link Goal}
 * @param means what each limit is worth
 * @param front plans on the Pareto front, the chosen one not always among them
 * @param certified whether the plan and the front are proved optimal
 * @param gap optimality gap of the plan for the first goal
 * @param uplifts what the plan was chosen by, of all actions and segments
 * @param advice what would allow more, as codes with parameters; where the constraints contradict
 *     each other, which to relax
 */
public record EngagementStrategy(
    List<Goal> priorities,
    List<PlannedAction> plan,
    List<Expected> expected,
    List<Means> means,
    List<FrontPlan> front,
    boolean certified,
    double gap,
    List<Uplift> uplifts,
    List<Message> advice) {

  public EngagementStrategy {
    priorities = List.copyOf(priorities);
    plan = List.copyOf(plan);
    expected = List.copyOf(expected);
    means = List.copyOf(means);
    front = List.copyOf(front);
    uplifts = List.copyOf(uplifts);
    advice = List.copyOf(advice);
  }

  /**
   * An expected effect in the horizon.
   *
   * @param goal what it changes, which says the unit
   * @param mean expectation
   * @param lower lower end of its interval; the plan was chosen by the sum of the segments' ends
   * @param footing the weakest on which a part of it stands
   */
  public record Expected(Goal goal, double mean, double lower, Uplift.Footing footing) {}

  /**
   * One action for one segment.
   *
   * @param cost minor units of the creator's currency
   * @param expected by goal in the order of {@link Goal}
   */
  public record PlannedAction(
      String segment,
      String action,
      double fans,
      double cost,
      double hours,
      List<Expected> expected) {
    public PlannedAction {
      expected = List.copyOf(expected);
    }
  }

  /**
   * A limit and what it is worth.
   *
   * @param limit {@code budget}, {@code hours}, {@code contacts}, {@code capacity:ACTION}, {@code
   *     share:GROUP}, {@code loss} or {@code floor:GOAL}
   * @param bound what is allowed, or needed at least
   * @param used what the plan uses
   * @param price what one more unit would add to the first goal, in its unit (dual value); 0 where
   *     there is enough
   */
  public record Means(String limit, double bound, double used, double price) {}

  /**
   * A plan that could be chosen instead.
   *
   * @param lower lower ends of what it should bring, by goal in the order of {@link Goal}
   * @param cost minor units of the creator's currency
   * @param actions segments for which something is done
   */
  public record FrontPlan(List<Double> lower, double cost, int actions) {
    public FrontPlan {
      lower = List.copyOf(lower);
    }
  }
}
