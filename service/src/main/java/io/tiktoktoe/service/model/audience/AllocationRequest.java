package io.tiktoktoe.service.model.audience;

import io.tiktoktoe.audience.strategy.Goal;
import io.tiktoktoe.service.model.ServiceException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Asks which action each segment should get. What cannot be is refused as {@link
 * ServiceException.BadRequest} when the request is made.
 *
 * @param budget that the costs of the plan stay within, at least 0
 * @param caps at most so many segments get an action, by its name; at least 0
 * @param limits bounds of further columns of resources, by their name; at least 0
 * @param floors least totals of goals
 * @param leastShare share of the segments of each group that get something at least, in [0, 1]
 * @param priorities goals, most important first; those that are not named only break ties
 * @param weights of the goals when they are to be weighed, not served in turn; empty if not
 * @param tolerance share of the best of a goal that those after it may take, in [0, 1)
 * @param frontPoints about how many plans of the Pareto front are sought; 0 for none
 * @param seed is taken as in other requests; nothing is drawn
 */
public record AllocationRequest(
    double budget,
    Map<String, Double> caps,
    Map<String, Double> limits,
    Map<Goal, Double> floors,
    double leastShare,
    List<Goal> priorities,
    Map<Goal, Double> weights,
    double tolerance,
    int frontPoints,
    long seed) {

  /** About how many plans of the Pareto front are sought unless told otherwise. */
  public static final int FRONT_POINTS = 12;

  public AllocationRequest {
    require(budget >= 0 && budget <= 1e75, "budget", budget, "must be from 0 to 1e75");
    limits.forEach(
        (name, bound) ->
            require(
                bound >= 0 && bound <= 1e75,
                "limit",
                name + "=" + bound,
                "must be from 0 to 1e75"));
    floors.forEach(
        (goal, least) ->
            require(
                Math.abs(least) <= 1e75, "least", goal.label() + "=" + least, "must be a number"));
    require(leastShare >= 0 && leastShare <= 1, "least_share", leastShare, "must be from 0 to 1");
    require(tolerance >= 0 && tolerance < 1, "tolerance", tolerance, "must be from 0 to below 1");
    require(
        !priorities.isEmpty() && EnumSet.copyOf(priorities).size() == priorities.size(),
        "priorities",
        priorities,
        "must name each goal at most once");
    weights.forEach(
        (goal, weight) ->
            require(
                weight >= 0 && weight <= 1e15,
                "weights",
                goal.label() + "=" + weight,
                "must be from 0 to 1e15"));
    require(
        weights.isEmpty() || weights.values().stream().anyMatch(one -> one > 0),
        "weights",
        weights,
        "must not all be 0");
    require(
        frontPoints == 0 || frontPoints >= 2 && frontPoints <= 1_000,
        "front",
        frontPoints,
        "must be 0 or from 2 to 1000");
    caps = Map.copyOf(caps);
    limits = Map.copyOf(limits);
    floors = Map.copyOf(floors);
    priorities = List.copyOf(priorities);
    weights = Map.copyOf(weights);
  }

  private static void require(boolean holds, String field, Object value, String rule) {
    if (!holds) {
      throw new ServiceException.BadRequest(field, "{" + field + "} (%s) " + rule + ".", value);
    }
  }

  /** A budget alone; retention first, then monetization, then growth. */
  public static AllocationRequest ofBudget(double budget) {
    return new AllocationRequest(
        budget,
        Map.of(),
        Map.of(),
        new EnumMap<>(Goal.class),
        0,
        List.of(Goal.values()),
        Map.of(),
        0,
        FRONT_POINTS,
        0);
  }
}
