package io.tiktoktoe.forecast;

/**
 * The conjugate dynamic linear model (West, Harrison 1997): level, damped trend and Fourier seasons
 * with unknown variance, so that the one-step predictive is Student-t in closed form. Drift of the
 * states is set by discount factors; a grid of them runs side by side and is averaged by how likely
 * each made the past, recent past counting more.
 *
 * <p>Nothing is estimated that a later pass would estimate better: one pass gives all origins.
 * Several steps ahead the drift per step is held at its last value. O(n d) with d states, given the
 * {@linkplain BayesianGains gains} that all series share.
 */
final class BayesianModel implements Expert {

  private static final double DAMPING = BayesianGains.DAMPING;

  /** Discount of the knowledge about the variance: about a hundred steps of memory. */
  private static final double VARIANCE_DISCOUNT = 0.99;

  /** Forgetting of the models' likelihoods: about a hundred steps of memory. */
  private static final double LIKELIHOOD_DISCOUNT = 0.99;

  private final BayesianGains gains;

  BayesianModel(int[] periods) {
    this(new BayesianGains(periods));
  }

  /** With gains that other series use too. */
  BayesianModel(BayesianGains gains) {
    this.gains = gains;
  }

  @Override
  public String name() {
    return "Bayesian";
  }

  @Override
  public double[][] forecast(double[] values, int[] fitEnds, int[] origins, int horizon) {
    double scale = scale(values, fitEnds[0]);
    BayesianGains.Table table = gains.table(origins[origins.length - 1] + horizon);
    Filter[] filters = new Filter[BayesianGains.FILTERS];
    for (int i = 0; i < filters.length; i++) {
      filters[i] = new Filter(table, i, values[0], scale);
    }
    double[] logWeights = new double[filters.length];
    double[][] forecasts = new double[origins.length][horizon];
    int t = 0;
    for (int o = 0; o < origins.length; o++) {
      for (; t < origins[o]; t++) {
        for (int i = 0; i < filters.length; i++) {
          logWeights[i] = LIKELIHOOD_DISCOUNT * logWeights[i] + filters[i].see(values[t], t);
        }
      }
      double[] weights = Combination.softmax(logWeights);
      for (int i = 0; i < filters.length; i++) {
        filters[i].ahead(t, weights[i], forecasts[o]);
      }
    }
    return forecasts;
  }

  private static double scale(double[] values, int fitEnd) {
    double mean = 0;
    for (int t = 0; t < fitEnd; t++) {
      mean += values[t] / fitEnd;
    }
    double square = 0;
    for (int t = 0; t < fitEnd; t++) {
      square += (values[t] - mean) * (values[t] - mean) / fitEnd;
    }
    return Math.max(1e-12, Math.sqrt(square));
  }

  /** One pair of discount factors. */
  private final class Filter {
    private final int states = gains.states;
    private final double[] regressors;
    private final double[] gain;
    private final double[] spreads;
    private final double[] mean = new double[states];
    private double freedom = 1;
    private double variance;

    Filter(BayesianGains.Table table, int filter, double first, double scale) {
      regressors = table.regressors();
      gain = table.gains()[filter];
      spreads = table.spreads()[filter];
      mean[0] = first;
      variance = scale * scale;
    }

    /** Moves one step, learns the value and says how likely it was (log density). */
    double see(double value, int t) {
      mean[0] += DAMPING * mean[1];
      mean[1] *= DAMPING;
      int row = t * states;
      double expected = 0;
      for (int i = 0; i < states; i++) {
        expected += mean[i] * regressors[row + i];
      }
      double error = value - expected;
      for (int i = 0; i < states; i++) {
        mean[i] += gain[row + i] * error;
      }
      double spread = spreads[t] * variance;
      double standard = error * error / spread;
      double log = -0.5 * Math.log(spread) - 0.5 * (freedom + 1) * Math.log1p(standard / freedom);
      double oldFreedom = VARIANCE_DISCOUNT * freedom;
      freedom = oldFreedom + 1;
      // A surprise counts at most like one of nine variances: a viral day must not set the width.
      variance *= (oldFreedom + Math.min(standard, 9)) / freedom;
      return log;
    }

    void ahead(int origin, double weight, double[] forecast) {
      double level = mean[0];
      double rise = mean[1];
      for (int h = 0; h < forecast.length; h++) {
        rise *= DAMPING;
        level += rise;
        int row = (origin + h) * states;
        double value = level;
        for (int i = 2; i < states; i++) {
          value += mean[i] * regressors[row + i];
        }
        forecast[h] += weight * value;
      }
    }
  }
}
