package io.tiktoktoe.audience.fan;

import io.tiktoktoe.stats.NelderMead;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * A Gamma prior on fans' Poisson rates, fitted to all of them by marginal likelihood (empirical
 * Bayes, Robbins 1956: the counts are negative binomial).
 *
 * @param shape of the Gamma distribution, above 0
 * @param rate of it, in days
 */
record RatePrior(double shape, double rate) {

  /** Fans that the prior is fitted to: more change it in the third digit. */
  private static final int SAMPLE = 4_000;

  private static final int EVALUATIONS = 160;

  /** Where nothing was counted: half an event in a year. */
  private static final RatePrior NOTHING = new RatePrior(0.5, 365);

  /**
   * Fits to counts over days of exposure; those without exposure tell nothing.
   *
   * @param counts at least 0, also fractions
   */
  static RatePrior fit(double[] counts, double[] exposures) {
    double events = 0;
    double days = 0;
    for (int i = 0; i < counts.length; i++) {
      events += exposures[i] > 0 ? counts[i] : 0;
      days += exposures[i];
    }
    if (!(events > 0 && days > 0)) {
      return NOTHING;
    }
    double mean = events / days;
    int step = Math.max(1, counts.length / SAMPLE);
    NelderMead search =
        new NelderMead(
            new double[] {0, Math.log(mean)},
            new double[] {-5, Math.log(mean) - 4},
            new double[] {6, Math.log(mean) + 4},
            EVALUATIONS);
    double[] best = search.minimise(at -> loss(counts, exposures, step, at));
    double shape = Math.exp(best[0]);
    return new RatePrior(shape, shape / Math.exp(best[1]));
  }

  private static double loss(double[] counts, double[] exposures, int step, double[] at) {
    double shape = Math.exp(at[0]);
    double rate = shape / Math.exp(at[1]);
    double constant = LogGamma.value(shape);
    double logLikelihood = 0;
    for (int i = 0; i < counts.length; i += step) {
      if (exposures[i] > 0) {
        logLikelihood +=
            LogGamma.value(shape + counts[i])
                - constant
                + shape * Math.log(rate / (rate + exposures[i]))
                + counts[i] * Math.log(exposures[i] / (rate + exposures[i]));
      }
    }
    return -logLikelihood;
  }

  /** Posterior mean of a fan's rate, events a day. */
  double mean(double count, double exposure) {
    return (shape + count) / (rate + exposure);
  }

  /** Posterior standard deviation, relative to the mean. */
  double relativeError(double count) {
    return 1 / Math.sqrt(shape + count);
  }
}
