package io.tiktoktoe.forecast;

import java.util.Arrays;

/**
 * The conjugate dynamic linear model (West, Harrison 1997): level, damped trend and Fourier seasons
 * with unknown variance, so that the one-step predictive is Student-t in closed form. Drift of the
 * states is set by discount factors; a grid of them runs side by side and is averaged by how likely
 * each made the past, recent past counting more. Missing values only widen it.
 *
 * <p>Several steps ahead the drift per step is held at its last value. O(n d^2) with d states.
 */
final class BayesianModel implements Expert {

  /** Trend and season discount factors that are averaged. */
  private static final double[][] DISCOUNTS = {{0.85, 0.99}, {0.95, 0.99}, {0.99, 0.995}};

  /** Discount of the knowledge about the variance: about a hundred steps of memory. */
  private static final double VARIANCE_DISCOUNT = 0.99;

  /** Forgetting of the models' likelihoods: about a hundred steps of memory. */
  private static final double LIKELIHOOD_DISCOUNT = 0.99;

  /** How much of the trend is left a step later. */
  private static final double DAMPING = 0.98;

  private final double[] frequencies;

  BayesianModel(int[] periods) {
    this.frequencies = frequencies(periods);
  }

  /** Harmonics: all up to three of a short period, six of a day, few of what lies beyond. */
  private static double[] frequencies(int[] periods) {
    double[] found = new double[64];
    int count = 0;
    for (int period : periods) {
      int harmonics = period <= 12 ? period / 2 : period <= 60 ? 6 : period <= 200 ? 4 : 2;
      for (int k = 1; k <= harmonics; k++) {
        double frequency = 2 * Math.PI * k / period;
        boolean known = false;
        for (int i = 0; i < count; i++) {
          known |= Math.abs(found[i] - frequency) < 1e-9;
        }
        if (!known && count < found.length) {
          found[count++] = frequency;
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  @Override
  public String name() {
    return "Bayesian";
  }

  @Override
  public FittedExpert fit(double[] values, int fitEnd) {
    double scale = scale(values, fitEnd);
    Filter[] filters = new Filter[DISCOUNTS.length];
    for (int i = 0; i < filters.length; i++) {
      filters[i] = new Filter(DISCOUNTS[i][0], DISCOUNTS[i][1], values[0], scale);
    }
    return new State(0, filters, new double[filters.length]);
  }

  /** The filters after the first {@code seen} values; copied before they move. */
  private final class State implements FittedExpert {
    private final Filter[] filters;
    private final double[] logWeights;
    private int seen;

    State(int seen, Filter[] filters, double[] logWeights) {
      this.seen = seen;
      this.filters = filters;
      this.logWeights = logWeights;
    }

    private State copy() {
      Filter[] copies = new Filter[filters.length];
      for (int i = 0; i < copies.length; i++) {
        copies[i] = new Filter(filters[i]);
      }
      return new State(seen, copies, logWeights.clone());
    }

    @Override
    public FittedExpert after(double[] values, int length) {
      State copy = copy();
      copy.read(values, length, regressors(seen, length), seen);
      return copy;
    }

    @Override
    public double[][] forecast(double[] values, int[] origins, int horizon) {
      State copy = copy();
      double[][] regressors = regressors(seen, origins[origins.length - 1] + horizon);
      double[][] forecasts = new double[origins.length][horizon];
      for (int o = 0; o < origins.length; o++) {
        copy.read(values, origins[o], regressors, seen);
        double[] weights = Combination.softmax(copy.logWeights);
        for (int i = 0; i < filters.length; i++) {
          copy.filters[i].ahead(weights[i], forecasts[o], regressors, origins[o] - seen);
        }
      }
      return forecasts;
    }

    /** Reads up to {@code length}; the first regressor belongs to step {@code base}. */
    private void read(double[] values, int length, double[][] regressors, int base) {
      for (; seen < length; seen++) {
        for (int i = 0; i < filters.length; i++) {
          logWeights[i] =
              LIKELIHOOD_DISCOUNT * logWeights[i]
                  + filters[i].see(values[seen], regressors[seen - base]);
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

  private double[][] regressors(int from, int to) {
    double[][] regressors = new double[to - from][2 + 2 * frequencies.length];
    for (int t = from; t < to; t++) {
      double[] regressor = regressors[t - from];
      regressor[0] = 1;
      for (int k = 0; k < frequencies.length; k++) {
        double angle = frequencies[k] * t;
        regressor[2 + 2 * k] = Math.cos(angle);
        regressor[3 + 2 * k] = Math.sin(angle);
      }
    }
    return regressors;
  }

  /** One pair of discount factors. */
  private final class Filter {
    private final int states = 2 + 2 * frequencies.length;
    private final double[] mean;
    private final double[] covariance;
    private final double[] gain = new double[states];
    private final double[] stretch;
    private double freedom = 1;
    private double variance;

    Filter(Filter other) {
      mean = other.mean.clone();
      covariance = other.covariance.clone();
      stretch = other.stretch;
      freedom = other.freedom;
      variance = other.variance;
    }

    Filter(double trendDiscount, double seasonDiscount, double first, double scale) {
      mean = new double[states];
      covariance = new double[states * states];
      stretch = new double[states];
      mean[0] = first;
      variance = scale * scale;
      for (int i = 0; i < states; i++) {
        covariance[i * states + i] = i == 1 ? 0.01 : 1;
        stretch[i] = 1 / Math.sqrt(i < 2 ? trendDiscount : seasonDiscount);
      }
    }

    /** Moves one step, learns the value and says how likely it was (log density). */
    double see(double value, double[] regressor) {
      move();
      double expected = 0;
      double spread = 1;
      for (int i = 0; i < states; i++) {
        double sum = 0;
        int row = i * states;
        for (int j = 0; j < states; j++) {
          sum += covariance[row + j] * regressor[j];
        }
        gain[i] = sum;
        expected += mean[i] * regressor[i];
        spread += sum * regressor[i];
      }
      if (Double.isNaN(value)) {
        return 0;
      }
      double error = value - expected;
      double standard = error * error / (spread * variance);
      double log =
          -0.5 * Math.log(spread * variance) - 0.5 * (freedom + 1) * Math.log1p(standard / freedom);
      learn(error, spread, standard);
      return log;
    }

    private void move() {
      mean[0] += DAMPING * mean[1];
      mean[1] *= DAMPING;
      for (int j = 0; j < states; j++) {
        covariance[j] += DAMPING * covariance[states + j];
        covariance[states + j] *= DAMPING;
      }
      for (int i = 0; i < states; i++) {
        int row = i * states;
        covariance[row] += DAMPING * covariance[row + 1];
        covariance[row + 1] *= DAMPING;
      }
      for (int i = 0; i < states; i++) {
        int row = i * states;
        for (int j = 0; j < states; j++) {
          covariance[row + j] *= stretch[i] * stretch[j];
        }
      }
    }

    private void learn(double error, double spread, double standard) {
      double oldFreedom = VARIANCE_DISCOUNT * freedom;
      freedom = oldFreedom + 1;
      // A surprise counts at most like one of nine variances: a viral day must not set the width.
      variance *= (oldFreedom + Math.min(standard, 9)) / freedom;
      for (int i = 0; i < states; i++) {
        double share = gain[i] / spread;
        mean[i] += share * error;
        int row = i * states;
        for (int j = 0; j < states; j++) {
          covariance[row + j] -= share * gain[j];
        }
      }
    }

    void ahead(double weight, double[] forecast, double[][] regressors, int from) {
      double level = mean[0];
      double rise = mean[1];
      for (int h = 0; h < forecast.length; h++) {
        rise *= DAMPING;
        level += rise;
        double[] regressor = regressors[from + h];
        double value = level;
        for (int i = 2; i < states; i++) {
          value += mean[i] * regressor[i];
        }
        forecast[h] += weight * value;
      }
    }
  }
}
