package io.tiktoktoe.forecast.band;

/**
 * Seasonal heteroscedasticity: how large changes were at the same time of the last long season,
 * relative to all times, since Christmas is rough every year. Only what was known a long season
 * before is used for a step, so that the past is judged as the future is. Immutable.
 */
public final class Roughness {

  /** Steps on either side that are averaged. */
  private static final int AROUND = 7;

  /** Steps' worth of belief that a time is as rough as all. */
  private static final double PRIOR = 10;

  /** Log of roughness that chance makes; only what goes beyond it counts. */
  private static final double CHANCE = 0.15;

  private final int season;
  private final double[] factors;

  private Roughness(int season, double[] factors) {
    this.season = season;
    this.factors = factors;
  }

  /**
   * From a history.
   *
   * @param season length of the long season, at most 1 for none: then every factor is 1
   */
  public static Roughness of(double[] observed, int period, int season) {
    if (season <= 1 || season >= observed.length) {
      return new Roughness(1, new double[0]);
    }
    double[] sums = new double[observed.length + 1];
    int[] counts = new int[observed.length + 1];
    for (int t = 0; t < observed.length; t++) {
      double change = change(observed, t, period);
      sums[t + 1] = sums[t] + (Double.isNaN(change) ? 0 : Math.abs(change));
      counts[t + 1] = counts[t] + (Double.isNaN(change) ? 0 : 1);
    }
    double mean = sums[observed.length] / Math.max(1, counts[observed.length]);
    double[] factors = new double[observed.length];
    for (int t = 0; t < factors.length; t++) {
      int from = Math.max(0, t - AROUND);
      int to = Math.min(factors.length, t + AROUND + 1);
      double near = (sums[to] - sums[from] + PRIOR * mean) / (counts[to] - counts[from] + PRIOR);
      double log = mean == 0 ? 0 : Math.log(near / mean);
      factors[t] = Math.exp(Math.signum(log) * Math.max(0, Math.abs(log) - CHANCE));
    }
    return new Roughness(season, factors);
  }

  /** From the mean of the same phase before and after, as far as they are known. */
  private static double change(double[] observed, int t, int period) {
    double before = t >= period ? observed[t - period] : Double.NaN;
    double after = t + period < observed.length ? observed[t + period] : Double.NaN;
    double middle =
        Double.isNaN(before) ? after : Double.isNaN(after) ? before : (before + after) / 2;
    return observed[t] - middle;
  }

  /** What the spread of a step is multiplied with; 1 where no season before is known. */
  public double at(int step) {
    if (factors.length == 0 || step < season) {
      return 1;
    }
    int before = step - season;
    while (before >= factors.length) {
      before -= season;
    }
    return factors[before];
  }
}
