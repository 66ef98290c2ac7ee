package io.tiktoktoe.audience.fan;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Ridge logistic regression by Newton's method (iteratively reweighted least squares), on
 * standardised covariates; the constant is not shrunk.
 */
final class LogisticFit {

  private static final int MOST_STEPS = 25;
  private static final double CLOSE = 1e-8;

  private final double[] means;
  private final double[] spreads;
  private final double[] weights;
  private final DMatrixRMaj covariance;

  private LogisticFit(double[] means, double[] spreads, double[] weights, DMatrixRMaj covariance) {
    this.means = means;
    this.spreads = spreads;
    this.weights = weights;
    this.covariance = covariance;
  }

  /**
   * Rows of a regression.
   *
   * @param x covariates of row after row, the first of each 1
   * @param outcomes what happened
   * @param weights how much each row counts
   */
  record Rows(int size, int width, double[] x, boolean[] outcomes, double[] weights) {}

  /**
   * Fits.
   *
   * @param ridge penalty on each squared standardised weight
   */
  static LogisticFit of(Rows rows, double ridge) {
    int width = rows.width();
    double[] means = new double[width];
    double[] spreads = new double[width];
    moments(rows, means, spreads);
    double[] weights = new double[width];
    DMatrixRMaj hessian = new DMatrixRMaj(width, width);
    DMatrixRMaj gradient = new DMatrixRMaj(width, 1);
    DMatrixRMaj step = new DMatrixRMaj(width, 1);
    double[] z = new double[width];
    for (int round = 0; round < MOST_STEPS; round++) {
      accumulate(rows, means, spreads, weights, z, hessian, gradient);
      for (int i = 0; i < width; i++) {
        double penalty = i == 0 ? 1e-9 : ridge;
        hessian.add(i, i, penalty);
        gradient.add(i, 0, -penalty * weights[i]);
      }
      if (!CommonOps_DDRM.solve(hessian, gradient, step)) {
        break;
      }
      double change = 0;
      for (int i = 0; i < width; i++) {
        weights[i] += Math.clamp(step.get(i), -5, 5);
        change = Math.max(change, Math.abs(step.get(i)));
      }
      if (change < CLOSE) {
        break;
      }
    }
    DMatrixRMaj covariance = new DMatrixRMaj(width, width);
    CommonOps_DDRM.invert(hessian, covariance);
    return new LogisticFit(means, spreads, weights, covariance);
  }

  private static void moments(Rows rows, double[] means, double[] spreads) {
    int width = rows.width();
    double total = 0;
    double[] squares = new double[width];
    for (int row = 0; row < rows.size(); row++) {
      double weight = rows.weights()[row];
      total += weight;
      for (int i = 0; i < width; i++) {
        double value = rows.x()[row * width + i];
        means[i] += weight * value;
        squares[i] += weight * value * value;
      }
    }
    for (int i = 0; i < width; i++) {
      means[i] /= total;
      double variance = squares[i] / total - means[i] * means[i];
      spreads[i] = variance > 1e-12 ? Math.sqrt(variance) : 1;
    }
    means[0] = 0;
    spreads[0] = 1;
  }

  private static void accumulate(
      Rows rows,
      double[] means,
      double[] spreads,
      double[] weights,
      double[] z,
      DMatrixRMaj hessian,
      DMatrixRMaj gradient) {
    int width = rows.width();
    hessian.zero();
    gradient.zero();
    for (int row = 0; row < rows.size(); row++) {
      double score = 0;
      for (int i = 0; i < width; i++) {
        z[i] = (rows.x()[row * width + i] - means[i]) / spreads[i];
        score += z[i] * weights[i];
      }
      double told = sigmoid(score);
      double miss = rows.weights()[row] * ((rows.outcomes()[row] ? 1 : 0) - told);
      double curve = rows.weights()[row] * Math.max(1e-9, told * (1 - told));
      for (int i = 0; i < width; i++) {
        gradient.add(i, 0, miss * z[i]);
        for (int j = 0; j <= i; j++) {
          hessian.add(i, j, curve * z[i] * z[j]);
        }
      }
    }
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < i; j++) {
        hessian.set(j, i, hessian.get(i, j));
      }
    }
  }

  static double sigmoid(double score) {
    return 1 / (1 + Math.exp(-score));
  }

  private double[] standard(double[] x) {
    double[] z = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      z[i] = (x[i] - means[i]) / spreads[i];
    }
    return z;
  }

  /** The log odds of one row. */
  double score(double[] x) {
    double score = 0;
    for (int i = 0; i < x.length; i++) {
      score += (x[i] - means[i]) / spreads[i] * weights[i];
    }
    return score;
  }

  /** Standard error of the log odds. */
  double error(double[] x) {
    double[] z = standard(x);
    double variance = 0;
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < z.length; j++) {
        variance += z[i] * z[j] * covariance.get(i, j);
      }
    }
    return Math.sqrt(Math.max(0, variance));
  }

  /** By how much each covariate moves the log odds away from the mean row's. */
  double[] contributions(double[] x) {
    double[] z = standard(x);
    for (int i = 0; i < z.length; i++) {
      z[i] *= i == 0 ? 0 : weights[i];
    }
    return z;
  }
}
