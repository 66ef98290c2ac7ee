package io.tiktoktoe.audience.lifetime.base;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Weights of models in a linear pool: those with the best mean log score on what was held out,
 * found by expectation and maximisation, with a faint prior for equal ones.
 */
public final class StackingWeights {

  private static final int ITERATIONS = 2_000;

  /** Customers' worth of evidence that each model is given beforehand. */
  private static final double PRIOR = .25;

  /** Customers from whom draws are made; more make them narrower by the square root. */
  private static final int DRAWN = 3_000;

  private static final int DRAW_ITERATIONS = 150;

  private StackingWeights() {}

  /**
   * Stacking weights.
   *
   * @param scores log predictive densities, a row a model
   */
  public static double[] of(double[][] scores) {
    double[] equal = new double[scores.length];
    Arrays.fill(equal, 1.0 / equal.length);
    double[] evenly = new double[scores[0].length];
    Arrays.fill(evenly, 1);
    return search(ratios(scores), evenly, equal, ITERATIONS);
  }

  /**
   * What the weights may be as well, as few customers tell them: Bayesian bootstrap (Rubin 1981),
   * each customer counting as much as an exponential draw says.
   *
   * @param weights the best ones
   * @return a row a draw
   */
  public static double[][] draws(double[][] scores, double[] weights, int draws, long seed) {
    int stride = Math.max(1, scores[0].length / DRAWN);
    double[][] some =
        Arrays.stream(scores)
            .map(
                one ->
                    IntStream.range(0, one.length / stride)
                        .mapToDouble(i -> one[i * stride])
                        .toArray())
            .toArray(double[][]::new);
    double[][] ratios = ratios(some);
    SplittableRandom random = new SplittableRandom(seed);
    double[][] drawn = new double[draws][];
    for (int draw = 0; draw < draws; draw++) {
      double[] counts = random.doubles(ratios.length).map(one -> -Math.log1p(-one)).toArray();
      drawn[draw] = search(ratios, counts, weights, DRAW_ITERATIONS);
    }
    return nearer(drawn, Math.sqrt(1.0 / stride));
  }

  /** Draws around their mean, as near as more customers than were drawn from tell them. */
  private static double[][] nearer(double[][] drawn, double factor) {
    double[] mean = new double[drawn[0].length];
    for (double[] one : drawn) {
      for (int m = 0; m < mean.length; m++) {
        mean[m] += one[m] / drawn.length;
      }
    }
    for (double[] one : drawn) {
      for (int m = 0; m < mean.length; m++) {
        one[m] = mean[m] + factor * (one[m] - mean[m]);
      }
    }
    return drawn;
  }

  private static double[] search(
      double[][] ratios, double[] counts, double[] start, int iterations) {
    double[] weights = start;
    for (int iteration = 0; iteration < iterations; iteration++) {
      double[] next = next(ratios, counts, weights);
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

  private static double[] next(double[][] ratios, double[] counts, double[] weights) {
    double[] next = new double[weights.length];
    Arrays.fill(next, PRIOR);
    for (int i = 0; i < ratios.length; i++) {
      double[] customer = ratios[i];
      double sum = 0;
      for (int m = 0; m < weights.length; m++) {
        sum += weights[m] * customer[m];
      }
      for (int m = 0; m < weights.length; m++) {
        next[m] += counts[i] * weights[m] * customer[m] / sum;
      }
    }
    double total = Arrays.stream(next).sum();
    return Arrays.stream(next).map(one -> one / total).toArray();
  }

  /** Mean log score of the pool. */
  public static double score(double[][] scores, double[] weights) {
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
  public static double[] byLikelihood(List<Estimate> fits) {
    double[] criteria =
        fits.stream().mapToDouble(fit -> fit.logLikelihood() - fit.logs().length).toArray();
    double best = Arrays.stream(criteria).max().orElse(0);
    double[] weights = Arrays.stream(criteria).map(one -> Math.exp(one - best)).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(one -> one / sum).toArray();
  }
}
