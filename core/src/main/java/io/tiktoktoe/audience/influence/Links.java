package io.tiktoktoe.audience.influence;

/**
 * Directed weighted graph: who sent score to whom. Arrays are shared, not copied: change none.
 *
 * <p>Score flows along a link. For influence a link leads from the fan who came to the fan who
 * brought him.
 */
public final class Links {

  private final int nodes;
  private final int[] from;
  private final int[] to;
  private final double[] weights;

  /**
   * Links between nodes 0 to nodes - 1. Several of the same direction count together; one of a node
   * to itself counts like any.
   *
   * @param weights at least 0 and finite; a link of weight 0 leads nowhere
   * @throws IllegalArgumentException if an end is no node or a weight is negative or not finite
   */
  public Links(int nodes, int[] from, int[] to, double[] weights) {
    this.nodes = nodes;
    this.from = from;
    this.to = to;
    this.weights = weights;
    if (from.length != to.length || from.length != weights.length) {
      throw new IllegalArgumentException(
          "from (%d), to (%d) and weights (%d) must be as many."
              .formatted(from.length, to.length, weights.length));
    }
    for (int link = 0; link < from.length; link++) {
      if (from[link] < 0 || from[link] >= nodes || to[link] < 0 || to[link] >= nodes) {
        throw new IllegalArgumentException(
            "link %d (%d to %d) leaves the nodes 0 to %d."
                .formatted(link, from[link], to[link], nodes - 1));
      }
      if (!(weights[link] >= 0 && weights[link] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "weight of link %d (%s) must be at least 0 and finite.".formatted(link, weights[link]));
      }
    }
  }

  /** How many nodes. */
  public int nodes() {
    return nodes;
  }

  /** How many links. */
  public int size() {
    return from.length;
  }

  /** Where a link starts. */
  public int from(int link) {
    return from[link];
  }

  /** Where a link ends. */
  public int to(int link) {
    return to[link];
  }

  /** The weight of a link. */
  public double weight(int link) {
    return weights[link];
  }
}
