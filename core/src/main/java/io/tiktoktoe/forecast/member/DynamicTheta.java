package io.tiktoktoe.forecast.member;

/**
 * The dynamic optimised Theta model (Fiorucci, Pellegrini, Louzada, Petropoulos, Koehler 2016): an
 * exponentially smoothed level plus a share of a line that is re-estimated at every step. A season
 * is taken out additively by its means before and added again after; that is where it differs from
 * R's {@code forecTheta}, which divides by it. The first level is the first value; alpha and theta
 * minimise the squared one-step errors.
 *
 * <p>The errors are linear in 1 - 1/theta, so its best value for an alpha has a closed form and
 * only alpha is searched: some 13 passes.
 *
 * @param period season length in steps, 1 for none
 */
record DynamicTheta(int period) implements Expert {

  /** Bounds of 1 - 1/theta for theta from 1 to 20. */
  private static final double LEAST_SHARE = 0;

  private static final double MOST_SHARE = 0.95;

  /** The first look for alpha. */
  private static final double[] ALPHAS = {0.02, 0.06, 0.12, 0.2, 0.32, 0.48, 0.7, 0.99};

  /** Times that the interval around the best is then cut by the golden section. */
  private static final int CUTS = 6;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  @Override
  public String name() {
    return period > 1 ? "dynamic optimised Theta " + period : "dynamic optimised Theta";
  }

  @Override
  public Fitter fitter(double[] values) {
    return end -> {
      double[] seasons = PhaseMeans.additive(values, 0, end, period);
      Run fit = new Run(values, seasons, end);
      fit.search();
      return (all, origins, horizon) ->
          new Run(fit, all, seasons, origins[origins.length - 1])
              .forecast(seasons, origins, horizon);
    };
  }

  /** The recursion of the paper's equations 12 to 17, its lines drawn once for all alphas. */
  private static final class Run {
    private final double[] adjusted;

    /** The line through the first t values, at index t: mean, slope, intercept before step 1. */
    private final double[] means;

    private final double[] slopes;
    private final double[] intercepts;

    private double alpha;
    private double share;
    private double best = Double.MAX_VALUE;

    /** Alpha and share of another over these values. */
    Run(Run fit, double[] values, double[] seasons, int last) {
      this(values, seasons, last);
      alpha = fit.alpha;
      share = fit.share;
    }

    Run(double[] values, double[] seasons, int last) {
      adjusted = new double[last];
      for (int t = 0, phase = 0; t < last; t++) {
        adjusted[t] = values[t] - seasons[phase];
        phase = phase + 1 == seasons.length ? 0 : phase + 1;
      }
      means = new double[last + 1];
      slopes = new double[last + 1];
      intercepts = new double[last + 1];
      means[1] = adjusted[0];
      intercepts[1] = adjusted[0];
      for (int t = 1; t < last; t++) {
        slopes[t + 1] = slope(t, slopes[t], means[t], adjusted[t]);
        means[t + 1] = (t * means[t] + adjusted[t]) / (t + 1);
        intercepts[t + 1] = means[t + 1] - slopes[t + 1] * (t + 2) / 2;
      }
    }

    private static double slope(int seen, double slope, double mean, double value) {
      return ((seen - 1) * slope + 6 * (value - mean) / (seen + 1)) / (seen + 2);
    }

    void search() {
      int found = 0;
      for (int i = 0; i < ALPHAS.length; i++) {
        double before = best;
        squaredErrors(ALPHAS[i]);
        found = best < before ? i : found;
      }
      double low = ALPHAS[Math.max(0, found - 1)];
      double high = ALPHAS[Math.min(ALPHAS.length - 1, found + 1)];
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      double leftHeight = squaredErrors(left);
      double rightHeight = squaredErrors(right);
      for (int cut = 2; cut < CUTS; cut++) {
        if (leftHeight < rightHeight) {
          high = right;
          right = left;
          rightHeight = leftHeight;
          left = high - GOLDEN * (high - low);
          leftHeight = squaredErrors(left);
        } else {
          low = left;
          left = right;
          leftHeight = rightHeight;
          right = low + GOLDEN * (high - low);
          rightHeight = squaredErrors(right);
        }
      }
    }

    /** The errors at the best share for this alpha; keeps both if they are the best so far. */
    private double squaredErrors(double tried) {
      double keep = 1 - tried;
      double weight = 1 / tried;
      double level = adjusted[0];
      double decay = keep;
      double own = 0;
      double cross = 0;
      double line = 0;
      for (int t = 1; t < adjusted.length; t++) {
        double error = adjusted[t] - level;
        double drawn = decay * intercepts[t] + (1 - decay * keep) * weight * slopes[t];
        own += error * error;
        cross += error * drawn;
        line += drawn * drawn;
        level = tried * adjusted[t] + keep * level;
        decay *= keep;
      }
      double wanted = line > 0 ? Math.clamp(cross / line, LEAST_SHARE, MOST_SHARE) : LEAST_SHARE;
      double errors = own - 2 * wanted * cross + wanted * wanted * line;
      if (errors < best) {
        best = errors;
        alpha = tried;
        share = wanted;
      }
      return errors;
    }

    double[][] forecast(double[] seasons, int[] origins, int horizon) {
      double[][] forecasts = new double[origins.length][];
      int at = 1;
      double level = adjusted[0];
      double decay = 1 - alpha;
      for (int o = 0; o < origins.length; o++) {
        for (; at < origins[o]; at++) {
          level = alpha * adjusted[at] + (1 - alpha) * level;
          decay *= 1 - alpha;
        }
        forecasts[o] = ahead(at, level, decay, horizon);
        for (int h = 0; h < horizon; h++) {
          forecasts[o][h] += seasons[(origins[o] + h) % seasons.length];
        }
      }
      return forecasts;
    }

    /** Forecasts become values: the line goes on being re-estimated. */
    double[] ahead(int seen, double lastLevel, double lastDecay, int horizon) {
      double level = lastLevel;
      double decay = lastDecay;
      double slope = slopes[seen];
      double mean = means[seen];
      double intercept = intercepts[seen];
      double[] forecast = new double[horizon];
      for (int h = 0; h < horizon; h++) {
        int t = seen + h;
        double drawn = decay * intercept + (1 - decay * (1 - alpha)) / alpha * slope;
        double value = level + share * drawn;
        forecast[h] = value;
        slope = slope(t, slope, mean, value);
        mean = (t * mean + value) / (t + 1);
        intercept = mean - slope * (t + 2) / 2;
        level = alpha * value + (1 - alpha) * level;
        decay *= 1 - alpha;
      }
      return forecast;
    }
  }
}
