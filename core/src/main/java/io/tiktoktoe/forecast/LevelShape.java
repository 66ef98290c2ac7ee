package io.tiktoktoe.forecast;

/**
 * Level times seasonal shape with a robust update: an innovation counts at most three typical ones,
 * so a viral day does not become the new level. Phases whose level is not positive use differences
 * instead of ratios. Rates come from a small grid by absolute one-step error; O(n) each.
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
  public FittedExpert fit(double[] values, int fitEnd) {
    boolean ratios = ratiosMakeSense(values, fitEnd);
    double best = Double.MAX_VALUE;
    double bestLevel = LEVEL_RATES[0];
    double bestShape = SHAPE_RATES[0];
    for (double level : LEVEL_RATES) {
      for (double shape : SHAPE_RATES) {
        double error = new Run(values, fitEnd, ratios, level, shape).errors(fitEnd);
        if (error < best) {
          best = error;
          bestLevel = level;
          bestShape = shape;
        }
        if (period == 1) {
          break;
        }
      }
    }
    double levelRate = bestLevel;
    double shapeRate = bestShape;
    return (all, origins, horizon) ->
        new Run(all, fitEnd, ratios, levelRate, shapeRate).forecast(origins, horizon);
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

    Run(double[] values, int fitEnd, boolean ratios, double levelRate, double shapeRate) {
      this.values = values;
      this.ratios = ratios;
      this.levelRate = levelRate;
      this.shapeRate = shapeRate;
      int used = Math.min(fitEnd, Math.max(3 * period, fitEnd / 2));
      this.shape = Seasons.additive(values, 0, used, period);
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

    private double fit(int phase) {
      return ratios ? level * shape[phase] : level + shape[phase];
    }

    double see(int t) {
      int phase = t % period;
      double error = values[t] - fit(phase);
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
      return Math.abs(error);
    }

    double errors(int end) {
      double sum = 0;
      for (int t = 0; t < end; t++) {
        sum += see(t);
      }
      return sum;
    }

    double[][] forecast(int[] origins, int horizon) {
      double[][] forecasts = new double[origins.length][horizon];
      int t = 0;
      for (int o = 0; o < origins.length; o++) {
        for (; t < origins[o]; t++) {
          see(t);
        }
        for (int h = 0; h < horizon; h++) {
          forecasts[o][h] = fit((t + h) % period);
        }
      }
      return forecasts;
    }
  }
}
