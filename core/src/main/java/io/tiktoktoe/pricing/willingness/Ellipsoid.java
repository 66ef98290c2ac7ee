package io.tiktoktoe.pricing.willingness;

import java.util.List;

/**
 * Where a posterior lies: its mean and the Cholesky factor of its covariance, over the logarithms
 * of median, spread and share.
 */
final class Ellipsoid {

  private static final double LEAST = 1e-8;

  private final double[] mean = new double[3];
  private final double[][] factor = new double[3][3];

  private Ellipsoid() {}

  /**
   * Standing for a grid of truths so far apart along each axis.
   *
   * @param apart standard deviations between two neighbours of a look
   */
  static Ellipsoid spaced(double apart, double... spacing) {
    Ellipsoid grid = new Ellipsoid();
    for (int one = 0; one < 3; one++) {
      grid.factor[one][one] = Math.max(Math.sqrt(LEAST), spacing[one] / apart);
    }
    return grid;
  }

  /**
   * Of the first two or of all three logarithms. What lay between two truths of the last look
   * cannot have been seen: as much is added.
   *
   * @param dimensions 2 or 3
   * @param last in which the truths were looked at
   * @param apart standard deviations between two neighbours of a look
   */
  Ellipsoid(List<PossibleDemand> truths, int dimensions, Ellipsoid last, double apart) {
    double unseen = apart / 2;
    for (PossibleDemand truth : truths) {
      double[] at = logs(truth);
      for (int one = 0; one < 3; one++) {
        mean[one] += truth.weight() * at[one];
      }
    }
    double[][] covariance = new double[3][3];
    for (PossibleDemand truth : truths) {
      double[] at = logs(truth);
      for (int one = 0; one < dimensions; one++) {
        for (int two = 0; two <= one; two++) {
          covariance[one][two] += truth.weight() * (at[one] - mean[one]) * (at[two] - mean[two]);
        }
      }
    }
    for (int one = 0; one < dimensions; one++) {
      for (int two = 0; two <= one; two++) {
        for (int axis = 0; axis <= two; axis++) {
          covariance[one][two] += unseen * unseen * last.factor[one][axis] * last.factor[two][axis];
        }
      }
    }
    for (int one = 0; one < dimensions; one++) {
      for (int two = 0; two <= one; two++) {
        double left = covariance[one][two];
        for (int before = 0; before < two; before++) {
          left -= factor[one][before] * factor[two][before];
        }
        factor[one][two] = one == two ? Math.sqrt(Math.max(LEAST, left)) : left / factor[two][two];
      }
    }
  }

  private static double[] logs(PossibleDemand truth) {
    return new double[] {truth.logMedian(), Math.log(truth.spread()), Math.log(truth.interested())};
  }

  /** Logarithm of the volume that one standard deviation along each direction spans. */
  double logVolume(int dimensions) {
    double log = 0;
    for (int one = 0; one < dimensions; one++) {
      log += Math.log(factor[one][one]);
    }
    return log;
  }

  /** The point so many standard deviations away along each direction. */
  double[] at(double... deviations) {
    double[] at = mean.clone();
    for (int one = 0; one < 3; one++) {
      for (int two = 0; two <= one; two++) {
        at[one] += factor[one][two] * deviations[two];
      }
    }
    return at;
  }
}
