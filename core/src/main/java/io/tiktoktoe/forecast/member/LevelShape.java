package io.tiktoktoe.forecast.member;

/**
 * Multiplicative seasonal exponential smoothing with a robust update: an innovation counts at most
 * three typical ones, so a viral day does not become the new level. Phases whose level is not
 * positive use differences instead of ratios. Rates come from short lists by absolute one-step
 * error; O(n) each.
 *
 * @param period season length in steps, 1 for none
 */
record LevelShape(int period) implements Expert {

  private static final double[] LEVEL_RATES = {0.01, 0.03, 0.08, 0.2, 0.4};
  private static final double[] SHAPE_RATES = {0.02, 0.1, 0.3};

  /** How fast the typical size of an innovation is followed. */
  private static final double SPREAD_RATE = 0.05;

  @Override
  public String name() {
    return period > 1 ? "level x shape " + period : "robust level";
  }

  @Override
  public Fitter fitter(double[] values) {
    return end -> {
      Run best = best(values, end);
      return (all, origins, horizon) -> new Run(best, all).forecast(origins, horizon);
    };
  }

  /** The best level rate at the middle shape rate, then the best shape rate for it. */
  private Run best(double[] values, int fitEnd) {
    Run first = new Run(values, fitEnd, ratiosMakeSense(values, fitEnd));
    double shapeRate = SHAPE_RATES[SHAPE_RATES.length / 2];
    double levelRate = LEVEL_RATES[0];
    double best = Double.MAX_VALUE;
    for (double tried : LEVEL_RATES) {
      double error = new Run(first, tried, shapeRate).see(0, fitEnd);
      levelRate = error < best ? tried : levelRate;
      best = Math.min(error, best);
    }
    for (double tried : SHAPE_RATES) {
      double error = period > 1 ? new Run(first, levelRate, tried).see(0, fitEnd) : best;
      shapeRate = error < best ? tried : shapeRate;
      best = Math.min(error, best);
    }
    return new Run(first, levelRate, shapeRate);
  }

  private boolean ratiosMakeSense(double[] values, int fitEnd) {
    double lowest = Double.MAX_VALUE;
    for (int t = 0; t < fitEnd; t++) {
      lowest = Math.min(lowest, values[t]);
    }
    return lowest >= 0;
  }

  private final class Run {
    private final double[] values;
    private final boolean ratios;
    private final double levelRate;
    private final double shapeRate;
    private final double[] shape;
    private final double floor;
    private double level;
    private double spread;

    /** States before the first value. */
    Run(double[] values, int fitEnd, boolean ratios) {
      this.values = values;
      this.ratios = ratios;
      this.levelRate = 0;
      this.shapeRate = 0;
      int used = Math.min(fitEnd, Math.max(3 * period, fitEnd / 2));
      this.shape = PhaseMeans.additive(values, 0, used, period);
      double mean = 0;
      for (int t = 0; t < used; t++) {
        mean += values[t] / used;
      }
      this.floor = 0.05 * Math.abs(mean) + 1e-9;
      this.level = mean;
      for (int phase = 0; phase < period && ratios; phase++) {
        shape[phase] = Math.max(0, 1 + shape[phase] / Math.max(floor, mean));
      }
      for (int t = 0; t < used; t++) {
        spread += Math.abs(values[t] - fit(t % period)) / used;
      }
    }

    /** The same states with these rates. */
    Run(Run first, double levelRate, double shapeRate) {
      this(first, first.values, levelRate, shapeRate);
    }

    /** The same states and rates before these values. */
    Run(Run first, double[] values) {
      this(first, values, first.levelRate, first.shapeRate);
    }

    private Run(Run first, double[] values, double levelRate, double shapeRate) {
      this.values = values;
      this.ratios = first.ratios;
      this.levelRate = levelRate;
      this.shapeRate = shapeRate;
      this.shape = first.shape.clone();
      this.floor = first.floor;
      this.level = first.level;
      this.spread = first.spread;
    }

    private double fit(int phase) {
      return ratios ? level * shape[phase] : level + shape[phase];
    }

    /** Learns the values from {@code from} to {@code to}; the sum of their absolute errors. */
    double see(int from, int to) {
      double sum = 0;
      int phase = from % period;
      for (int t = from; t < to; t++) {
        double error = values[t] - fit(phase);
        sum += Math.abs(error);
        learn(error, phase);
        phase = phase + 1 == period ? 0 : phase + 1;
      }
      return sum;
    }

    private void learn(double error, int phase) {
      double bound = 3 * spread;
      double calm = Math.clamp(error, -bound, bound);
      spread += SPREAD_RATE * (Math.min(Math.abs(error), 2 * bound + 1e-12) - spread);
      if (ratios) {
        double base = Math.max(floor, level);
        // A phase that sells little says little about the level: its step is scaled by its shape.
        double weight = shape[phase] / (shape[phase] * shape[phase] + 0.1);
        level = Math.max(0, level + levelRate * calm * Math.min(1.5, weight));
        shape[phase] = Math.max(0, shape[phase] + shapeRate * calm / base);
      } else {
        level += levelRate * calm;
        shape[phase] += shapeRate * calm;
      }
    }

    double[][] forecast(int[] origins, int horizon) {
      double[][] forecasts = new double[origins.length][horizon];
      int t = 0;
      for (int o = 0; o < origins.length; o++) {
        see(t, origins[o]);
        t = origins[o];
        for (int h = 0; h < horizon; h++) {
          forecasts[o][h] = fit((t + h) % period);
        }
      }
      return forecasts;
    }
  }
}
