package io.tiktoktoe.stats;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * Lower Cholesky root of a covariance, from which correlated normal variables are drawn. Rounding
 * can make a covariance that is nearly singular lose its last digits: then just enough is added to
 * its diagonal. O(rows^3).
 */
public final class LowerRoot {

  /** Share of the mean variance that is added where it is needed, at first. */
  private static final double LEAST = 1e-12;

  private static final double MORE = 100;

  private LowerRoot() {}

  /**
   * The root L of L L'.
   *
   * @param covariance symmetric, with a diagonal that is not negative and not all 0
   * @throws IllegalArgumentException if it is far from a covariance
   */
  public static double[][] of(double[][] covariance) {
    int rows = covariance.length;
    double scale = 0;
    for (int row = 0; row < rows; row++) {
      scale += covariance[row][row] / rows;
    }
    for (double share = 0; share <= 1; share = Math.max(LEAST, share * MORE)) {
      DMatrixRMaj matrix = new DMatrixRMaj(covariance);
      for (int row = 0; row < rows; row++) {
        matrix.add(row, row, share * scale);
      }
      CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(rows, true);
      if (cholesky.decompose(matrix)) {
        DMatrixRMaj lower = cholesky.getT(new DMatrixRMaj(rows, rows));
        double[][] root = new double[rows][rows];
        for (int row = 0; row < rows; row++) {
          System.arraycopy(lower.data, row * rows, root[row], 0, rows);
        }
        return root;
      }
    }
    throw new IllegalArgumentException(
        "covariance (%d rows, mean variance %s) is not positive semi-definite."
            .formatted(rows, scale));
  }
}
