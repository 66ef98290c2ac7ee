package io.tiktoktoe.stats.allocate;

import io.tiktoktoe.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Objectives in their order. With strict priorities all are served at once, each weighing so much
 * less than the one before that it only breaks ties; where something may be given up, one after the
 * other with what was reached before as a limit.
 */
final class Lexicographic {

  /** Most of the first objective that ties may cost, as a share; then of the second. */
  private static final double[] TIES = {1, 2e-7, 2e-11};

  private final AllocationProblem problem;
  private final AllocationOptions options;
  private final Progress progress;

  Lexicographic(AllocationProblem problem, AllocationOptions options, Progress progress) {
    this.problem = problem;
    this.options = options;
    this.progress = progress;
  }

  /** The best choice from an allowed one. */
  Allocation best(Choice known) {
    boolean strict = true;
    for (int objective = 0; objective < problem.objectives() - 1; objective++) {
      strict &= options.tolerance(objective) == 0;
    }
    return strict ? strict(known) : yielding(known);
  }

  private boolean small() {
    return problem.options() <= options.exactOptions();
  }

  private Allocation strict(Choice known) {
    double[] bounds = unknown();
    Choice start = known;
    boolean exact = false;
    boolean allExact = true;
    double[] prices = new double[0];
    if (small() || problem.objectives() == 1) {
      SingleObjective.Solved first = solve(problem, problem.values(0), start);
      start = first.choice().orElse(start);
      bounds[0] = first.bound();
      exact = first.exact();
      prices = first.prices();
    }
    if (problem.objectives() > 1) {
      double[] weights = weights();
      double[] value = combined(weights);
      SingleObjective.Solved all = solve(problem, value, start);
      start = all.choice().orElse(start);
      allExact = all.exact();
      exact |= allExact;
      prices = prices.length == 0 ? all.prices() : prices;
      bounds[0] = Math.min(bounds[0], all.bound() + belowZero(weights));
    }
    double[] totals = totals(start);
    for (int objective = 1; allExact && objective < bounds.length; objective++) {
      bounds[objective] = totals[objective];
    }
    bounds[0] = Math.max(bounds[0], totals[0]);
    return new Allocation(
        start.taken, totals, bounds, gaps(totals, bounds), start.uses(), prices, exact);
  }

  /** What objectives after the first can take off a weighted sum at most. */
  private double belowZero(double[] weights) {
    double sum = 0;
    for (int objective = 1; objective < weights.length; objective++) {
      sum += weights[objective] * worst(objective);
    }
    return sum;
  }

  private double worst(int objective) {
    double sum = 0;
    for (int segment = 0; segment < problem.segments(); segment++) {
      double least = 0;
      for (int option = problem.first(segment); option < problem.first(segment + 1); option++) {
        least = Math.min(least, problem.value(objective, option));
      }
      sum -= least;
    }
    return sum;
  }

  private static double[] gaps(double[] totals, double[] bounds) {
    double[] gaps = new double[totals.length];
    for (int objective = 0; objective < gaps.length; objective++) {
      gaps[objective] =
          Double.isInfinite(bounds[objective])
              ? Double.NaN
              : Allocation.gap(totals[objective], bounds[objective]);
    }
    return gaps;
  }

  private double[] unknown() {
    double[] bounds = new double[problem.objectives()];
    Arrays.fill(bounds, Double.POSITIVE_INFINITY);
    return bounds;
  }

  private double[] weights() {
    double[] weights = new double[problem.objectives()];
    double first = reach(0);
    weights[0] = 1;
    for (int objective = 1; objective < weights.length; objective++) {
      double tie = objective < TIES.length ? TIES[objective] : TIES[2];
      weights[objective] = tie * first / (reach(objective) + worst(objective));
    }
    return weights;
  }

  /** About what an objective can come to, above 0. */
  private double reach(int objective) {
    double most = SingleObjective.reach(problem, problem.values(objective), options, progress);
    return most > 0 ? most : Scales.of(problem, problem.values(objective)).value();
  }

  private double[] combined(double[] weights) {
    double[] value = problem.values(0).clone();
    for (int objective = 1; objective < weights.length; objective++) {
      double[] more = problem.values(objective);
      for (int option = 0; option < value.length; option++) {
        value[option] += weights[objective] * more[option];
      }
    }
    return value;
  }

  private Allocation yielding(Choice known) {
    double[] bounds = unknown();
    double[] reached = new double[bounds.length];
    double[] prices = new double[0];
    boolean exact = false;
    Choice start = known;
    List<Limit> floors = new ArrayList<>();
    for (int objective = 0; objective < problem.objectives(); objective++) {
      AllocationProblem stage = with(floors);
      double[] value = problem.values(objective);
      SingleObjective.Solved solved = solve(stage, value, new Choice(stage, start.taken));
      start = solved.choice().orElse(start);
      exact = objective == 0 ? solved.exact() : exact;
      prices = objective == 0 ? solved.prices() : prices;
      double total = start.total(value);
      reached[objective] = total;
      bounds[objective] = Math.max(solved.bound(), total);
      double floor = total - options.tolerance(objective) * Math.abs(total);
      floors.add(Limit.atLeast("objective " + objective, value, floor - 1e-9 * Math.abs(total)));
    }
    Choice chosen = new Choice(problem, start.taken);
    return new Allocation(
        chosen.taken, totals(chosen), bounds, gaps(reached, bounds), chosen.uses(), prices, exact);
  }

  private AllocationProblem with(List<Limit> floors) {
    List<Limit> limits = new ArrayList<>(problem.limits());
    limits.addAll(floors);
    return problem.withLimits(limits);
  }

  private double[] totals(Choice choice) {
    double[] totals = new double[problem.objectives()];
    for (int objective = 0; objective < totals.length; objective++) {
      totals[objective] = choice.total(problem.values(objective));
    }
    return totals;
  }

  private SingleObjective.Solved solve(AllocationProblem stage, double[] value, Choice start) {
    return SingleObjective.solve(stage, value, Optional.of(start), options, progress);
  }
}
