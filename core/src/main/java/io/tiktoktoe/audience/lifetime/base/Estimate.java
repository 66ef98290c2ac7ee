package io.tiktoktoe.audience.lifetime.base;

import io.tiktoktoe.stats.Bfgs;
import java.util.Arrays;

/**
 * Maximum-likelihood or, for few customers, maximum a posteriori estimates of positive parameters:
 * found on their logarithms, with the inverse of the observed information.
 *
 * @param logs logarithms of the estimates
 * @param logLikelihood without the prior
 * @param covariance of the logarithms; with the prior's information where the data say too little
 * @param errors standard errors of the logarithms from the data alone; NaN where they say nothing
 * @param prior whether a prior was used
 */
public record Estimate(
    double[] logs, double logLikelihood, double[][] covariance, double[] errors, boolean prior) {

  /** Less of the log likelihood is not looked for. */
  private static final double TOLERANCE = 1e-9;

  /** Logarithms beyond this are pulled back: there the parameter makes no difference any more. */
  private static final double FAR = 14;

  private static final double STEP = 1e-4;

  /** What is known before: normal distributions of the logarithms. */
  public record Prior(double[] means, double[] deviations) {}

  /**
   * From several starts, the best.
   *
   * @param likelihood to be made largest, with its gradient
   * @param rough another one much like it and quicker, or the same
   * @param weight how much more the full one weighs than the quick one
   * @param isPrior whether the prior counts for the estimates, not only for their uncertainty
   */
  public static Estimate of(
      Bfgs.Smooth likelihood,
      Bfgs.Smooth rough,
      double weight,
      double[][] starts,
      Prior prior,
      boolean isPrior) {
    Bfgs.Smooth quick = objective(rough, prior, isPrior);
    Bfgs.Minimum best = Bfgs.minimise(quick, starts[0], TOLERANCE);
    for (int other = 1; other < starts.length; other++) {
      Bfgs.Minimum one = Bfgs.minimise(quick, starts[other], TOLERANCE);
      if (one.value() < best.value() - TOLERANCE || Double.isNaN(best.value())) {
        best = one;
      }
    }
    if (rough != likelihood) {
      double[][] scaled = best.inverseHessian();
      for (double[] row : scaled) {
        for (int j = 0; j < row.length; j++) {
          row[j] /= weight;
        }
      }
      best = Bfgs.minimise(objective(likelihood, prior, isPrior), best, TOLERANCE);
    }
    double[][] information = information(rough, best.point(), weight);
    double value = likelihood.at(best.point(), new double[best.point().length]);
    return new Estimate(
        best.point(), value, covariance(information, prior), errors(information), isPrior);
  }

  private static Bfgs.Smooth objective(Bfgs.Smooth likelihood, Prior prior, boolean isPrior) {
    return (point, gradient) -> {
      Arrays.fill(gradient, 0);
      double value = -likelihood.at(point, gradient);
      for (int i = 0; i < point.length; i++) {
        gradient[i] = -gradient[i];
        double beyond = Math.max(0, Math.abs(point[i]) - FAR);
        value += beyond * beyond;
        gradient[i] += 2 * beyond * Math.signum(point[i]);
        if (isPrior) {
          double off = (point[i] - prior.means()[i]) / prior.deviations()[i];
          value += off * off / 2;
          gradient[i] += off / prior.deviations()[i];
        }
      }
      return value;
    };
  }

  /** Minus the second derivatives, from differences of the gradient. */
  private static double[][] information(Bfgs.Smooth likelihood, double[] point, double weight) {
    int n = point.length;
    double[][] information = new double[n][n];
    for (int i = 0; i < n; i++) {
      double[] above = slope(likelihood, point, i, STEP);
      double[] below = slope(likelihood, point, i, -STEP);
      for (int j = 0; j < n; j++) {
        double half = -weight * (above[j] - below[j]) / (4 * STEP);
        information[i][j] += half;
        information[j][i] += half;
      }
    }
    return information;
  }

  private static double[] slope(Bfgs.Smooth likelihood, double[] point, int i, double step) {
    double[] moved = point.clone();
    double[] gradient = new double[point.length];
    moved[i] += step;
    likelihood.at(moved, gradient);
    return gradient;
  }

  private static double[][] covariance(double[][] information, Prior prior) {
    double[][] all = new double[information.length][];
    for (int i = 0; i < all.length; i++) {
      all[i] = information[i].clone();
      all[i][i] += 1 / (prior.deviations()[i] * prior.deviations()[i]);
    }
    double[][] inverse = SmallMatrix.inverse(all);
    if (inverse.length > 0) {
      return inverse;
    }
    double[][] diagonal = new double[all.length][all.length];
    for (int i = 0; i < all.length; i++) {
      diagonal[i][i] = 1 / Math.max(all[i][i], 1 / (prior.deviations()[i] * prior.deviations()[i]));
    }
    return diagonal;
  }

  private static double[] errors(double[][] information) {
    double[][] inverse = SmallMatrix.inverse(information);
    double[] errors = new double[information.length];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = inverse.length == 0 ? Double.NaN : Math.sqrt(inverse[i][i]);
    }
    return errors;
  }

  /** The same moved by a vector of standard normal draws. */
  public double[] drawn(double[] normal) {
    double[][] lower = SmallMatrix.cholesky(covariance);
    double[] moved = logs.clone();
    for (int i = 0; i < lower.length; i++) {
      for (int j = 0; j <= i; j++) {
        moved[i] += lower[i][j] * normal[j];
      }
    }
    return moved;
  }
}
