package io.tiktoktoe.forecast.member;

/**
 * Additive seasonal indices as simple means by phase, for starting states and for taking a season
 * out.
 */
public final class PhaseMeans {

  private PhaseMeans() {}

  /**
   * Mean deviation of each phase from a straight line, adding up to about 0; all 0 with fewer than
   * two periods. Phase of step t is t % period.
   */
  public static double[] additive(double[] values, int from, int to, int period) {
    double[] seasons = new double[period];
    int length = to - from;
    if (period < 2 || length < 2 * period) {
      return seasons;
    }
    double[] line = line(values, from, to);
    int[] counts = new int[period];
    for (int t = from; t < to; t++) {
      seasons[t % period] += values[t] - line[0] - line[1] * t;
      counts[t % period]++;
    }
    double mean = 0;
    for (int phase = 0; phase < period; phase++) {
      seasons[phase] /= counts[phase];
      mean += seasons[phase] / period;
    }
    for (int phase = 0; phase < period; phase++) {
      seasons[phase] -= mean;
    }
    return seasons;
  }

  /** Intercept and slope of least squares over steps. */
  public static double[] line(double[] values, int from, int to) {
    double n = to - from;
    double middle = (from + to - 1) / 2.0;
    double mean = 0;
    for (int t = from; t < to; t++) {
      mean += values[t] / n;
    }
    double cross = 0;
    for (int t = from; t < to; t++) {
      cross += (t - middle) * (values[t] - mean);
    }
    double slope = n < 2 ? 0 : cross / (n * (n * n - 1) / 12);
    return new double[] {mean - slope * middle, slope};
  }
}
