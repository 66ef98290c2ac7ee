package io.tiktoktoe.stats.allocate;

import java.util.ArrayList;
import java.util.List;

/**
 * A multiple-choice knapsack problem: segments, each with options of which at most one is taken,
 * limits on what the taken ones use together, and objectives to be maximised. Doing nothing for a
 * segment is always possible and worth 0. Arrays are kept, not copied, because there may be tens of
 * millions of options: they must not be changed afterwards.
 */
public final class AllocationProblem {

  /** Largest size of a value, use or bound: sums of products of two still are numbers. */
  public static final double MAX_VALUE = 1e75;

  private final int[] first;
  private final List<double[]> objectives;
  private final List<Limit> limits;

  private AllocationProblem(int[] first, List<double[]> objectives, List<Limit> limits) {
    this.first = first;
    this.objectives = objectives;
    this.limits = limits;
  }

  /**
   * A problem without limits yet.
   *
   * @param first where the options of each segment begin, ascending from 0, and behind the last one
   *     the number of all options: one more than there are segments
   * @param objectives the value of each option for each objective, those of the highest priority
   *     first; finite, at least one objective
   * @throws IllegalArgumentException if the arrays do not fit each other or a value is not finite
   */
  public static AllocationProblem of(int[] first, List<double[]> objectives) {
    if (first.length == 0 || first[0] != 0) {
      throw new IllegalArgumentException("first must begin with 0.");
    }
    for (int segment = 1; segment < first.length; segment++) {
      if (first[segment] < first[segment - 1]) {
        throw new IllegalArgumentException(
            "first (%d) of segment %d must not be below the one before."
                .formatted(first[segment], segment));
      }
    }
    if (objectives.isEmpty()) {
      throw new IllegalArgumentException("objectives is empty. Give at least one.");
    }
    for (double[] values : objectives) {
      requireFinite("value", values, first[first.length - 1]);
    }
    return new AllocationProblem(first, List.copyOf(objectives), List.of());
  }

  /** The same with one more limit. */
  public AllocationProblem with(Limit limit) {
    limit.requireOptions(options());
    List<Limit> more = new ArrayList<>(limits);
    more.add(limit);
    return new AllocationProblem(first, objectives, List.copyOf(more));
  }

  /** The same with these limits instead. */
  AllocationProblem withLimits(List<Limit> others) {
    return new AllocationProblem(first, objectives, List.copyOf(others));
  }

  /** The same with these objectives instead. */
  AllocationProblem withObjectives(List<double[]> others) {
    return new AllocationProblem(first, List.copyOf(others), limits);
  }

  static void requireFinite(String what, double[] values, int length) {
    if (values.length != length) {
      throw new IllegalArgumentException(
          "%s is given for %,d options, of which there are %,d."
              .formatted(what, values.length, length));
    }
    for (int option = 0; option < length; option++) {
      if (!(Math.abs(values[option]) <= MAX_VALUE)) {
        throw new IllegalArgumentException(
            "%s (%s) of option %d must be a number within 1e75. Count in a larger unit."
                .formatted(what, values[option], option));
      }
    }
  }

  /** How many segments there are. */
  public int segments() {
    return first.length - 1;
  }

  /** How many options there are together. */
  public int options() {
    return first[first.length - 1];
  }

  /** The first option of a segment; for one behind the last, the number of options. */
  public int first(int segment) {
    return first[segment];
  }

  /** The segments' first options, not to be changed. */
  int[] firsts() {
    return first;
  }

  /** How many objectives there are. */
  public int objectives() {
    return objectives.size();
  }

  /** What an option is worth for an objective. */
  public double value(int objective, int option) {
    return objectives.get(objective)[option];
  }

  double[] values(int objective) {
    return objectives.get(objective);
  }

  /** What holds the choice back. */
  public List<Limit> limits() {
    return limits;
  }
}
