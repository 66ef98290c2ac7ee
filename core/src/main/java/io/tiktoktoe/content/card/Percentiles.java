package io.tiktoktoe.content.card;

import io.tiktoktoe.stats.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Empirical-Bayes percentiles (Laird and Louis 1989): a measure on a scale on which it is about
 * normal, with the error of its own counts, shrunk to the mean of its cohort; the percentile is the
 * chance that a content of the cohort does worse.
 */
final class Percentiles {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Contents that the prior spread counts as. */
  private static final double PRIOR = 2;

  /** Spread of the logarithms of contents' counts before any is known. */
  private static final double PRIOR_VARIANCE = 1;

  /** Confidence halves with so few comparable contents. */
  private static final double FEW = 3;

  private static final double LEAST_REACH = 0.005;

  private Percentiles() {}

  /**
   * A scaled measure.
   *
   * @param at on the scale
   * @param variance of its error; infinite where nothing was measured
   */
  record Scaled(double at, double variance) {

    /** Of a count that is Poisson about its mean. */
    static Scaled count(double count) {
      return new Scaled(Math.log(Math.max(0, count) + 0.5), 1 / (Math.max(0, count) + 0.5));
    }

    /** Of so many in so many. */
    static Scaled share(double count, double of) {
      if (!(of > 0)) {
        return new Scaled(0, Double.POSITIVE_INFINITY);
      }
      double rest = Math.max(0, of - count) + 0.5;
      return new Scaled(Math.log((count + 0.5) / rest), 1 / (count + 0.5) + 1 / rest);
    }

    /** Of so many for each of so many, where both may be more. */
    static Scaled rate(double count, double of) {
      return of > 0
          ? new Scaled(Math.log((count + 0.5) / (of + 0.5)), 1 / (count + 0.5) + 1 / (of + 0.5))
          : new Scaled(0, Double.POSITIVE_INFINITY);
    }
  }

  /** A percentile, the range that holds it with 68%, and its confidence. */
  record Place(double percentile, Interval interval, double confidence) {}

  static Place of(Scaled own, Scaled[] others, double[] weights) {
    double sum = 0;
    double squares = 0;
    double mean = 0;
    double error = 0;
    for (int i = 0; i < others.length; i++) {
      if (Double.isFinite(others[i].variance())) {
        sum += weights[i];
        squares += weights[i] * weights[i];
        mean += weights[i] * others[i].at();
        error += weights[i] * others[i].variance();
      }
    }
    double effective = squares > 0 ? sum * sum / squares : 0;
    if (!(effective > 0) || !Double.isFinite(own.variance())) {
      return new Place(0.5, new Interval(0.16, 0.84, Interval.NARROW), 0);
    }
    mean /= sum;
    error /= sum;
    double spread = 0;
    for (int i = 0; i < others.length; i++) {
      double miss = Double.isFinite(others[i].variance()) ? others[i].at() - mean : 0;
      spread += weights[i] * miss * miss;
    }
    double observed = Math.max(0.05 * (error + 0.01), spread / sum - error);
    double signal = (effective * observed + PRIOR * PRIOR_VARIANCE) / (effective + PRIOR);
    return placed(own, mean, signal, effective);
  }

  private static Place placed(Scaled own, double mean, double signal, double effective) {
    double reliability = signal / (signal + own.variance());
    double shift = reliability * (own.at() - mean);
    double left = signal * (1 - reliability) + signal / (effective + 1);
    double scale = Math.sqrt(signal);
    // A cohort of so few cannot tell that a content is beyond all that will ever come.
    double most = effective / (effective + 1);
    double percentile = 0.5 + most * (chance(shift / Math.sqrt(signal + left)) - 0.5);
    double reach = Math.sqrt(left);
    double lo = 0.5 + most * (chance((shift - reach) / scale) - 0.5);
    double hi = 0.5 + most * (chance((shift + reach) / scale) - 0.5);
    return new Place(
        percentile,
        new Interval(
            Math.max(0, Math.min(lo, percentile - LEAST_REACH)),
            Math.min(1, Math.max(hi, percentile + LEAST_REACH)),
            Interval.NARROW),
        reliability * effective / (effective + FEW));
  }

  private static double chance(double score) {
    return NORMAL.cumulativeProbability(score);
  }
}
