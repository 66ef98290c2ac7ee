package io.tiktoktoe.stats.graph;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/**
 * A weighted directed graph as a compressed sparse matrix: for each node the links that end in it.
 * Several links of one direction count together; a link of weight 0 leads nowhere.
 */
public final class LinkMatrix {

  private final int[] firstInto;
  private final int[] sources;

  /** Weights of the links; empty when all are 1. */
  private final double[] weights;

  /** The sum of the weights of links out of each node. */
  private final double[] outgoing;

  private LinkMatrix(int[] firstInto, int[] sources, double[] weights, double[] outgoing) {
    this.firstInto = firstInto;
    this.sources = sources;
    this.weights = weights;
    this.outgoing = outgoing;
  }

  /**
   * From links in any order. O(nodes + links), 4 bytes a link, 12 where weights differ.
   *
   * @param from the node, below {@code nodes}, in which a link starts
   * @param to the node in which it ends
   * @param weight at least 0
   * @param undirected whether each link leads both ways; one from a node to itself leads once
   */
  public static LinkMatrix of(
      int nodes,
      int links,
      IntUnaryOperator from,
      IntUnaryOperator to,
      IntToDoubleFunction weight,
      boolean undirected) {
    int[] next = new int[nodes + 1];
    double[] outgoing = new double[nodes];
    boolean alike = true;
    for (int link = 0; link < links; link++) {
      int source = from.applyAsInt(link);
      int target = to.applyAsInt(link);
      double heavy = weight.applyAsDouble(link);
      alike &= heavy == 1;
      next[target + 1]++;
      outgoing[source] += heavy;
      if (undirected && source != target) {
        next[source + 1]++;
        outgoing[target] += heavy;
      }
    }
    Arrays.parallelPrefix(next, LinkMatrix::within);
    int[] firstInto = next.clone();
    int[] sources = new int[next[nodes]];
    double[] weights = new double[alike ? 0 : sources.length];
    for (int link = 0; link < links; link++) {
      int source = from.applyAsInt(link);
      int target = to.applyAsInt(link);
      int at = next[target]++;
      sources[at] = source;
      int back = at;
      if (undirected && source != target) {
        back = next[source]++;
        sources[back] = target;
      }
      if (!alike) {
        weights[at] = weight.applyAsDouble(link);
        weights[back] = weights[at];
      }
    }
    return new LinkMatrix(firstInto, sources, weights, outgoing);
  }

  private static int within(int one, int other) {
    return Math.addExact(one, other);
  }

  /** How many nodes. */
  public int nodes() {
    return outgoing.length;
  }

  /** How many links lead into the nodes before this one. */
  int before(int node) {
    return firstInto[node];
  }

  /** The weight that leads out of a node; 0 for one without a link to follow. */
  double outgoing(int node) {
    return outgoing[node];
  }

  /** What flows into a node when each node sends so much for a weight of 1. */
  double into(int node, double[] sent) {
    double sum = 0;
    int end = firstInto[node + 1];
    if (weights.length == 0) {
      for (int at = firstInto[node]; at < end; at++) {
        sum += sent[sources[at]];
      }
    } else {
      for (int at = firstInto[node]; at < end; at++) {
        sum += sent[sources[at]] * weights[at];
      }
    }
    return sum;
  }
}
