package io.tiktoktoe.content.attribution;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Removal effects in an absorbing Markov chain of touches (Anderl et al. 2016): states are
 * contents, a beginning, a payment and nothing. How many payments would be lost if whoever comes to
 * a content went away is the chance to come there times the chance to pay from there.
 */
final class MarkovRemoval {

  private static final int SWEEPS = 60;
  private static final double CLOSE = 1e-10;

  private final int contents;
  private final Map<Long, Double> counts = new HashMap<>();
  private final double[] out;
  private final double[] pays;
  private final double[] begins;
  private double paths;

  MarkovRemoval(int contents) {
    this.contents = contents;
    this.out = new double[contents];
    this.pays = new double[contents];
    this.begins = new double[contents];
  }

  /** A touch that begins a path. */
  void begin(int content) {
    begins[content]++;
    paths++;
  }

  /** A touch after another on one path. */
  void next(int from, int to) {
    if (from != to) {
      counts.merge((long) from << 32 | to, 1.0, Double::sum);
      out[from]++;
    }
  }

  /** A path that ends at a content, with a payment or without. */
  void end(int content, boolean paid) {
    out[content]++;
    pays[content] += paid ? 1 : 0;
  }

  /**
   * The share of all payments that is lost without each content; they may add up to more than 1.
   */
  double[] effects() {
    Edges edges = edges();
    double[] value = new double[contents];
    for (int i = 0; i < contents; i++) {
      value[i] = out[i] > 0 ? pays[i] / out[i] : 0;
    }
    double[] direct = value.clone();
    sweep(edges.from, edges.to, edges.chance, direct, value);
    double[] visits = Arrays.stream(begins).map(one -> paths > 0 ? one / paths : 0).toArray();
    double[] begun = visits.clone();
    sweep(edges.to, edges.from, edges.chance, begun, visits);
    double all = 0;
    for (int i = 0; i < contents; i++) {
      all += begun[i] * value[i];
    }
    double[] effects = new double[contents];
    for (int i = 0; i < contents && all > 0; i++) {
      effects[i] = Math.min(1, visits[i] * (1 - edges.returns[i]) * value[i] / all);
    }
    return effects;
  }

  /**
   * Solves x = constant + chances x by repeated substitution; the chain loses mass at each step.
   */
  private static void sweep(
      int[] rows, int[] columns, double[] chance, double[] constant, double[] x) {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double[] next = constant.clone();
      for (int i = 0; i < rows.length; i++) {
        next[rows[i]] += chance[i] * x[columns[i]];
      }
      double change = 0;
      for (int i = 0; i < x.length; i++) {
        change = Math.max(change, Math.abs(next[i] - x[i]));
        x[i] = next[i];
      }
      if (change < CLOSE) {
        return;
      }
    }
  }

  /** Chances to go from one content to another, and of each to be come back to in two steps. */
  private record Edges(int[] from, int[] to, double[] chance, double[] returns) {}

  private Edges edges() {
    long[] keys = counts.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    int[] from = new int[keys.length];
    int[] to = new int[keys.length];
    double[] chance = new double[keys.length];
    double[] returns = new double[contents];
    for (int i = 0; i < keys.length; i++) {
      from[i] = (int) (keys[i] >>> 32);
      to[i] = (int) keys[i];
      chance[i] = counts.getOrDefault(keys[i], 0.0) / out[from[i]];
      double back = counts.getOrDefault((long) to[i] << 32 | from[i], 0.0);
      returns[from[i]] += back > 0 ? chance[i] * back / out[to[i]] : 0;
    }
    return new Edges(from, to, chance, returns);
  }
}
