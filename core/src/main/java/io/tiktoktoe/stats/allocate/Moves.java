package io.tiktoktoe.stats.allocate;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Changes of one segment's option that lose little at the prices, and their order. */
final class Moves {

  /** So many moves are looked at together; of a large problem those that lose least. */
  private static final int MOST = 400_000;

  private static final int SAMPLES = 100_000;

  private int[] segments = new int[1024];
  private int[] options = new int[1024];
  private int count;

  private Moves() {}

  /** All moves of a small problem; of a large one those that lose least at these prices. */
  static Moves of(AllocationProblem problem, Worth worth) {
    Moves moves = new Moves();
    double most = threshold(problem, worth);
    for (int segment = 0; segment < problem.segments(); segment++) {
      double best = worth.of(worth.best(segment));
      if (best <= most) {
        moves.add(segment, Allocation.NOTHING);
      }
      for (int option = problem.first(segment); option < problem.first(segment + 1); option++) {
        if (best - worth.of(option) <= most) {
          moves.add(segment, option);
        }
      }
    }
    return moves;
  }

  /** The loss up to which there are about as many moves as are wanted. */
  private static double threshold(AllocationProblem problem, Worth worth) {
    long all = (long) problem.options() + problem.segments();
    if (all <= MOST) {
      return Double.POSITIVE_INFINITY;
    }
    int stride = Math.max(1, problem.segments() / SAMPLES);
    double[] losses = new double[1024];
    int found = 0;
    for (int segment = 0; segment < problem.segments(); segment += stride) {
      double best = worth.of(worth.best(segment));
      for (int option = problem.first(segment); option < problem.first(segment + 1); option++) {
        losses = found == losses.length ? Arrays.copyOf(losses, 2 * found) : losses;
        losses[found++] = best - worth.of(option);
      }
    }
    Arrays.sort(losses, 0, found);
    // Every segment has a move that loses nothing: the one it has made.
    long wanted = (problem.segments() + (long) MOST) / stride;
    return losses[(int) Math.min(found - 1L, wanted)];
  }

  private void add(int segment, int option) {
    if (count == segments.length) {
      segments = Arrays.copyOf(segments, 2 * count);
      options = Arrays.copyOf(options, 2 * count);
    }
    segments[count] = segment;
    options[count] = option;
    count++;
  }

  int segment(int move) {
    return segments[move];
  }

  int option(int move) {
    return options[move];
  }

  /** The moves whose key is a number, least key first; equal ones in the order of segments. */
  int[] ordered(IntToDoubleFunction key) {
    long[] ordered = new long[count];
    int many = 0;
    for (int move = 0; move < count; move++) {
      double one = key.applyAsDouble(move);
      if (!Double.isNaN(one)) {
        ordered[many++] = sortable((float) one) << Integer.SIZE | move;
      }
    }
    Arrays.sort(ordered, 0, many);
    int[] moves = new int[many];
    for (int i = 0; i < many; i++) {
      moves[i] = (int) ordered[i];
    }
    return moves;
  }

  /** A whole number that grows with the key; sorting such is many times faster than by a rule. */
  private static long sortable(float key) {
    int bits = Float.floatToIntBits(key);
    return bits >= 0 ? bits : ~bits ^ Integer.MIN_VALUE;
  }
}
