package io.tiktoktoe.service.model.audience;

import io.tiktoktoe.audience.strategy.Goal;
import java.util.List;
import java.util.Map;

/**
 * Which action each segment should get.
 *
 * @param plan one row for each segment that gets something, in the order of the file
 * @param totals of the plan
 * @param priorities goals in the order in which they were served; empty when they were weighed
 * @param weights of the goals; empty when they were served in turn
 * @param bound no plan within the limits exceeds it for the first goal, or for the weighed sum
 * @param gap how far the best found for it may lie below that, as a share of the bound
 * @param exact whether it is proved that nothing is better
 * @param limits what the plan uses, and what more of it would bring
 * @param front plans on the Pareto front, best for retention first
 * @param certified whether each of the front is proved efficient
 */
public record AllocationAnswer(
    List<Row> plan,
    Totals totals,
    List<Goal> priorities,
    Map<Goal, Double> weights,
    double bound,
    double gap,
    boolean exact,
    List<LimitUse> limits,
    List<FrontRow> front,
    boolean certified) {

  public AllocationAnswer {
    plan = List.copyOf(plan);
    limits = List.copyOf(limits);
    front = List.copyOf(front);
  }

  /** One action for one segment, as the file has it. */
  public record Row(
      String segment,
      String action,
      double cost,
      double retention,
      double monetization,
      double growth) {}

  /** Sums of a plan. */
  public record Totals(double cost, double retention, double monetization, double growth) {

    /** The sum of a goal. */
    public double of(Goal goal) {
      return switch (goal) {
        case RETENTION -> retention;
        case MONETIZATION -> monetization;
        case GROWTH -> growth;
      };
    }
  }

  /**
   * A limit.
   *
   * @param kind what it limits
   * @param name the action, column, group or goal; empty for the budget
   * @param bound most, or least of floors and shares
   * @param used what the plan comes to
   * @param price what one more unit would add to the first goal; 0 where there is enough
   */
  public record LimitUse(Kind kind, String name, double bound, double used, double price) {

    /** What a limit is on. */
    public enum Kind {
      BUDGET,
      /** Segments that get an action. */
      CAP,
      /** A further column. */
      LIMIT,
      /** Least total of a goal. */
      FLOOR,
      /** Least number of segments of a group that get something. */
      SHARE
    }
  }

  /**
   * A plan that could be chosen instead.
   *
   * @param actions segments that get something
   * @param gap how far it may lie below the front, as a share; 0 where it is proved efficient
   */
  public record FrontRow(
      double cost,
      double retention,
      double monetization,
      double growth,
      int actions,
      double gap,
      List<Row> plan) {
    public FrontRow {
      plan = List.copyOf(plan);
    }
  }
}
