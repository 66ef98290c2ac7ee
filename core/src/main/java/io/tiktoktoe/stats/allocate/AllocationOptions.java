package io.tiktoktoe.stats.allocate;

import java.util.List;

/**
 * How an allocation is sought.
 *
 * @param tolerances share of the best total of each objective but the last that those after it may
 *     take, in [0, 1); missing ones are 0; default none
 * @param exactOptions number of options up to which the optimum is proved; default 20,000
 * @param nodes nodes of branch and bound after which the best found is taken with its gap; default
 *     5,000,000
 * @param frontPoints about how many points of the Pareto front are sought, at least 2; default 12
 * @param threads number of threads, at least 1; the answer does not depend on it
 */
public record AllocationOptions(
    List<Double> tolerances, int exactOptions, int nodes, int frontPoints, int threads) {

  public AllocationOptions {
    for (double tolerance : tolerances) {
      if (!(tolerance >= 0 && tolerance < 1)) {
        throw new IllegalArgumentException(
            "tolerance (%s) must be at least 0 and below 1.".formatted(tolerance));
      }
    }
    tolerances = List.copyOf(tolerances);
    requireAtLeast("exactOptions", exactOptions, 0);
    requireAtLeast("nodes", nodes, 1);
    requireAtLeast("frontPoints", frontPoints, 2);
    requireAtLeast("threads", threads, 1);
  }

  private static void requireAtLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s (%d) must be at least %d.".formatted(name, value, least));
    }
  }

  /** Strict priorities, proved up to 20,000 options. */
  public static AllocationOptions defaults() {
    return new AllocationOptions(List.of(), 20_000, 5_000_000, 12, 2);
  }

  /** The same with these shares that lower priorities may take from higher ones. */
  public AllocationOptions withTolerances(List<Double> shares) {
    return new AllocationOptions(shares, exactOptions, nodes, frontPoints, threads);
  }

  /** The same with the optimum proved up to so many options. */
  public AllocationOptions withExactOptions(int options) {
    return new AllocationOptions(tolerances, options, nodes, frontPoints, threads);
  }

  /** The same with so many nodes of branch and bound. */
  public AllocationOptions withNodes(int most) {
    return new AllocationOptions(tolerances, exactOptions, most, frontPoints, threads);
  }

  /** The same with about so many points of the Pareto front. */
  public AllocationOptions withFrontPoints(int points) {
    return new AllocationOptions(tolerances, exactOptions, nodes, points, threads);
  }

  /** The same on so many threads. */
  public AllocationOptions withThreads(int number) {
    return new AllocationOptions(tolerances, exactOptions, nodes, frontPoints, number);
  }

  double tolerance(int objective) {
    return objective < tolerances.size() ? tolerances.get(objective) : 0;
  }
}
