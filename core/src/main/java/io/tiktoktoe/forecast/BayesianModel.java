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
  public double[][] forecast(double[] values, int fitEnd, int[] origins, int horizon) {
    double scale = scale(values, fitEnd);
    Filter[] filters = new Filter[DISCOUNTS.length];
    for (int i = 0; i < filters.length; i++) {
      filters[i] = new Filter(DISCOUNTS[i][0], DISCOUNTS[i][1], values[0], scale);
    }
    double[] logWeights = new double[filters.length];
    double[][] forecasts = new double[origins.length][horizon];
    double[][] regressors = regressors(origins[origins.length - 1] + horizon);
    int t = 0;
    for (int o = 0; o < origins.length; o++) {
      for (; t < origins[o]; t++) {
        for (int i = 0; i < filters.length; i++) {
          logWeights[i] =
              LIKELIHOOD_DISCOUNT * logWeights[i] + filters[i].see(values[t], regressors[t]);
        }
      }
      double[] weights = Combination.softmax(logWeights);
      for (int i = 0; i < filters.length; i++) {
        filters[i].ahead(t, weights[i], forecasts[o], regressors);
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

  private double[][] regressors(int length) {
    double[][] regressors = new double[length][2 + 2 * frequencies.length];
    for (int t = 0; t < length; t++) {
      regressors[t][0] = 1;
      for (int k = 0; k < frequencies.length; k++) {
        double angle = frequencies[k] * t;
        regressors[t][2 + 2 * k] = Math.cos(angle);
        regressors[t][3 + 2 * k] = Math.sin(angle);
      }
    }
    return regressors;
  }

  /** One pair of discount factors. */
  private final class Filter {
    private final int states = 2 + 2 * frequencies.length;
    private final double[] mean = new double[states];
    private final double[] covariance = new double[states * states];
    private final double[] gain = new double[states];
    private final double[] stretch = new double[states];
    private double freedom = 1;
    private double variance;

    Filter(double trendDiscount, double seasonDiscount, double first, double scale) {
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

    void ahead(int origin, double weight, double[] forecast, double[][] regressors) {
      double level = mean[0];
      double rise = mean[1];
      for (int h = 0; h < forecast.length; h++) {
        rise *= DAMPING;
        level += rise;
        double[] regressor = regressors[origin + h];
        double value = level;
        for (int i = 2; i < states; i++) {
          value += mean[i] * regressor[i];
        }
        forecast[h] += weight * value;
      }
    }
  }
}
