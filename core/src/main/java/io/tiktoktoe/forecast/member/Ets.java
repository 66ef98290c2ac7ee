package io.tiktoktoe.forecast.member;

import io.tiktoktoe.stats.NelderMead;

/**
 * Exponential smoothing with additive errors in state space form (Hyndman et al. 2008): level,
 * damped trend if wanted, additive season if {@code period > 1}.
 *
 * <p>Smoothing parameters minimise the squared one-step errors within the usual bounds; the first
 * states come from the first half of the fitted values and are not optimised, which is where it
 * differs from R's {@code ets}. O(n) per evaluation, some 150 of them.
 *
 * @param period season length in steps, 1 for none
 * @param trend whether it has a damped trend
 */
record Ets(int period, boolean trend) implements Expert {

  private static final double[] LOW = {0.001, 1e-4, 1e-4, 0.8};
  private static final double[] HIGH = {0.999, 0.5, 0.9, 0.98};
  private static final double[] START = {0.2, 0.02, 0.1, 0.95};
  private static final int EVALUATIONS = 90;

  @Override
  public String name() {
    return (trend ? "damped" : "level")
        + (period > 1 ? " additive ETS " + period : " additive ETS");
  }

  @Override
  public Fitter fitter(double[] values) {
    // Which of the four parameters are searched: trend and season may be absent.
    int[] searched = searched();
    NelderMead search =
        new NelderMead(
            pick(START, searched), pick(LOW, searched), pick(HIGH, searched), EVALUATIONS);
    double[] scratch = new double[period];
    double[] parameters = {0, 0, 0, 1};
    return end -> {
      State first = State.from(values, end, period);
      double[] best =
          search.minimise(
              point -> {
                expand(point, searched, parameters);
                return squaredErrors(parameters, values, end, first, scratch);
              });
      expand(best, searched, parameters);
      double[] fitted = parameters.clone();
      return (all, origins, horizon) -> run(fitted, first, all, origins, horizon);
    };
  }

  private int[] searched() {
    if (trend) {
      return period > 1 ? new int[] {0, 1, 2, 3} : new int[] {0, 1, 3};
    }
    return period > 1 ? new int[] {0, 2} : new int[] {0};
  }

  private static double[] pick(double[] all, int[] which) {
    double[] picked = new double[which.length];
    for (int i = 0; i < which.length; i++) {
      picked[i] = all[which[i]];
    }
    return picked;
  }

  /** Alpha, beta, gamma, phi from those that are searched. */
  private static void expand(double[] point, int[] which, double[] all) {
    for (int i = 0; i < which.length; i++) {
      all[which[i]] = point[i];
    }
    // The usual region: beta < alpha, gamma < 1 - alpha.
    all[1] = Math.min(all[1], all[0]);
    all[2] = Math.min(all[2], 1 - all[0]);
  }

  private double squaredErrors(
      double[] parameters, double[] values, int end, State first, double[] seasons) {
    double alpha = parameters[0];
    double beta = parameters[1];
    double gamma = parameters[2];
    double phi = parameters[3];
    System.arraycopy(first.seasons, 0, seasons, 0, period);
    double level = first.level;
    double slope = trend ? first.slope : 0;
    double sum = 0;
    int phase = 0;
    for (int t = 0; t < end; t++) {
      double damped = phi * slope;
      double error = values[t] - level - damped - seasons[phase];
      sum += error * error;
      level += damped + alpha * error;
      slope = damped + beta * error;
      seasons[phase] += gamma * error;
      phase = phase + 1 == period ? 0 : phase + 1;
    }
    return sum;
  }

  /** Runs the states through the values and forecasts at every origin. */
  double[][] run(double[] parameters, State first, double[] values, int[] origins, int horizon) {
    double[] seasons = first.seasons.clone();
    double level = first.level;
    double slope = trend ? first.slope : 0;
    double[][] forecasts = new double[origins.length][horizon];
    int next = 0;
    int phase = 0;
    for (int t = 0; next < origins.length; t++) {
      while (next < origins.length && origins[next] == t) {
        ahead(forecasts[next++], level, slope, parameters[3], seasons, t);
      }
      if (next == origins.length) {
        break;
      }
      double damped = parameters[3] * slope;
      double error = values[t] - level - damped - seasons[phase];
      level += damped + parameters[0] * error;
      slope = damped + parameters[1] * error;
      seasons[phase] += parameters[2] * error;
      phase = phase + 1 == period ? 0 : phase + 1;
    }
    return forecasts;
  }

  private void ahead(
      double[] forecast, double level, double slope, double phi, double[] seasons, int origin) {
    double rise = slope;
    double height = level;
    for (int h = 0; h < forecast.length; h++) {
      rise *= phi;
      height += rise;
      forecast[h] = height + seasons[(origin + h) % period];
    }
  }

  /** States before the first value; {@code seasons[t % period]} belongs to step t. */
  record State(double level, double slope, double[] seasons) {

    /** From the first half of the fitted values: season means around a centred level. */
    static State from(double[] values, int fitEnd, int period) {
      int used = Math.min(fitEnd, Math.max(Math.min(3 * period, fitEnd), fitEnd / 2));
      double[] seasons = PhaseMeans.additive(values, 0, used, period);
      int few = Math.min(used, Math.max(period, 7));
      double level = 0;
      for (int t = 0; t < few; t++) {
        level += (values[t] - seasons[t % period]) / few;
      }
      return new State(level, 0, seasons);
    }
  }
}
