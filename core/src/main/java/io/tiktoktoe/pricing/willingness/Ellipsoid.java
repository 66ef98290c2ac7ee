package io.tiktoktoe.pricing.willingness;

import io.tiktoktoe.pricing.willingness.WillingnessPosterior.Truth;
import java.util.List;

/**
 * Where a posterior lies: its mean and the Cholesky factor of its covariance, over the logarithms
 * of median, spread and share.
 */
final class Ellipsoid {

  private static final double LEAST = 1e-8;

  private final double[] mean = new double[3];
  private final double[][] factor = new double[3][3];

  /**
   * Of the first two or of all three logarithms.
   *
   * @param dimensions 2 or 3
   */
  Ellipsoid(List<Truth> truths, int dimensions) {
    for (Truth truth : truths) {
      double[] at = logs(truth);
      for (int one = 0; one < 3; one++) {
        mean[one] += truth.weight() * at[one];
      }
    }
    double[][] covariance = new double[3][3];
    for (Truth truth : truths) {
      double[] at = logs(truth);
      for (int one = 0; one < dimensions; one++) {
        for (int two = 0; two <= one; two++) {
          covariance[one][two] += truth.weight() * (at[one] - mean[one]) * (at[two] - mean[two]);
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

  private static double[] logs(Truth truth) {
    return new double[] {truth.logMedian(), Math.log(truth.spread()), Math.log(truth.interested())};
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
