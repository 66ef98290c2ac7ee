package io.tiktoktoe.audience.strategy;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Ridge and logistic regression (Hoerl and Kennard 1970; iteratively reweighted least squares) of a
 * few features, which are standardised. Coefficients but the constant are shrunk a little, so that
 * features that say the same do no harm.
 */
final class Regression {

  /** Rows' worth of belief that a coefficient is 0. */
  private static final double RIDGE = 1;

  private static final int MOST_STEPS = 25;

  private final double[] means;
  private final double[] deviations;
  private final double[] coefficients;
  private final boolean logistic;

  private Regression(double[] means, double[] deviations, double[] coefficients, boolean logistic) {
    this.means = means;
    this.deviations = deviations;
    this.coefficients = coefficients;
    this.logistic = logistic;
  }

  /** The expectation of {@code outcome} by the features of these rows. */
  static Regression linear(double[][] features, double[] outcome, int[] rows) {
    return fit(features, outcome, rows, false);
  }

  /** The probability that {@code outcome} is 1 by the features of these rows. */
  static Regression logistic(double[][] features, double[] outcome, int[] rows) {
    return fit(features, outcome, rows, true);
  }

  private static Regression fit(
      double[][] features, double[] outcome, int[] rows, boolean logistic) {
    int size = features.length + 1;
    double[] means = new double[features.length];
    double[] deviations = new double[features.length];
    for (int f = 0; f < features.length; f++) {
      double sum = 0;
      double squares = 0;
      for (int row : rows) {
        sum += features[f][row] / rows.length;
        squares += features[f][row] * features[f][row] / rows.length;
      }
      means[f] = sum;
      double deviation = Math.sqrt(Math.max(0, squares - sum * sum));
      deviations[f] = deviation > 1e-12 * Math.abs(sum) ? deviation : Double.POSITIVE_INFINITY;
    }
    Regression model = new Regression(means, deviations, new double[size], logistic);
    for (int step = 0; step < (logistic ? MOST_STEPS : 1); step++) {
      if (model.improve(features, outcome, rows) < 1e-9) {
        break;
      }
    }
    return model;
  }

  /** One Newton step; returns how far the coefficients moved. */
  private double improve(double[][] features, double[] outcome, int[] rows) {
    int size = coefficients.length;
    DMatrixRMaj matrix = new DMatrixRMaj(size, size);
    DMatrixRMaj right = new DMatrixRMaj(size, 1);
    double[] x = new double[size];
    for (int row : rows) {
      fill(features, row, x);
      double expected = expected(x);
      double weight = logistic ? Math.max(1e-6, expected * (1 - expected)) : 1;
      for (int i = 0; i < size; i++) {
        right.add(i, 0, x[i] * (outcome[row] - expected));
        for (int j = 0; j < size; j++) {
          matrix.add(i, j, weight * x[i] * x[j]);
        }
      }
    }
    for (int i = 0; i < size; i++) {
      double belief = i == 0 ? 1e-9 : RIDGE;
      matrix.add(i, i, belief + 1e-9 * rows.length);
      right.add(i, 0, i == 0 ? 0 : -belief * coefficients[i]);
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(size);
    DMatrixRMaj step = new DMatrixRMaj(size, 1);
    if (!solver.setA(matrix)) {
      return 0;
    }
    solver.solve(right, step);
    double moved = 0;
    for (int i = 0; i < size; i++) {
      double by = logistic ? Math.clamp(step.get(i, 0), -4, 4) : step.get(i, 0);
      coefficients[i] += by;
      moved = Math.max(moved, Math.abs(by));
    }
    return moved;
  }

  private void fill(double[][] features, int row, double[] x) {
    x[0] = 1;
    for (int f = 0; f < features.length; f++) {
      x[f + 1] = (features[f][row] - means[f]) / deviations[f];
    }
  }

  private double expected(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += coefficients[i] * x[i];
    }
    return logistic ? 1 / (1 + Math.exp(-Math.clamp(sum, -30, 30))) : sum;
  }

  /** What is expected of a row. */
  double of(double[][] features, int row) {
    double[] x = new double[coefficients.length];
    Arrays.fill(x, 0);
    fill(features, row, x);
    return expected(x);
  }
}
