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

  /** Views from which a content counts hardly more: moods move them all together. */
  private static final double ENOUGH = 300;

  private static final int EVALUATIONS = 260;
  private static final double STEP = 0.1;
  static final int BOOTSTRAPS = 12;

  /** No law of four parameters is right; error of the logarithm of its half-life. */
  private static final double LEAST_ERROR = 0.15;

  /** Spreads of the priors: logit of the tail, logarithms of all else. */
  private static final double[] SPREAD = {1.5, 0.8, 0.7, 0.6};

  /** Views scatter so many times more than by chance alone. */
  private static final double OVERDISPERSION = 6;

  private final double[] at;
  private final double error;

  private DecayFit(double[] at, double error) {
    this.at = at;
    this.error = error;
  }

  /** What is taken before anything is known. */
  static DecayFit usual() {
    DecayShape usual = DecayShape.USUAL;
    return new DecayFit(
        new double[] {
          Math.log(usual.tail() / (1 - usual.tail())),
          Math.log(usual.fast()),
          Math.log(usual.slow()),
          Math.log(usual.power())
        },
        SPREAD[1]);
  }

  /** The law. */
  DecayShape shape() {
    return shape(at);
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
   * @param prior of all kinds together, about which a kind lies
   * @param rounds of the bootstrap; 0 leaves the prior's error
   */
  static DecayFit of(double[][] views, int[] over, DecayFit prior, int rounds, long seed) {
    double[] ones = new double[views.length];
    Arrays.fill(ones, 1);
    double[][] all = grouped(views, over, ones);
    double[] best = fitted(all, prior.at);
    if (rounds == 0) {
      return new DecayFit(best, prior.error);
    }
    SplittableRandom random = new SplittableRandom(seed);
    double sum = 0;
    double squares = 0;
    for (int round = 0; round < rounds; round++) {
      double[] times = new double[views.length];
      for (int i = 0; i < times.length; i++) {
        times[random.nextInt(times.length)]++;
      }
      double log = Math.log(shape(fitted(grouped(views, over, times), prior.at)).halfLife());
      sum += log;
      squares += log * log;
    }
    double mean = sum / rounds;
    double variance = Math.max(0, squares / rounds - mean * mean);
    double spread = SPREAD[1] * SPREAD[1];
    double scale = 1 / (1 / spread + information(all, best));
    return new DecayFit(best, Math.sqrt(variance + scale + LEAST_ERROR * LEAST_ERROR));
  }

  /** What the views tell of the clock of the law (observed information): little of few views. */
  private static double information(double[][] grouped, double[] at) {
    double curve = -2 * loss(grouped, at, at);
    for (int side = -1; side <= 1; side += 2) {
      double[] moved = at.clone();
      moved[1] += side * STEP;
      moved[2] += side * STEP;
      curve += loss(grouped, moved, moved);
    }
    return Math.max(0, curve / (STEP * STEP));
  }

  /** How much of a view's likelihood counts in a content of so many. */
  static double weight(double views) {
    return 1 / (OVERDISPERSION * (1 + views / ENOUGH));
  }

  /** Sums of views by how many spans are over, then by span. */
  private static double[][] grouped(double[][] views, int[] over, double[] times) {
    double[][] sums = new double[AgeSpans.SIZE + 1][AgeSpans.SIZE];
    for (int i = 0; i < views.length; i++) {
      double all = 0;
      for (int span = 0; span < over[i]; span++) {
        all += views[i][span];
      }
      double weight = times[i] * weight(all);
      for (int span = 0; span < over[i]; span++) {
        sums[over[i]][span] += weight * views[i][span];
      }
    }
    return sums;
  }

  private static double[] fitted(double[][] grouped, double[] prior) {
    NelderMead search =
        new NelderMead(
            prior.clone(),
            new double[] {-4, Math.log(0.1), Math.log(0.5), Math.log(0.05)},
            new double[] {4, Math.log(30), Math.log(40), Math.log(6)},
            EVALUATIONS);
    return search.minimise(at -> loss(grouped, at, prior));
  }

  private static DecayShape shape(double[] at) {
    return new DecayShape(
        1 / (1 + Math.exp(-at[0])), Math.exp(at[1]), Math.exp(at[2]), Math.exp(at[3]));
  }

  private static double loss(double[][] grouped, double[] at, double[] prior) {
    DecayShape shape = shape(at);
    double loss = 0;
    for (int i = 0; i < at.length; i++) {
      double miss = (at[i] - prior[i]) / SPREAD[i];
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
