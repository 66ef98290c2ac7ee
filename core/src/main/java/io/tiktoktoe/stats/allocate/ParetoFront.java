package io.tiktoktoe.stats.allocate;

import java.util.List;

/**
 * The Pareto front: choices of which none can gain for one objective without losing for another.
 *
 * @param points best first for the first objective, then for those after it; empty where no choice
 *     keeps the limits
 * @param certified whether each point is proved efficient; else each is not beaten by the others,
 *     and within its gap of the front
 */
public record ParetoFront(List<Allocation> points, boolean certified) {

  public ParetoFront {
    points = List.copyOf(points);
  }
}
