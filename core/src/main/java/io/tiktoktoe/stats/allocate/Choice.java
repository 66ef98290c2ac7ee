package io.tiktoktoe.stats.allocate;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Which option each segment takes, and what they use together; changes while it is improved. */
final class Choice {

  final AllocationProblem problem;
  final int[] taken;
  private final List<Limit> limits;
  private final double[] used;

  Choice(AllocationProblem problem, int[] taken) {
    this.problem = problem;
    this.limits = problem.limits();
    this.taken = taken;
    this.used = new double[limits.size()];
    recount();
  }

  /** Nothing for anyone. */
  static Choice nothing(AllocationProblem problem) {
    int[] none = new int[problem.segments()];
    Arrays.fill(none, Allocation.NOTHING);
    return new Choice(problem, none);
  }

  Choice copy() {
    return new Choice(problem, taken.clone());
  }

  /** Sums the uses anew, without the rounding that many changes leave (Neumaier 1974). */
  void recount() {
    for (int k = 0; k < used.length; k++) {
      Limit limit = limits.get(k);
      used[k] = sum(limit::use);
    }
  }

  /** What the taken options are worth by these values. */
  double total(double[] value) {
    return sum(option -> value[option]);
  }

  private double sum(IntToDoubleFunction term) {
    double sum = 0;
    double lost = 0;
    for (int option : taken) {
      if (option != Allocation.NOTHING) {
        double one = term.applyAsDouble(option);
        double next = sum + one;
        lost += Math.abs(sum) >= Math.abs(one) ? (sum - next) + one : (one - next) + sum;
        sum = next;
      }
    }
    return sum + lost;
  }

  double[] uses() {
    return used.clone();
  }

  /** What an option, or {@link Allocation#NOTHING}, uses of a limit. */
  double use(int limit, int option) {
    return option == Allocation.NOTHING ? 0 : limits.get(limit).use(option);
  }

  /** By how much a limit would be broken if a segment took another option. */
  double excessAfter(int limit, int segment, int option) {
    double change = use(limit, option) - use(limit, taken[segment]);
    return limits.get(limit).excess(used[limit] + change);
  }

  double excess(int limit) {
    return limits.get(limit).excess(used[limit]);
  }

  /** By how much a limit is broken, as a share of its bound. */
  double share(int limit) {
    return excess(limit) / size(limit);
  }

  private double size(int limit) {
    double bound = Math.abs(limits.get(limit).bound());
    return bound == 0 ? 1 : bound;
  }

  /** Whether all limits together, as shares, would be broken less. */
  boolean isLessBroken(int segment, int option) {
    double change = 0;
    for (int k = 0; k < used.length; k++) {
      change += (excessAfter(k, segment, option) - excess(k)) / size(k);
    }
    return change < 0;
  }

  boolean allowed() {
    for (int k = 0; k < used.length; k++) {
      if (excess(k) > 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether no limit would be broken more than it is now. */
  boolean allowsMove(int segment, int option) {
    for (int k = 0; k < used.length; k++) {
      double after = excessAfter(k, segment, option);
      if (after > 0 && after > excess(k)) {
        return false;
      }
    }
    return true;
  }

  void move(int segment, int option) {
    for (int k = 0; k < used.length; k++) {
      used[k] += use(k, option) - use(k, taken[segment]);
    }
    taken[segment] = option;
  }
}
