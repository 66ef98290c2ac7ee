package io.tiktoktoe.forecast.member;

import java.util.Arrays;

/**
 * What the filters of the Bayesian model share over all series with the same seasons. Without
 * missing values the covariance of the states, in units of the variance, and so the gain of every
 * step depend on the step alone and not on what was seen: they are worked out once, O(d^2) a step,
 * and a series then costs O(d) a step. Thread safe; grows with the longest history asked for.
 */
final class BayesianGains {

  /** Trend and season discount factors of the filters that are averaged. */
  private static final double[][] DISCOUNTS = {{0.85, 0.99}, {0.95, 0.99}, {0.99, 0.995}};

  /** How many filters there are. */
  static final int FILTERS = DISCOUNTS.length;

  /** How much of the trend is left a step later. */
  static final double DAMPING = 0.98;

  /** Most harmonics over all seasons. */
  private static final int MOST_HARMONICS = 64;

  /** Steps that are worked out at least. */
  private static final int LEAST_STEPS = 512;

  private final double[] frequencies;

  /** Level, trend, and a cosine and a sine by harmonic. */
  final int states;

  private Table table = new Table(0, new double[0], new double[0][], new double[0][]);

  BayesianGains(int[] periods) {
    this.frequencies = frequencies(periods);
    this.states = 2 + 2 * frequencies.length;
  }

  /**
   * Everything up to some step.
   *
   * @param steps how many steps there are
   * @param regressors what each state adds at a step, {@link #states} a step
   * @param gains by filter: what each state moves by per unit of surprise, {@link #states} a step
   * @param spreads by filter: variance of the one-step forecast in units of the variance
   */
  record Table(int steps, double[] regressors, double[][] gains, double[][] spreads) {}

  /** A table of at least this many steps. */
  synchronized Table table(int steps) {
    if (table.steps < steps) {
      int all = Math.max(LEAST_STEPS, Math.max(steps, 2 * table.steps));
      double[] regressors = regressors(all);
      double[][] gains = new double[FILTERS][all * states];
      double[][] spreads = new double[FILTERS][all];
      for (int i = 0; i < FILTERS; i++) {
        new Covariance(DISCOUNTS[i]).run(regressors, gains[i], spreads[i]);
      }
      table = new Table(all, regressors, gains, spreads);
    }
    return table;
  }

  /** Harmonics: all up to three of a short period, six of a day, few of what lies beyond. */
  private static double[] frequencies(int[] periods) {
    double[] found = new double[MOST_HARMONICS];
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

  private double[] regressors(int steps) {
    double[] regressors = new double[steps * states];
    for (int t = 0; t < steps; t++) {
      int row = t * states;
      regressors[row] = 1;
      for (int k = 0; k < frequencies.length; k++) {
        double angle = frequencies[k] * t;
        regressors[row + 2 + 2 * k] = Math.cos(angle);
        regressors[row + 3 + 2 * k] = Math.sin(angle);
      }
    }
    return regressors;
  }

  /** The covariance of one filter's states, in units of the variance. */
  private final class Covariance {
    private final double[] covariance = new double[states * states];
    private final double[] stretch = new double[states];
    private final double[] gain = new double[states];

    Covariance(double[] discounts) {
      for (int i = 0; i < states; i++) {
        covariance[i * states + i] = i == 1 ? 0.01 : 1;
        stretch[i] = 1 / Math.sqrt(i < 2 ? discounts[0] : discounts[1]);
      }
    }

    void run(double[] regressors, double[] gains, double[] spreads) {
      for (int t = 0; t < spreads.length; t++) {
        move();
        spreads[t] = learn(regressors, t * states);
        for (int i = 0; i < states; i++) {
          gains[t * states + i] = gain[i] / spreads[t];
        }
      }
    }

    private void move() {
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

    /** The spread of the step's value, which is then learned. */
    private double learn(double[] regressors, int at) {
      double spread = 1;
      for (int i = 0; i < states; i++) {
        double sum = 0;
        int row = i * states;
        for (int j = 0; j < states; j++) {
          sum += covariance[row + j] * regressors[at + j];
        }
        gain[i] = sum;
        spread += sum * regressors[at + i];
      }
      for (int i = 0; i < states; i++) {
        int row = i * states;
        for (int j = 0; j <= i; j++) {
          // Both halves from one: learning never shrinks an asymmetry of rounding, and the
          // discounts let it grow by 1 / .85 a step until it drowns everything.
          double left = covariance[row + j] - gain[i] / spread * gain[j];
          covariance[row + j] = left;
          covariance[j * states + i] = left;
        }
      }
      return spread;
    }
  }
}
