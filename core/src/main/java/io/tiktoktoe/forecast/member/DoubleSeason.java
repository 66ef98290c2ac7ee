package io.tiktoktoe.forecast.member;

import io.tiktoktoe.stats.NelderMead;

/**
 * Additive exponential smoothing with a short season inside a long one, such as hours of the day
 * within hours of the week, and first-order correlated errors (Taylor 2003, additive form). The
 * four rates minimise the squared one-step errors; O(n) per evaluation.
 *
 * @param inner the short season in steps
 * @param outer the long season in steps, a multiple of the short one or not
 */
record DoubleSeason(int inner, int outer) implements Expert {

  private static final double[] LOW = {1e-4, 1e-4, 1e-4, 0};
  private static final double[] HIGH = {0.6, 0.6, 0.6, 0.98};
  private static final double[] START = {0.05, 0.1, 0.15, 0.5};
  private static final int EVALUATIONS = 90;

  @Override
  public String name() {
    return "double season " + inner + "/" + outer;
  }

  @Override
  public Fitter fitter(double[] values) {
    NelderMead search = new NelderMead(START, LOW, HIGH, EVALUATIONS);
    return end -> {
      First first = First.from(values, end, inner, outer);
      double[] rates = search.minimise(point -> new Run(point, values, first).squaredErrors(end));
      return (all, origins, horizon) -> new Run(rates, all, first).forecast(origins, horizon);
    };
  }

  /** States before the first value. */
  private record First(double level, double[] innerSeason, double[] outerSeason) {

    static First from(double[] values, int fitEnd, int inner, int outer) {
      int used = Math.min(fitEnd, Math.max(2 * outer, fitEnd / 2));
      double[] innerSeason = PhaseMeans.additive(values, 0, used, inner);
      double[] rest = new double[used];
      double mean = 0;
      for (int t = 0; t < used; t++) {
        rest[t] = values[t] - innerSeason[t % inner];
        mean += values[t] / used;
      }
      return new First(mean, innerSeason, PhaseMeans.additive(rest, 0, used, outer));
    }
  }

  private final class Run {
    private final double[] rates;
    private final double[] values;
    private final double[] innerSeason;
    private final double[] outerSeason;
    private double level;
    private double lastError;

    Run(double[] rates, double[] values, First first) {
      this.rates = rates;
      this.values = values;
      this.innerSeason = first.innerSeason.clone();
      this.outerSeason = first.outerSeason.clone();
      this.level = first.level;
    }

    /** Learns the values from {@code from} to {@code to}; the sum of their squared errors. */
    double see(int from, int to) {
      double sum = 0;
      double height = level;
      double last = lastError;
      int i = from % inner;
      int o = from % outer;
      for (int t = from; t < to; t++) {
        double error = values[t] - height - innerSeason[i] - outerSeason[o];
        double surprise = error - rates[3] * last;
        sum += surprise * surprise;
        height += rates[0] * error;
        innerSeason[i] += rates[1] * error;
        outerSeason[o] += rates[2] * error;
        last = values[t] - height - innerSeason[i] - outerSeason[o];
        i = i + 1 == inner ? 0 : i + 1;
        o = o + 1 == outer ? 0 : o + 1;
      }
      level = height;
      lastError = last;
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
        double carried = lastError;
        for (int h = 0; h < horizon; h++) {
          carried *= rates[3];
          forecasts[at][h] =
              level + innerSeason[(t + h) % inner] + outerSeason[(t + h) % outer] + carried;
        }
      }
      return forecasts;
    }
  }
}
