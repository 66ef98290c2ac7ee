package io.tiktoktoe.content.decay;

import io.tiktoktoe.stats.NelderMead;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Fits the decay law of a group of contents by multinomial likelihood of their views over the spans
 * of age that are over (right-censored), with weak priors; contents with many views do not decide
 * alone. Its uncertainty is that of a bootstrap over contents.
 */
final class DecayFit {

  /** Views from which a content counts hardly more. */
  private static final double ENOUGH = 300;

  private static final int EVALUATIONS = 260;
  private static final int BOOTSTRAPS = 12;
  private static final double LEAST_ERROR = 0.05;

  /** Means and spreads of the priors: logit of the tail, logarithms of all else. */
  private static final double[] PRIOR = {0, Math.log(1.5), Math.log(4), Math.log(0.6)};

  private static final double[] SPREAD = {1.5, 0.8, 0.7, 0.6};

  private final DecayShape shape;
  private final double error;

  private DecayFit(DecayShape shape, double error) {
    this.shape = shape;
    this.error = error;
  }

  /** The law. */
  DecayShape shape() {
    return shape;
  }

  /** Standard error of the logarithm of its half-life. */
  double error() {
    return error;
  }

  /**
   * Fits.
   *
   * @param views by content, then by span
   * @param over how many spans of each are over
   */
  static DecayFit of(double[][] views, int[] over, long seed) {
    double[] ones = new double[views.length];
    Arrays.fill(ones, 1);
    DecayShape shape = fitted(grouped(views, over, ones));
    SplittableRandom random = new SplittableRandom(seed);
    double sum = 0;
    double squares = 0;
    for (int round = 0; round < BOOTSTRAPS; round++) {
      double[] times = new double[views.length];
      for (int i = 0; i < times.length; i++) {
        times[random.nextInt(times.length)]++;
      }
      double log = Math.log(fitted(grouped(views, over, times)).halfLife());
      sum += log;
      squares += log * log;
    }
    double mean = sum / BOOTSTRAPS;
    double variance = Math.max(0, squares / BOOTSTRAPS - mean * mean);
    return new DecayFit(shape, Math.sqrt(variance + LEAST_ERROR * LEAST_ERROR));
  }

  /** Sums of views by how many spans are over, then by span. */
  private static double[][] grouped(double[][] views, int[] over, double[] times) {
    double[][] sums = new double[AgeSpans.SIZE + 1][AgeSpans.SIZE];
    for (int i = 0; i < views.length; i++) {
      double all = 0;
      for (int span = 0; span < over[i]; span++) {
        all += views[i][span];
      }
      double weight = times[i] / (1 + all / ENOUGH);
      for (int span = 0; span < over[i]; span++) {
        sums[over[i]][span] += weight * views[i][span];
      }
    }
    return sums;
  }

  private static DecayShape fitted(double[][] grouped) {
    NelderMead search =
        new NelderMead(
            PRIOR.clone(),
            new double[] {-4, Math.log(0.1), Math.log(0.5), Math.log(0.05)},
            new double[] {4, Math.log(30), Math.log(40), Math.log(6)},
            EVALUATIONS);
    return shape(search.minimise(at -> loss(grouped, at)));
  }

  private static DecayShape shape(double[] at) {
    return new DecayShape(
        1 / (1 + Math.exp(-at[0])), Math.exp(at[1]), Math.exp(at[2]), Math.exp(at[3]));
  }

  private static double loss(double[][] grouped, double[] at) {
    DecayShape shape = shape(at);
    double loss = 0;
    for (int i = 0; i < at.length; i++) {
      double miss = (at[i] - PRIOR[i]) / SPREAD[i];
      loss += miss * miss / 2;
    }
    double[] mass = new double[AgeSpans.SIZE];
    for (int span = 0; span < mass.length; span++) {
      mass[span] = shape.seen(AgeSpans.to(span)) - shape.seen(AgeSpans.from(span));
    }
    for (int over = 1; over < grouped.length; over++) {
      double log = Math.log(shape.seen(AgeSpans.to(over - 1)) + 1e-300);
      for (int span = 0; span < over; span++) {
        loss -= grouped[over][span] * (Math.log(mass[span] + 1e-300) - log);
      }
    }
    return loss;
  }
}
