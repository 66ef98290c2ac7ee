package io.tiktoktoe.benchmarks.stats;

import java.util.function.ToDoubleFunction;

/**
 * The functions that forecasting minimises, as its members compute them: squared one-step errors of
 * exponential smoothing, for the box and the start that the members use.
 *
 * @param name of the member
 * @param low lower ends of the box
 * @param high upper ends
 * @param start where the first search begins
 * @param evaluations most calls that the member allows
 */
record SmoothingLoss(
    String name, double[] low, double[] high, double[] start, int evaluations, Kind kind) {

  private static final int PERIOD = 7;

  /** Which recursion is run. */
  enum Kind {
    LEVEL,
    DAMPED,
    COMPLEX
  }

  static final SmoothingLoss[] ALL = {
    new SmoothingLoss(
        "level additive ETS",
        new double[] {0.001, 1e-4},
        new double[] {0.999, 0.9},
        new double[] {0.2, 0.1},
        90,
        Kind.LEVEL),
    new SmoothingLoss(
        "damped additive ETS",
        new double[] {0.001, 1e-4, 1e-4, 0.8},
        new double[] {0.999, 0.5, 0.9, 0.98},
        new double[] {0.2, 0.02, 0.1, 0.95},
        90,
        Kind.DAMPED),
    new SmoothingLoss(
        "complex smoothing",
        new double[] {0.05, 0.9, 1e-4},
        new double[] {1.95, 1.1, 0.6},
        new double[] {1.2, 1, 0.1},
        70,
        Kind.COMPLEX)
  };

  /** The function of the first {@code end} values. */
  ToDoubleFunction<double[]> of(double[] values, int end) {
    double level = 0;
    for (int t = 0; t < PERIOD; t++) {
      level += values[t] / PERIOD;
    }
    double first = level;
    double[] start = new double[PERIOD];
    for (int t = 0; t < PERIOD; t++) {
      start[t] = values[t] - first;
    }
    double[] season = new double[PERIOD];
    return point -> {
      System.arraycopy(start, 0, season, 0, PERIOD);
      return switch (kind) {
        case LEVEL ->
            smoothing(point[0], 0, Math.min(point[1], 1 - point[0]), 1, values, end, first, season);
        case DAMPED ->
            smoothing(
                point[0],
                Math.min(point[1], point[0]),
                Math.min(point[2], 1 - point[0]),
                point[3],
                values,
                end,
                first,
                season);
        case COMPLEX -> complex(point, values, end, first, season);
      };
    };
  }

  private static double smoothing(
      double alpha,
      double beta,
      double gamma,
      double phi,
      double[] values,
      int end,
      double first,
      double[] season) {
    double level = first;
    double slope = 0;
    double sum = 0;
    int phase = 0;
    for (int t = 0; t < end; t++) {
      double damped = phi * slope;
      double error = values[t] - level - damped - season[phase];
      sum += error * error;
      level += damped + alpha * error;
      slope = damped + beta * error;
      season[phase] += gamma * error;
      phase = phase + 1 == PERIOD ? 0 : phase + 1;
    }
    return sum;
  }

  private static double complex(
      double[] rates, double[] values, int end, double first, double[] season) {
    double level = first;
    double potential = first / Math.max(0.05, rates[0]);
    double sum = 0;
    int phase = 0;
    for (int t = 0; t < end; t++) {
      double error = values[t] - level - season[phase];
      sum += error * error;
      double before = level;
      level = before - (1 - rates[1]) * potential + (rates[0] - rates[1]) * error;
      potential = before + (1 - rates[0]) * potential + (rates[0] + rates[1]) * error;
      season[phase] += rates[2] * error;
      phase = phase + 1 == PERIOD ? 0 : phase + 1;
    }
    return sum;
  }
}
