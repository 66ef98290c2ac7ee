package io.tiktoktoe.stats.allocate;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Finds the prices of least dual value: projected Newton steps (Bertsekas 1982) on the smoothed
 * dual while its temperature falls.
 */
final class PriceSearch {

  private static final int MOST_HALVINGS = 12;

  /** Least share of the decrease that the slope promises (Armijo 1966). */
  private static final double ENOUGH = 1e-4;

  private final DualFunction dual;

  /** Typical sizes of the prices, by which steps are scaled. */
  private final double[] units;

  private PriceSearch(DualFunction dual, double[] units) {
    this.dual = dual;
    this.units = units;
  }

  /**
   * Prices near the best.
   *
   * @param units typical size of each price, above 0
   * @param start where to begin, each at least 0
   * @param warm the temperature to begin with
   * @param cold the temperature to end with
   * @param steps Newton steps at each temperature
   */
  static double[] search(
      DualFunction dual, double[] units, double[] start, double warm, double cold, int steps) {
    PriceSearch search = new PriceSearch(dual, units);
    double[] prices = start;
    double temperature = warm;
    while (true) {
      prices = search.descend(prices, temperature, steps);
      if (temperature <= cold) {
        return prices;
      }
      temperature = Math.max(cold, temperature / 4);
    }
  }

  private double[] descend(double[] start, double temperature, int steps) {
    double[] prices = start;
    DualFunction.Place place = dual.at(prices, temperature);
    for (int step = 0; step < steps; step++) {
      double[] direction = direction(prices, place);
      double promised = promised(direction, place.slope());
      if (!(promised < -1e-9 * Math.abs(place.value()))) {
        return prices;
      }
      double length = 1;
      boolean found = false;
      for (int halving = 0; halving < MOST_HALVINGS && !found; halving++) {
        double[] there = moved(prices, direction, length);
        DualFunction.Place next = dual.at(there, temperature);
        found = next.value() <= place.value() + ENOUGH * length * promised;
        if (found) {
          prices = there;
          place = next;
        }
        length /= 2;
      }
      if (!found) {
        return prices;
      }
    }
    return prices;
  }

  private static double promised(double[] direction, double[] slope) {
    double sum = 0;
    for (int k = 0; k < slope.length; k++) {
      sum += direction[k] * slope[k];
    }
    return sum;
  }

  private static double[] moved(double[] prices, double[] direction, double length) {
    double[] there = new double[prices.length];
    for (int k = 0; k < prices.length; k++) {
      there[k] = Math.max(0, prices[k] + length * direction[k]);
    }
    return there;
  }

  /** The Newton direction among prices that are not held at 0, in units of their own. */
  private double[] direction(double[] prices, DualFunction.Place place) {
    int size = prices.length;
    int[] free = new int[size];
    int count = 0;
    for (int k = 0; k < size; k++) {
      if (prices[k] > 1e-9 * units[k] || place.slope()[k] < 0) {
        free[count++] = k;
      }
    }
    double[] direction = new double[size];
    if (count == 0) {
      return direction;
    }
    double[] solved = solved(place, Arrays.copyOf(free, count));
    for (int i = 0; i < count; i++) {
      double step = solved[i] * units[free[i]];
      // A price does not fall below 0: what would push it there is cut, not projected away.
      direction[free[i]] = Math.max(step, -prices[free[i]]);
    }
    return direction;
  }

  private double[] solved(DualFunction.Place place, int[] free) {
    int size = units.length;
    int count = free.length;
    DMatrixRMaj matrix = new DMatrixRMaj(count, count);
    DMatrixRMaj right = new DMatrixRMaj(count, 1);
    double trace = 0;
    double steep = 0;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j <= i; j++) {
        double value =
            place.curvature()[free[i] * size + free[j]] * units[free[i]] * units[free[j]];
        matrix.set(i, j, value);
        matrix.set(j, i, value);
      }
      right.set(i, 0, -place.slope()[free[i]] * units[free[i]]);
      trace += matrix.get(i, i);
      steep = Math.max(steep, Math.abs(right.get(i, 0)));
    }
    // Flat directions move by at most about ten units at once.
    double ridge = Math.max(1e-9 * trace / count, 0.1 * steep);
    for (int attempt = 0; attempt < 20; attempt++) {
      DMatrixRMaj copy = matrix.copy();
      for (int i = 0; i < count; i++) {
        copy.add(i, i, attempt == 0 ? 1e-12 * trace / count + 1e-300 : ridge);
      }
      LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(count);
      DMatrixRMaj solution = new DMatrixRMaj(count, 1);
      if (solver.setA(copy)) {
        solver.solve(right, solution);
        if (small(solution, count)) {
          return solution.data;
        }
      }
      ridge = attempt == 0 ? 1e-3 * ridge : 10 * ridge;
    }
    return new double[count];
  }

  private static boolean small(DMatrixRMaj solution, int count) {
    for (int i = 0; i < count; i++) {
      if (!(Math.abs(solution.get(i, 0)) <= 100)) {
        return false;
      }
    }
    return true;
  }
}
