package io.tiktoktoe.stats.allocate;

import io.tiktoktoe.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The augmented epsilon-constraint method (Mavrotas 2009; with its skips, Mavrotas and Florios
 * 2013): the first objective is maximised while the others must reach the points of a grid between
 * the worst and the best that is efficient; a small share of what they exceed it by is added, so
 * that no point can be bettered for nothing.
 */
final class EpsilonConstraint {

  /** Weight of the other objectives, each as a share of its range. */
  private static final double AUGMENT = 1e-4;

  private final AllocationProblem problem;
  private final AllocationOptions options;
  private final Progress progress;
  private final List<Allocation> found = new ArrayList<>();
  private boolean exact = true;

  EpsilonConstraint(AllocationProblem problem, AllocationOptions options, Progress progress) {
    this.problem = problem;
    this.options = options;
    this.progress = progress;
  }

  ParetoFront front(Choice known) {
    int objectives = problem.objectives();
    double[] best = new double[objectives];
    double[] worst = new double[objectives];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    Arrays.fill(worst, Double.POSITIVE_INFINITY);
    for (int objective = 0; objective < objectives; objective++) {
      Allocation corner = corner(objective, known);
      add(corner);
      for (int other = 0; other < objectives; other++) {
        best[other] = Math.max(best[other], corner.total(other));
        worst[other] = Math.min(worst[other], corner.total(other));
      }
    }
    if (objectives > 1) {
      walk(1, new double[objectives], worst, best);
    }
    return new ParetoFront(efficient(), exact);
  }

  /** The lexicographic best with one objective before the others. */
  private Allocation corner(int objective, Choice known) {
    List<Integer> order = new ArrayList<>();
    order.add(objective);
    for (int other = 0; other < problem.objectives(); other++) {
      if (other != objective) {
        order.add(other);
      }
    }
    AllocationProblem turned = problem.withObjectives(order.stream().map(problem::values).toList());
    Allocation best =
        new Lexicographic(turned, options.withTolerances(List.of()), progress)
            .best(new Choice(turned, known.taken));
    exact &= best.exact();
    return told(new Choice(problem, best.choice()), best.gap(0), best.exact());
  }

  private void walk(int objective, double[] floors, double[] worst, double[] best) {
    if (objective == problem.objectives()) {
      point(floors, worst, best);
      return;
    }
    int others = problem.objectives() - 1;
    int steps = (int) Math.max(2, Math.round(Math.pow(options.frontPoints(), 1.0 / others)));
    double range = best[objective] - worst[objective];
    if (!(range > 1e-9 * Math.abs(best[objective]))) {
      floors[objective] = Double.NEGATIVE_INFINITY;
      walk(objective + 1, floors, worst, best);
      return;
    }
    for (int step = 0; step < steps; step++) {
      floors[objective] = worst[objective] + range * step / steps;
      walk(objective + 1, floors, worst, best);
    }
  }

  private void point(double[] floors, double[] worst, double[] best) {
    double range = Math.max(best[0] - worst[0], 1e-9 * Math.abs(best[0]));
    double[] value = problem.values(0).clone();
    List<Limit> limits = new ArrayList<>(problem.limits());
    for (int objective = 1; objective < floors.length; objective++) {
      double span = best[objective] - worst[objective];
      if (span > 0 && floors[objective] > Double.NEGATIVE_INFINITY) {
        double[] more = problem.values(objective);
        limits.add(Limit.atLeast("objective " + objective, more, floors[objective]));
        double weight = AUGMENT * range / span;
        for (int option = 0; option < value.length; option++) {
          value[option] += weight * more[option];
        }
      }
    }
    AllocationProblem limited = problem.withLimits(limits);
    Optional<Choice> known =
        found.stream()
            .map(one -> new Choice(limited, one.choice()))
            .filter(Choice::allowed)
            .max(Comparator.comparingDouble(one -> one.total(value)));
    SingleObjective.Solved solved =
        SingleObjective.solve(
            limited, value, known, options.withNodes(Math.max(1, options.nodes() / 4)), progress);
    exact &= solved.exact();
    solved
        .choice()
        .ifPresent(
            choice ->
                add(
                    told(
                        new Choice(problem, choice.taken),
                        Allocation.gap(choice.total(value), solved.bound()),
                        solved.exact())));
  }

  private Allocation told(Choice choice, double gap, boolean proved) {
    double[] totals = new double[problem.objectives()];
    Arrays.setAll(totals, objective -> choice.total(problem.values(objective)));
    double[] bounds = new double[totals.length];
    Arrays.fill(bounds, Double.POSITIVE_INFINITY);
    double[] gaps = new double[totals.length];
    Arrays.fill(gaps, Double.NaN);
    gaps[0] = gap;
    double[] prices = new double[problem.limits().size()];
    return new Allocation(choice.taken, totals, bounds, gaps, choice.uses(), prices, proved);
  }

  private void add(Allocation one) {
    boolean known = false;
    for (Allocation other : found) {
      known |= same(one, other);
    }
    if (!known) {
      found.add(one);
    }
  }

  private boolean same(Allocation one, Allocation other) {
    boolean same = true;
    for (int objective = 0; objective < problem.objectives(); objective++) {
      double size = Math.max(Math.abs(one.total(objective)), Math.abs(other.total(objective)));
      same &= Math.abs(one.total(objective) - other.total(objective)) <= 1e-12 * size;
    }
    return same;
  }

  private List<Allocation> efficient() {
    Comparator<Allocation> order = Comparator.comparingDouble(one -> -one.total(0));
    for (int objective = 1; objective < problem.objectives(); objective++) {
      int by = objective;
      order = order.thenComparingDouble(one -> -one.total(by));
    }
    return found.stream().filter(one -> !isBeaten(one)).sorted(order).toList();
  }

  private boolean isBeaten(Allocation one) {
    for (Allocation other : found) {
      boolean better = false;
      boolean worse = false;
      for (int objective = 0; objective < problem.objectives(); objective++) {
        better |= other.total(objective) > one.total(objective);
        worse |= other.total(objective) < one.total(objective);
      }
      if (better && !worse) {
        return true;
      }
    }
    return false;
  }
}
