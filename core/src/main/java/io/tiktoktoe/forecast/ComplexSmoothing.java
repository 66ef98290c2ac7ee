package io.tiktoktoe.forecast;

/**
 * Complex exponential smoothing with an additive season (Svetunkov, Kourentzes, Ord 2022, partial
 * form): a level and a hidden potential, which follow stationary and trending series alike without
 * choosing between them. The three rates minimise the squared one-step errors.
 *
 * @param period season length in steps, 1 for none
 */
record ComplexSmoothing(int period) implements Expert {

  private static final double[] LOW = {0.05, 0.9, 1e-4};
  private static final double[] HIGH = {1.95, 1.1, 0.6};
  private static final double[] START = {1.2, 1.0, 0.1};
  private static final int EVALUATIONS = 70;

  @Override
  public String name() {
    return period > 1 ? "complex smoothing " + period : "complex smoothing";
  }

  @Override
  public FittedExpert fit(double[] values, int fitEnd) {
    Ets.State first = Ets.State.from(values, fitEnd, period);
    double[] rates =
        NelderMead.minimise(
            point -> new Run(point, values, first).squaredErrors(fitEnd),
            START,
            LOW,
            HIGH,
            EVALUATIONS);
    return (all, origins, horizon) -> new Run(rates, all, first).forecast(origins, horizon);
  }

  private final class Run {
    private final double real;
    private final double imaginary;
    private final double seasonRate;
    private final double[] values;
    private final double[] seasons;
    private double level;
    private double potential;

    Run(double[] rates, double[] values, Ets.State first) {
      this.real = rates[0];
      this.imaginary = rates[1];
      this.seasonRate = period > 1 ? rates[2] : 0;
      this.values = values;
      this.seasons = first.seasons().clone();
      this.level = first.level();
      // The potential that keeps the level where it is when imaginary is 1.
      this.potential = first.level() / Math.max(0.05, real);
    }

    double see(int t) {
      int phase = t % period;
      double error = values[t] - level - seasons[phase];
      double before = level;
      level = before - (1 - imaginary) * potential + (real - imaginary) * error;
      potential = before + (1 - real) * potential + (real + imaginary) * error;
      seasons[phase] += seasonRate * error;
      return error;
    }

    double squaredErrors(int end) {
      double sum = 0;
      for (int t = 0; t < end; t++) {
        double error = see(t);
        sum += error * error;
      }
      return sum;
    }

    double[][] forecast(int[] origins, int horizon) {
      double[][] forecasts = new double[origins.length][horizon];
      int t = 0;
      for (int at = 0; at < origins.length; at++) {
        for (; t < origins[at]; t++) {
          see(t);
        }
        double height = level;
        double hidden = potential;
        for (int h = 0; h < horizon; h++) {
          forecasts[at][h] = height + seasons[(t + h) % period];
          double before = height;
          height = before - (1 - imaginary) * hidden;
          hidden = before + (1 - real) * hidden;
        }
      }
      return forecasts;
    }
  }
}
