package io.tiktoktoe.audience.influence;

/**
 * How PageRank is computed.
 *
 * @param damping the share of score that follows links, 0 to below 1
 * @param tolerance sum of absolute changes at which it has converged, above 0
 * @param iterations at most so many
 * @param undirected whether every link leads both ways
 * @param threads that work together; the answer does not hang on it
 */
public record InfluenceOptions(
    double damping, double tolerance, int iterations, boolean undirected, int threads) {

  public InfluenceOptions {
    if (!(damping >= 0 && damping < 1)) {
      throw new IllegalArgumentException(
          "damping (%s) must be at least 0 and below 1. 0.85 is usual.".formatted(damping));
    }
    if (!(tolerance >= 0) || iterations < 1) {
      throw new IllegalArgumentException(
          "tolerance (%s) must be at least 0 and iterations (%d) at least 1."
              .formatted(tolerance, iterations));
    }
  }

  /**
   * Damping .85, changes of 1e-13 in all (which puts each score within 1e-12), at most 500
   * iterations, links lead one way, one thread.
   */
  public static InfluenceOptions defaults() {
    return new InfluenceOptions(0.85, 1e-13, 500, false, 1);
  }

  /** Another damping. */
  public InfluenceOptions withDamping(double other) {
    return new InfluenceOptions(other, tolerance, iterations, undirected, threads);
  }

  /** Exactly so many iterations, whatever the change. */
  public InfluenceOptions withExactly(int count) {
    return new InfluenceOptions(damping, 0, count, undirected, threads);
  }

  /** Whether every link leads both ways. */
  public InfluenceOptions withUndirected(boolean both) {
    return new InfluenceOptions(damping, tolerance, iterations, both, threads);
  }

  /** So many threads. */
  public InfluenceOptions withThreads(int count) {
    return new InfluenceOptions(damping, tolerance, iterations, undirected, count);
  }
}
