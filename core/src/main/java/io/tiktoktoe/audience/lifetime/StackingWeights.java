package io.tiktoktoe.audience.lifetime;

import java.util.Arrays;
import java.util.List;

/**
 * Weights of models in a linear pool: those with the best mean log score on what was held out,
 * found by expectation and maximisation, with a faint prior for equal ones.
 */
final class StackingWeights {

  private static final int ITERATIONS = 2_000;

  /** Customers' worth of evidence that each model is given beforehand. */
  private static final double PRIOR = .25;

  private StackingWeights() {}

  /**
   * Stacking weights.
   *
   * @param scores log predictive densities, a row a model
   */
  static double[] of(double[][] scores) {
    double[] weights = new double[scores.length];
    Arrays.fill(weights, 1.0 / weights.length);
    double[][] ratios = ratios(scores);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[] next = next(ratios, weights);
      double moved = 0;
      for (int m = 0; m < next.length; m++) {
        moved = Math.max(moved, Math.abs(next[m] - weights[m]));
      }
      weights = next;
      if (moved < 1e-7) {
        break;
      }
    }
    return weights;
  }

  /** Densities relative to the best model of each customer, a row a customer. */
  private static double[][] ratios(double[][] scores) {
    double[][] ratios = new double[scores[0].length][scores.length];
    for (int i = 0; i < ratios.length; i++) {
      double best = Double.NEGATIVE_INFINITY;
      for (double[] model : scores) {
        best = Math.max(best, model[i]);
      }
      for (int m = 0; m < scores.length; m++) {
        ratios[i][m] = Math.exp(scores[m][i] - best);
      }
    }
    return ratios;
  }

  private static double[] next(double[][] ratios, double[] weights) {
    double[] next = new double[weights.length];
    Arrays.fill(next, PRIOR);
    for (double[] customer : ratios) {
      double sum = 0;
      for (int m = 0; m < weights.length; m++) {
        sum += weights[m] * customer[m];
      }
      for (int m = 0; m < weights.length; m++) {
        next[m] += weights[m] * customer[m] / sum;
      }
    }
    double total = Arrays.stream(next).sum();
    return Arrays.stream(next).map(one -> one / total).toArray();
  }

  /** Mean log score of the pool. */
  static double score(double[][] scores, double[] weights) {
    double sum = 0;
    for (int i = 0; i < scores[0].length; i++) {
      double pooled = Double.NEGATIVE_INFINITY;
      for (int m = 0; m < weights.length; m++) {
        pooled = CountingModel.logSum(pooled, Math.log(weights[m]) + scores[m][i]);
      }
      sum += pooled;
    }
    return sum / scores[0].length;
  }

  /** Where nothing can be held out: by Akaike's criterion (Burnham and Anderson 2002). */
  static double[] byLikelihood(List<Estimate> fits) {
    double[] criteria =
        fits.stream().mapToDouble(fit -> fit.logLikelihood() - fit.logs().length).toArray();
    double best = Arrays.stream(criteria).max().orElse(0);
    double[] weights = Arrays.stream(criteria).map(one -> Math.exp(one - best)).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(one -> one / sum).toArray();
  }
}
