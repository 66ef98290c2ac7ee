package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.FanDay;
import io.tiktoktoe.audience.insight.FanRate;
import io.tiktoktoe.audience.insight.FanTable;
import io.tiktoktoe.stats.Interval;

/**
 * How much each fan cares: rates of active days, interactions and views in which a day counts half
 * after {@link FanLedger#HALF_LIFE}, each shrunk towards what is usual (empirical Bayes), and their
 * mean rank.
 *
 * @param score mean of the three ranks, 0 to 1, by fan
 * @param lo lower end of its 95% interval
 * @param hi upper end
 * @param activeDays posterior mean of active days a day
 */
public record Engagement(double[] score, double[] lo, double[] hi, double[] activeDays) {

  private static final FanRate[] PARTS = {FanRate.ACTIVE_DAYS, FanRate.INTERACTIONS, FanRate.VIEWS};

  /** Of an audience. O(fans log fans). */
  public static Engagement of(FanTable fans) {
    int size = fans.size();
    double[] score = new double[size];
    double[] lo = new double[size];
    double[] hi = new double[size];
    double[] activeDays = new double[size];
    for (FanRate part : PARTS) {
      double[] counts = new double[size];
      double[] exposures = new double[size];
      for (int fan = 0; fan < size; fan++) {
        Decay decay = Decay.over(exposure(fans, fan));
        counts[fan] = fans.rate(part, fan) * decay.countFactor();
        exposures[fan] = decay.exposure();
      }
      RatePrior prior = RatePrior.fit(counts, exposures);
      double[] mean = new double[size];
      for (int fan = 0; fan < size; fan++) {
        mean[fan] = prior.mean(counts[fan], exposures[fan]);
      }
      if (part == FanRate.ACTIVE_DAYS) {
        System.arraycopy(mean, 0, activeDays, 0, size);
      }
      add(prior, counts, mean, new double[][] {score, lo, hi});
    }
    return new Engagement(score, lo, hi, activeDays);
  }

  private static void add(RatePrior prior, double[] counts, double[] mean, double[][] sums) {
    Ranks ranks = Ranks.among(mean);
    double z = Interval.z(Interval.WIDE);
    for (int fan = 0; fan < mean.length; fan++) {
      // Rates are skewed: their logarithm is about normal.
      double error = z * prior.relativeError(counts[fan]);
      sums[0][fan] += ranks.of(mean[fan]) / PARTS.length;
      sums[1][fan] += ranks.of(mean[fan] * Math.exp(-error)) / PARTS.length;
      sums[2][fan] += ranks.of(mean[fan] * Math.exp(error)) / PARTS.length;
    }
  }

  /** Days after the first action, up to the last day. */
  private static int exposure(FanTable fans, int fan) {
    int first = fans.day(FanDay.FIRST_ACTIVE, fan);
    int from = first == FanTable.NEVER ? fans.day(FanDay.FIRST_SEEN, fan) : first;
    return Math.max(0, fans.end() - 1 - from);
  }

  /**
   * What decayed days are worth: their weighted sum has the mean and variance of a count over
   * {@code exposure} whole days.
   *
   * @param exposure effective days
   * @param countFactor what a decayed count is to be multiplied by
   */
  record Decay(double exposure, double countFactor) {

    static Decay over(int days) {
      double weight = Math.pow(0.5, 1 / FanLedger.HALF_LIFE);
      double sum = (1 - Math.pow(weight, days)) / (1 - weight);
      double squares = (1 - Math.pow(weight, 2.0 * days)) / (1 - weight * weight);
      return days == 0 ? new Decay(0, 1) : new Decay(sum * sum / squares, sum / squares);
    }
  }
}
