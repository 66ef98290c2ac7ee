package io.tiktoktoe.forecast;

/**
 * The dynamic optimised Theta model (Fiorucci, Pellegrini, Louzada, Petropoulos, Koehler 2016): an
 * exponentially smoothed level plus a share of a line that is re-estimated at every step. A season
 * is taken out additively by its means before and added again after; that is where it differs from
 * R's {@code forecTheta}, which divides by it. Level, alpha and theta minimise the squared one-step
 * errors.
 *
 * @param period season length in steps, 1 for none
 */
record DynamicTheta(int period) implements Expert {

  private static final double[] LOW = {0.02, 1};
  private static final double[] HIGH = {0.99, 20};
  private static final double[] START = {0.3, 2};
  private static final int EVALUATIONS = 50;

  @Override
  public String name() {
    return period > 1 ? "dynamic optimised Theta " + period : "dynamic optimised Theta";
  }

  @Override
  public FittedExpert fit(double[] values, int fitEnd) {
    double[] seasons = Seasons.additive(values, 0, fitEnd, period);
    double[] adjusted = adjusted(values, seasons, fitEnd);
    double[] best =
        NelderMead.minimise(
            point -> new Run(point[0], point[1], adjusted).squaredErrors(fitEnd),
            START,
            LOW,
            HIGH,
            EVALUATIONS);
    return (all, origins, horizon) -> forecast(best, seasons, all, origins, horizon);
  }

  private double[] adjusted(double[] values, double[] seasons, int length) {
    double[] adjusted = new double[length];
    for (int t = 0; t < length; t++) {
      adjusted[t] = values[t] - seasons[t % period];
    }
    return adjusted;
  }

  private double[][] forecast(
      double[] best, double[] seasons, double[] values, int[] origins, int horizon) {
    double[] adjusted = adjusted(values, seasons, origins[origins.length - 1]);
    Run run = new Run(best[0], best[1], adjusted);
    double[][] forecasts = new double[origins.length][];
    int at = 1;
    for (int o = 0; o < origins.length; o++) {
      for (; at < origins[o]; at++) {
        run.see(adjusted[at]);
      }
      forecasts[o] = run.ahead(horizon);
      for (int h = 0; h < horizon; h++) {
        forecasts[o][h] += seasons[(origins[o] + h) % period];
      }
    }
    return forecasts;
  }

  /** The recursion of the paper's equations 12 to 17, started with the first value as level. */
  private static final class Run {
    private final double alpha;
    private final double share;
    private final double[] values;
    private double level;
    private double mean;
    private double intercept;
    private double slope;
    private double decay;
    private int seen;

    Run(double alpha, double theta, double[] values) {
      this.alpha = alpha;
      this.share = 1 - 1 / theta;
      this.values = values;
      this.level = values[0];
      this.mean = values[0];
      this.intercept = values[0];
      this.decay = 1 - alpha;
      this.seen = 1;
    }

    private Run(Run other) {
      this.alpha = other.alpha;
      this.share = other.share;
      this.values = other.values;
      this.level = other.level;
      this.mean = other.mean;
      this.intercept = other.intercept;
      this.slope = other.slope;
      this.decay = other.decay;
      this.seen = other.seen;
    }

    double next() {
      return level + share * (decay * intercept + (1 - decay * (1 - alpha)) / alpha * slope);
    }

    void see(double value) {
      int t = seen;
      slope = ((t - 1) * slope + 6 * (value - mean) / (t + 1)) / (t + 2);
      mean = (t * mean + value) / (t + 1);
      intercept = mean - slope * (t + 2) / 2;
      level = alpha * value + (1 - alpha) * level;
      decay *= 1 - alpha;
      seen = t + 1;
    }

    double squaredErrors(int end) {
      double sum = 0;
      for (int t = 1; t < end; t++) {
        double error = values[t] - next();
        sum += error * error;
        see(values[t]);
      }
      return sum;
    }

    double[] ahead(int horizon) {
      Run future = new Run(this);
      double[] forecast = new double[horizon];
      for (int h = 0; h < horizon; h++) {
        forecast[h] = future.next();
        future.see(forecast[h]);
      }
      return forecast;
    }
  }
}
