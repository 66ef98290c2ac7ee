package io.tiktoktoe.content.brief;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A random-effects (mixed) regression by empirical Bayes: effects of one group share a variance
 * that the data teach by expectation-maximisation (Dempster, Laird and Rubin 1977), so that levels
 * with few rows stay near the mean of all and the best of many is not believed more than it
 * deserves. Takes groups squared by columns cubed times {@value #ROUNDS}.
 */
final class RandomEffects {

  private static final int ROUNDS = 100;
  private static final double WIDE = 100;
  private static final double LEAST_VARIANCE = 1e-4;

  private final double[] mean;
  private final DMatrixRMaj covariance;
  private final double noise;

  private RandomEffects(double[] mean, DMatrixRMaj covariance, double noise) {
    this.mean = mean;
    this.covariance = covariance;
    this.noise = noise;
  }

  /**
   * Fits; column 0 is the mean of all.
   *
   * @param rows the columns that are 1 in each row, column 0 left out
   * @param group of each column; that of column 0 is not looked at
   */
  static RandomEffects fit(int[][] rows, double[] values, double[] weights, int[] group) {
    int size = group.length;
    int groups = Arrays.stream(group).max().orElse(0) + 1;
    double[] variances = new double[groups];
    Arrays.fill(variances, 0.1);
    double noise = variance(values);
    RandomEffects fitted = null;
    double total = Arrays.stream(weights).sum();
    for (int round = 0; round < ROUNDS; round++) {
      fitted = solve(rows, values, weights, group, variances, noise);
      double[] squares = new double[groups];
      double[] counts = new double[groups];
      for (int column = 1; column < size; column++) {
        squares[group[column]] +=
            fitted.mean[column] * fitted.mean[column] + fitted.covariance.get(column, column);
        counts[group[column]]++;
      }
      for (int one = 0; one < groups; one++) {
        // Half a level's worth of the usual, so that a group of one level keeps a variance.
        variances[one] = Math.max(LEAST_VARIANCE, (squares[one] + 0.005) / (counts[one] + 0.5));
      }
      double residual = 0;
      for (int row = 0; row < rows.length; row++) {
        double error = values[row] - fitted.mean(rows[row]);
        residual += weights[row] * (error * error + fitted.variance(rows[row]));
      }
      noise = Math.max(LEAST_VARIANCE, residual / total);
    }
    return solve(rows, values, weights, group, variances, noise);
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Math.max(
        LEAST_VARIANCE,
        Arrays.stream(values).map(one -> (one - mean) * (one - mean)).average().orElse(1));
  }

  private static RandomEffects solve(
      int[][] rows,
      double[] values,
      double[] weights,
      int[] group,
      double[] variances,
      double noise) {
    int size = group.length;
    DMatrixRMaj precision = new DMatrixRMaj(size, size);
    double[] right = new double[size];
    precision.set(0, 0, 1 / WIDE);
    for (int column = 1; column < size; column++) {
      precision.set(column, column, 1 / variances[group[column]]);
    }
    for (int row = 0; row < rows.length; row++) {
      int[] ones = withMean(rows[row]);
      double weight = weights[row] / noise;
      for (int a : ones) {
        right[a] += weight * values[row];
        for (int b : ones) {
          precision.add(a, b, weight);
        }
      }
    }
    DMatrixRMaj covariance = new DMatrixRMaj(size, size);
    if (!CommonOps_DDRM.invert(precision, covariance)) {
      throw new IllegalArgumentException(
          "effects of %d levels cannot be told apart. Give more contents.".formatted(size - 1));
    }
    double[] mean = new double[size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        mean[a] += covariance.get(a, b) * right[b];
      }
    }
    return new RandomEffects(mean, covariance, noise);
  }

  private static int[] withMean(int[] row) {
    int[] ones = Arrays.copyOf(row, row.length + 1);
    ones[row.length] = 0;
    return ones;
  }

  /** Posterior mean of a row's value. */
  double mean(int[] row) {
    double sum = mean[0];
    for (int column : row) {
      sum += mean[column];
    }
    return sum;
  }

  /** Posterior variance of a row's mean. */
  double variance(int[] row) {
    double sum = 0;
    int[] ones = withMean(row);
    for (int a : ones) {
      for (int b : ones) {
        sum += covariance.get(a, b);
      }
    }
    return sum;
  }

  double effect(int column) {
    return mean[column];
  }

  double deviation(int column) {
    return Math.sqrt(covariance.get(column, column));
  }

  /** Variance of one value about its mean. */
  double noise() {
    return noise;
  }

  /** Posterior variance of a sum of effects with these weights, the mean of all included. */
  double varianceOf(double[] weights) {
    double sum = 0;
    for (int a = 0; a < weights.length; a++) {
      for (int b = 0; b < weights.length; b++) {
        sum += weights[a] * weights[b] * covariance.get(a, b);
      }
    }
    return sum;
  }
}
