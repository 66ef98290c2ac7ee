package io.tiktoktoe.forecast.member;

import io.tiktoktoe.stats.Softmax;
import java.util.ArrayList;
import java.util.List;

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
public final class BayesianModel implements Expert {

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
  public Fitter fitter(double[] values) {
    // The scale before the first origin is only where the variance starts.
    List<FittedExpert> started = new ArrayList<>();
    return end -> {
      if (started.isEmpty()) {
        started.add(new State(values[0], scale(values, end)));
      }
      return started.getFirst();
    };
  }

  /** The filters after the first {@code seen} values; copied before they move. */
  private final class State implements FittedExpert {
    private final Filter[] filters = new Filter[BayesianGains.FILTERS];
    private final double[] logWeights = new double[BayesianGains.FILTERS];
    private int seen;

    State(double first, double scale) {
      for (int i = 0; i < filters.length; i++) {
        filters[i] = new Filter(first, scale);
      }
    }

    State(State other) {
      for (int i = 0; i < filters.length; i++) {
        filters[i] = new Filter(other.filters[i]);
      }
      System.arraycopy(other.logWeights, 0, logWeights, 0, logWeights.length);
      seen = other.seen;
    }

    @Override
    public FittedExpert after(double[] values, int length) {
      State copy = new State(this);
      copy.read(gains.table(length), values, length);
      return copy;
    }

    @Override
    public double[][] forecast(double[] values, int[] origins, int horizon) {
      BayesianGains.Table table = gains.table(origins[origins.length - 1] + horizon);
      State copy = new State(this);
      double[][] forecasts = new double[origins.length][horizon];
      for (int o = 0; o < origins.length; o++) {
        copy.read(table, values, origins[o]);
        double[] weights = Softmax.of(copy.logWeights);
        for (int i = 0; i < filters.length; i++) {
          copy.filters[i].ahead(table.regressors(), origins[o], weights[i], forecasts[o]);
        }
      }
      return forecasts;
    }

    private void read(BayesianGains.Table table, double[] values, int length) {
      for (; seen < length; seen++) {
        for (int i = 0; i < filters.length; i++) {
          logWeights[i] =
              LIKELIHOOD_DISCOUNT * logWeights[i] + filters[i].see(table, i, values[seen], seen);
        }
      }
    }
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
    private final double[] mean;
    private double freedom = 1;
    private double variance;

    Filter(Filter other) {
      mean = other.mean.clone();
      freedom = other.freedom;
      variance = other.variance;
    }

    Filter(double first, double scale) {
      mean = new double[states];
      mean[0] = first;
      variance = scale * scale;
    }

    /** Moves one step, learns the value and says how likely it was (log density). */
    double see(BayesianGains.Table table, int filter, double value, int t) {
      double[] regressors = table.regressors();
      double[] gain = table.gains()[filter];
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
      double spread = table.spreads()[filter][t] * variance;
      double standard = error * error / spread;
      double log = -0.5 * Math.log(spread) - 0.5 * (freedom + 1) * Math.log1p(standard / freedom);
      double oldFreedom = VARIANCE_DISCOUNT * freedom;
      freedom = oldFreedom + 1;
      // A surprise counts at most like one of nine variances: a viral day must not set the width.
      variance *= (oldFreedom + Math.min(standard, 9)) / freedom;
      return log;
    }

    void ahead(double[] regressors, int origin, double weight, double[] forecast) {
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
