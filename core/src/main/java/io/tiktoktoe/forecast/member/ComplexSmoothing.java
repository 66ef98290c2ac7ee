package io.tiktoktoe.forecast.member;

import io.tiktoktoe.stats.NelderMead;

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
  public Fitter fitter(double[] values) {
    NelderMead search = new NelderMead(START, LOW, HIGH, EVALUATIONS);
    return end -> {
      Ets.State first = Ets.State.from(values, end, period);
      double[] rates = search.minimise(point -> new Run(point, values, first).squaredErrors(end));
      return (all, origins, horizon) -> new Run(rates, all, first).forecast(origins, horizon);
    };
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

    /** Learns the values from {@code from} to {@code to}; the sum of their squared errors. */
    double see(int from, int to) {
      double sum = 0;
      double near = level;
      double hidden = potential;
      int phase = from % period;
      for (int t = from; t < to; t++) {
        double error = values[t] - near - seasons[phase];
        sum += error * error;
        double before = near;
        near = before - (1 - imaginary) * hidden + (real - imaginary) * error;
        hidden = before + (1 - real) * hidden + (real + imaginary) * error;
        seasons[phase] += seasonRate * error;
        phase = phase + 1 == period ? 0 : phase + 1;
      }
      level = near;
      potential = hidden;
      return sum;
    }

    double squaredErrors(int end) {
      return see(0, end);
    }

    double[][] forecast(int[] origins, int horizon) {
      double[][] forecasts = new double[origins.length][horizon];
      int t = 0;
      for (int at = 0; at < origins.length; at++) {
        see(t, origins[at]);
        t = origins[at];
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
