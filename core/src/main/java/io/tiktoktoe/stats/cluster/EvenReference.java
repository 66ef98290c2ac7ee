package io.tiktoktoe.stats.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The reference distribution of the gap statistic (Tibshirani, Walther and Hastie 2001, choice b):
 * rows spread evenly over the box around given rows along their principal components, which has no
 * clusters and more spread than any other shape without.
 */
final class EvenReference {

  private final int columns;
  private final double[] means;
  private final double[][] axes;
  private final double[] low;
  private final double[] high;

  EvenReference(Points points) {
    columns = points.columns();
    means = Partition.of(points, new int[points.rows()], 1).centres();
    axes = axes(points);
    low = new double[columns];
    high = new double[columns];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    for (int row = 0; row < points.rows(); row++) {
      for (int axis = 0; axis < columns; axis++) {
        double place = 0;
        for (int column = 0; column < columns; column++) {
          place += axes[axis][column] * (points.value(row, column) - means[column]);
        }
        low[axis] = Math.min(low[axis], place);
        high[axis] = Math.max(high[axis], place);
      }
    }
  }

  /** As many rows, drawn anew. */
  Points draw(int rows, SplittableRandom random) {
    double[] values = new double[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int axis = 0; axis < columns; axis++) {
        double place = low[axis] + (high[axis] - low[axis]) * random.nextDouble();
        for (int column = 0; column < columns; column++) {
          values[row * columns + column] += axes[axis][column] * place;
        }
      }
    }
    return Points.of(values, columns);
  }

  private double[][] axes(Points points) {
    DMatrixRMaj covariance = new DMatrixRMaj(columns, columns);
    for (int row = 0; row < points.rows(); row++) {
      for (int one = 0; one < columns; one++) {
        for (int other = 0; other < columns; other++) {
          double product =
              (points.value(row, one) - means[one]) * (points.value(row, other) - means[other]);
          covariance.add(one, other, product / points.rows());
        }
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(columns, true, true);
    double[][] found = new double[columns][columns];
    if (!eigen.decompose(covariance)) {
      throw new IllegalStateException("a covariance matrix has no principal components");
    }
    for (int axis = 0; axis < columns; axis++) {
      DMatrixRMaj vector = eigen.getEigenVector(axis);
      for (int column = 0; column < columns; column++) {
        found[axis][column] = vector.get(column, 0);
      }
    }
    return found;
  }
}
