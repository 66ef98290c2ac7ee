package io.tiktoktoe.audience.lifetime.base;

/** Symmetric matrices of a few rows. */
public final class SmallMatrix {

  private SmallMatrix() {}

  /**
   * The lower triangular factor L of L L' (Cholesky).
   *
   * @return nothing, a matrix without rows, when the matrix is not positive definite
   */
  static double[][] cholesky(double[][] matrix) {
    int n = matrix.length;
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        if (i != j) {
          lower[i][j] = sum / lower[j][j];
        } else if (sum > 1e-12 * Math.abs(matrix[i][i]) && sum > 0) {
          lower[i][i] = Math.sqrt(sum);
        } else {
          return new double[0][];
        }
      }
    }
    return lower;
  }

  /** The inverse; without rows when the matrix is not positive definite. */
  static double[][] inverse(double[][] matrix) {
    double[][] lower = cholesky(matrix);
    int n = lower.length;
    double[][] inverse = new double[n][n];
    for (int column = 0; column < n; column++) {
      double[] solved = new double[n];
      for (int i = 0; i < n; i++) {
        double sum = i == column ? 1 : 0;
        for (int k = 0; k < i; k++) {
          sum -= lower[i][k] * solved[k];
        }
        solved[i] = sum / lower[i][i];
      }
      for (int i = n - 1; i >= 0; i--) {
        double sum = solved[i];
        for (int k = i + 1; k < n; k++) {
          sum -= lower[k][i] * inverse[k][column];
        }
        inverse[i][column] = sum / lower[i][i];
      }
    }
    return inverse;
  }

  /** v' M v. */
  public static double quadratic(double[] vector, double[][] matrix) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        sum += vector[i] * matrix[i][j] * vector[j];
      }
    }
    return sum;
  }
}
