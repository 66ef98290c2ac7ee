package io.tiktoktoe.stats.allocate;

import io.tiktoktoe.work.Progress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.ModelEntity;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Makes prices exact: the linear relaxation is solved by the simplex method on the core of options
 * that may matter, and its dual values price all others (column generation, Gilmore and Gomory
 * 1961) until none of them is worth taking in.
 */
final class CorePrices {

  private static final int MOST_ROUNDS = 15;

  private final AllocationProblem problem;
  private final double[] value;
  private final double[] units;
  private final double valueUnit;
  private final boolean[] core;

  private CorePrices(AllocationProblem problem, double[] value, Scales scales) {
    this.problem = problem;
    this.value = value;
    this.units = scales.uses();
    this.valueUnit = scales.value();
    this.core = new boolean[problem.options()];
  }

  /**
   * Prices whose dual value is the optimum of the linear relaxation, or these if they are better.
   */
  static double[] polish(
      AllocationProblem problem,
      double[] value,
      Scales scales,
      double[] prices,
      Progress progress) {
    return new CorePrices(problem, value, scales).polish(prices, progress);
  }

  private double[] polish(double[] start, Progress progress) {
    double[] best = start;
    double least = bound(worth(start, progress), start);
    double[] prices = start;
    int more = 4 * start.length + 40;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      progress.report("pricing", round, MOST_ROUNDS);
      boolean grown = grow(worth(prices, progress), more);
      Optimisation.Result result = relaxation(worth(best, progress));
      if (!result.getState().isOptimal()) {
        more *= 2;
        continue;
      }
      prices = dualValues(result);
      double bound = bound(worth(prices, progress), prices);
      if (bound < least - 1e-12 * Math.abs(least)) {
        least = bound;
        best = prices;
      } else if (!grown) {
        return best;
      }
      more = start.length + 10;
    }
    return best;
  }

  private Worth worth(double[] prices, Progress progress) {
    return new Worth(problem, value, prices, 1, progress);
  }

  private double bound(Worth worth, double[] prices) {
    double sum = 0;
    for (int segment = 0; segment < problem.segments(); segment++) {
      sum += worth.of(worth.best(segment));
    }
    for (int k = 0; k < prices.length; k++) {
      Limit limit = problem.limits().get(k);
      sum += prices[k] * limit.sign() * limit.bound();
    }
    return sum;
  }

  /** Takes in the options that lose least, so many beside the best of each segment. */
  private boolean grow(Worth worth, int more) {
    double[] losses = new double[problem.options()];
    for (int segment = 0; segment < problem.segments(); segment++) {
      double best = worth.of(worth.best(segment));
      for (int option = problem.first(segment); option < problem.first(segment + 1); option++) {
        losses[option] = best - worth.of(option);
      }
    }
    double[] ordered = losses.clone();
    Arrays.sort(ordered);
    double most =
        ordered.length == 0 ? 0 : ordered[Math.min(ordered.length - 1, problem.segments() + more)];
    boolean grown = false;
    for (int option = 0; option < losses.length; option++) {
      if (losses[option] <= most && !core[option]) {
        core[option] = true;
        grown = true;
      }
    }
    return grown;
  }

  private Optimisation.Result relaxation(Worth worth) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Expression[] rows = new Expression[problem.limits().size()];
    double[] left = new double[rows.length];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = model.newExpression("limit " + k);
      left[k] = problem.limits().get(k).bound();
    }
    for (int segment = 0; segment < problem.segments(); segment++) {
      addSegment(model, rows, left, segment, worth);
    }
    for (int k = 0; k < rows.length; k++) {
      if (problem.limits().get(k).sense() == Limit.Sense.AT_MOST) {
        rows[k].upper(left[k] / units[k]);
      } else {
        rows[k].lower(left[k] / units[k]);
      }
    }
    return model.maximise();
  }

  private void addSegment(
      ExpressionsBasedModel model, Expression[] rows, double[] left, int segment, Worth worth) {
    int many = 0;
    for (int option = problem.first(segment); option < problem.first(segment + 1); option++) {
      many += core[option] ? 1 : 0;
    }
    int best = worth.best(segment);
    if (many == 1 && best != Allocation.NOTHING && core[best]) {
      // Nothing else comes near it: it is taken as chosen, which keeps the model small.
      for (int k = 0; k < left.length; k++) {
        left[k] -= problem.limits().get(k).use(best);
      }
      return;
    }
    Expression once = many > 1 ? model.newExpression("segment " + segment).upper(1) : null;
    for (int option = problem.first(segment); option < problem.first(segment + 1); option++) {
      if (core[option]) {
        Variable variable = model.newVariable("option " + option).lower(0).upper(1);
        variable.weight(value[option] / valueUnit);
        if (once != null) {
          once.set(variable, 1);
        }
        for (int k = 0; k < rows.length; k++) {
          double use = problem.limits().get(k).use(option);
          if (use != 0) {
            rows[k].set(variable, use / units[k]);
          }
        }
      }
    }
  }

  private double[] dualValues(Optimisation.Result result) {
    Map<String, Double> byName = new HashMap<>();
    for (var one : result.getDualValues()) {
      ModelEntity<?> row = one.left().left();
      byName.put(row.getName(), Math.abs(one.doubleValue()));
    }
    double[] prices = new double[units.length];
    for (int k = 0; k < prices.length; k++) {
      prices[k] = byName.getOrDefault("limit " + k, 0.0) * valueUnit / units[k];
    }
    return prices;
  }
}
