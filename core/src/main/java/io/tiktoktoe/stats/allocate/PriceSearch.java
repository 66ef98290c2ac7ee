package io.tiktoktoe.stats.allocate;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Finds the prices of least dual value: projected Newton steps (Bertsekas 1982), damped where they
 * do not descend (Levenberg 1944, Marquardt 1963), on the smoothed dual while its temperature
 * falls.
 */
final class PriceSearch {

  private static final int MOST_DAMPINGS = 14;

  /** Least share of the decrease that the slope promises (Armijo 1966). */
  private static final double ENOUGH = 1e-4;

  private final DualFunction dual;

  /** Typical sizes of the prices, by which steps are scaled. */
  private final double[] units;

  private double[] prices;
  private DualFunction.Place place;
  private double damping;

  private PriceSearch(DualFunction dual, double[] units, double[] start) {
    this.dual = dual;
    this.units = units;
    this.prices = start;
    this.place = dual.at(start, 0);
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
    PriceSearch search = new PriceSearch(dual, units, start);
    double temperature = warm;
    search.descend(temperature, steps);
    while (temperature > cold) {
      temperature = Math.max(cold, temperature / 4);
      search.descend(temperature, steps);
    }
    return search.prices;
  }

  private void descend(double temperature, int steps) {
    place = dual.at(prices, temperature);
    damping = 0;
    for (int step = 0; step < steps; step++) {
      if (!isSteep() || !step(temperature)) {
        return;
      }
    }
  }

  /** Whether a unit's step along some price would still change the value by more than rounding. */
  private boolean isSteep() {
    double most = 0;
    for (int k = 0; k < prices.length; k++) {
      boolean held = prices[k] == 0 && place.slope()[k] > 0;
      most = Math.max(most, held ? 0 : Math.abs(place.slope()[k]) * units[k]);
    }
    return most > 1e-7 * Math.abs(place.value());
  }

  private boolean step(double temperature) {
    int[] free = free();
    DMatrixRMaj curvature = curvature(free);
    for (int attempt = 0; attempt < MOST_DAMPINGS; attempt++) {
      double[] there = moved(free, curvature);
      double promised = 0;
      for (int k = 0; k < prices.length; k++) {
        promised += (there[k] - prices[k]) * place.slope()[k];
      }
      if (promised < 0) {
        DualFunction.Place next = dual.at(there, temperature);
        if (next.value() <= place.value() + ENOUGH * promised) {
          prices = there;
          place = next;
          damping = damping < 1e-6 ? 0 : damping / 100;
          return true;
        }
      }
      damping = Math.max(1e-4, 10 * damping);
    }
    return false;
  }

  /** Prices that are not held at 0. */
  private int[] free() {
    int[] free = new int[prices.length];
    int count = 0;
    for (int k = 0; k < prices.length; k++) {
      if (prices[k] > 0 || place.slope()[k] < 0) {
        free[count++] = k;
      }
    }
    return Arrays.copyOf(free, count);
  }

  private DMatrixRMaj curvature(int[] free) {
    DMatrixRMaj matrix = new DMatrixRMaj(free.length, free.length);
    for (int i = 0; i < free.length; i++) {
      for (int j = 0; j <= i; j++) {
        double value = place.curvature()[free[i] * units.length + free[j]];
        matrix.set(i, j, value * units[free[i]] * units[free[j]]);
        matrix.set(j, i, matrix.get(i, j));
      }
    }
    return matrix;
  }

  /** The prices after a damped step, none below 0. */
  private double[] moved(int[] free, DMatrixRMaj curvature) {
    int count = free.length;
    DMatrixRMaj matrix = curvature.copy();
    DMatrixRMaj right = new DMatrixRMaj(count, 1);
    double trace = 0;
    double steep = 0;
    for (int i = 0; i < count; i++) {
      right.set(i, 0, -place.slope()[free[i]] * units[free[i]]);
      trace += matrix.get(i, i) / count;
      steep = Math.max(steep, Math.abs(right.get(i, 0)));
    }
    // Where the function is flat, a step goes by at most about three units.
    double ridge = 1e-9 * trace + Math.max(damping * trace, 0.3 * Math.max(1e-3, damping) * steep);
    for (int i = 0; i < count; i++) {
      matrix.add(i, i, ridge);
    }
    double[] there = prices.clone();
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(count);
    DMatrixRMaj solution = new DMatrixRMaj(count, 1);
    if (solver.setA(matrix)) {
      solver.solve(right, solution);
      for (int i = 0; i < count; i++) {
        double step = Math.clamp(solution.get(i, 0), -10, 10) * units[free[i]];
        there[free[i]] = Math.max(0, prices[free[i]] + step);
      }
    }
    return there;
  }
}
