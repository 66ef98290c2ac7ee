package io.tiktoktoe.service.model.audience;

import io.tiktoktoe.audience.strategy.Goal;
import java.util.List;
import java.util.Map;

/**
 * Actions that may be taken for segments, as a file has them: those of one segment in a row.
 *
 * @param segments names in the order in which they first come
 * @param groups of the segments; empty where the file has none
 * @param actions names of all actions
 * @param first where the rows of each segment begin, and behind the last
 * @param action place of each row's action
 * @param cost of each row
 * @param goals value of each row, by goal
 * @param resources further columns that were asked for
 * @param unusedColumns of the file
 */
public record AllocationTable(
    List<String> segments,
    List<String> groups,
    List<String> actions,
    int[] first,
    int[] action,
    double[] cost,
    Map<Goal, double[]> goals,
    Map<String, double[]> resources,
    List<String> unusedColumns) {

  public AllocationTable {
    segments = List.copyOf(segments);
    groups = List.copyOf(groups);
    actions = List.copyOf(actions);
    goals = Map.copyOf(goals);
    resources = Map.copyOf(resources);
    unusedColumns = List.copyOf(unusedColumns);
  }

  /** The values of a goal, row by row. */
  public double[] values(Goal goal) {
    return goals.getOrDefault(goal, new double[0]);
  }
}
