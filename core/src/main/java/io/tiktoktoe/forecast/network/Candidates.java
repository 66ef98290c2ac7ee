package io.tiktoktoe.forecast.network;

import java.util.Arrays;

/**
 * Base forecasts for a learned forecast combination: sixteen quick ones of one standardised
 * history, between which the network chooses: levels, seasonal naive repeats, profile plus level,
 * trends, and repeats of the long season. Phases count from the end of the history, so step h has
 * phase (h - 1) mod period. O(n + horizon).
 *
 * <p>The order of the candidates is that of the trained weights: one that moves is another network.
 */
public final class Candidates {

  public static final int COUNT = 16;

  /** Mean of the last season. */
  static final int LAST_WINDOW = 0;

  /** The newest value, moved by the profile: the naive forecast of the rest. */
  static final int NAIVE = 1;

  /** The same phase of the last season: the seasonal naive forecast. */
  static final int SEASONAL_NAIVE = 2;

  /** Mean of the same phase over four seasons. */
  static final int PHASE_MEAN = 3;

  /** A slowly smoothed level plus profile. */
  static final int SLOW_LEVEL = 4;

  /** The best smoothed level plus profile, to which all other candidates are compared. */
  public static final int REFERENCE = 5;

  /** Mean of the last season plus a profile that follows quickly. */
  static final int FAST_PROFILE = 6;

  /** Mean of the last season with its damped trend plus profile. */
  static final int DAMPED_TREND = 7;

  /** A straight line through the newest seasons plus profile. */
  static final int LINE = 8;

  /** The same step of the last long season. */
  static final int LONG_NAIVE = 9;

  /** The same, moved to the level of now. */
  static final int LONG_MOVED = 10;

  /** The same, averaged over up to three long seasons. */
  static final int LONG_MEAN = 11;

  /** The level of the last long season about that step, moved to that of now, plus profile. */
  static final int LONG_SMOOTH = 12;

  /** Mean of the whole history plus profile. */
  static final int OVERALL = 13;

  /** The slowly smoothed level plus profile and what is left of the newest surprise. */
  static final int FADING_SURPRISE = 14;

  /** Median of the same phase over the newest seasons. */
  static final int PHASE_MEDIAN = 15;

  private static final int PHASE_MEAN_SEASONS = 4;
  private static final int LONG_MEAN_SEASONS = 3;

  /** Which smoothing weight makes the slow level. */
  private static final int SLOW = 1;

  /** Smoothing weights tried for the level. */
  static final double[] ALPHAS = {.03, .1, .3, .7};

  /** What is left of a trend after one level window. */
  private static final double DAMPING = .85;

  /** Seasons whose median stands for a phase when spikes are about. */
  private static final int MEDIAN_SEASONS = 5;

  /** Weight of the newest season in the fast profile. */
  private static final double FAST = .35;

  /** Seasons up to which the plain mean weighs the newest one more. */
  private static final int SLOWER = (int) (1 / FAST);

  private final double[] y;
  final int n;

  /** The seasonal period in use; 1 when the history has fewer than two. */
  final int period;

  /** The long period in use; 0 when the history does not reach back that far. */
  final int longPeriod;

  /** Steps over which a level is averaged: one season, at least a few steps. */
  final int window;

  private final double[] cumulative;
  final double[] profile;
  private final double[] fastProfile;

  /** History less profile. */
  final double[] adjusted;

  final double[] smoothed = new double[ALPHAS.length];
  final double[] smoothingError = new double[ALPHAS.length];
  final int bestAlpha;
  final double level;
  final double windowLevel;
  final double windowSlope;
  private final int lineSteps;
  private final double lineEnd;
  final double lineSlope;

  /** Correlation of neighbours in the adjusted history around its slow level, in [0, 1]. */
  final double persistence;

  Candidates(double[] y, int n, int period, int longPeriod) {
    this.y = y;
    this.n = n;
    this.period = period > 1 && n / 2 >= period ? period : 1;
    this.window =
        this.period > 1 ? this.period * ((3 + this.period) / this.period) : Math.min(7, n);
    this.longPeriod = longPeriod > this.period && n - window >= longPeriod ? longPeriod : 0;
    cumulative = new double[n + 1];
    for (int t = 0; t < n; t++) {
      cumulative[t + 1] = cumulative[t] + y[t];
    }
    profile = new double[this.period];
    fastProfile = new double[this.period];
    adjusted = Arrays.copyOf(y, n);
    if (this.period > 1) {
      fitProfiles();
    }
    persistence = smooth();
    bestAlpha = best();
    level = smoothed[bestAlpha];
    windowLevel = mean(n - window, n);
    windowSlope = windowSlope();
    lineSteps = Math.min(n, Math.max(90, 6 * window));
    lineSlope = slope(lineSteps);
    lineEnd = lineSlope * (lineSteps - 1) / 2 + meanAdjusted(lineSteps);
  }

  /**
   * Writes the candidates of steps 1 to {@code horizon}, {@code stride} apart, into {@code out}.
   */
  void forecast(int horizon, double[] out, int stride) {
    double overall = mean(0, n);
    double rate = Math.pow(DAMPING, 1.0 / window);
    double factor = 1;
    double damped = (window - 1) / 2.0;
    double fading = adjusted[n - 1] - smoothed[SLOW];
    int last = period - 1;
    int phases = Math.min(period, horizon);
    double[] means = new double[phases];
    double[] medians = new double[phases];
    double[] sorted = new double[MEDIAN_SEASONS];
    for (int phase = 0; phase < phases; phase++) {
      means[phase] = phaseMean(phase, PHASE_MEAN_SEASONS);
      medians[phase] = phaseMedian(phase, sorted);
    }
    for (int h = 1, phase = 0; h <= horizon; h++, phase = phase + 1 == period ? 0 : phase + 1) {
      factor *= rate;
      damped += factor;
      fading *= persistence;
      int at = (h - 1) * stride;
      double shape = profile[phase];
      out[at + LAST_WINDOW] = windowLevel;
      out[at + NAIVE] = y[n - 1] - profile[last] + shape;
      out[at + SEASONAL_NAIVE] = y[n - period + phase];
      out[at + PHASE_MEAN] = means[phase];
      out[at + SLOW_LEVEL] = smoothed[SLOW] + shape;
      out[at + REFERENCE] = level + shape;
      out[at + FAST_PROFILE] = windowLevel + fastProfile[phase];
      out[at + DAMPED_TREND] = windowLevel + shape + windowSlope * damped;
      // A line is drawn on no further than it was seen.
      out[at + LINE] = lineEnd + lineSlope * Math.min(h, lineSteps) + shape;
      out[at + OVERALL] = overall + shape;
      out[at + FADING_SURPRISE] = smoothed[SLOW] + shape + fading;
      out[at + PHASE_MEDIAN] = medians[phase];
      if (longPeriod > 0) {
        longSeason(h, profile[phase], out, at);
      } else {
        Arrays.fill(out, at + LONG_NAIVE, at + LONG_SMOOTH + 1, out[at + REFERENCE]);
      }
    }
  }

  private void longSeason(int h, double shape, double[] out, int at) {
    int cycles = (h + longPeriod - 1) / longPeriod;
    int index = n - 1 + h - cycles * longPeriod;
    double then = levelBefore(cycles);
    out[at + LONG_NAIVE] = y[index];
    out[at + LONG_MOVED] = y[index] - then + windowLevel;
    double sum = 0;
    int count = 0;
    while (count < LONG_MEAN_SEASONS
        && index - count * longPeriod >= 0
        && n - (cycles + count) * longPeriod >= window) {
      sum += y[index - count * longPeriod] - levelBefore(cycles + count);
      count++;
    }
    out[at + LONG_MEAN] = windowLevel + (count == 0 ? y[index] - then : sum / count);
    out[at + LONG_SMOOTH] = windowLevel + shape + centredMean(index) - then;
  }

  private double levelBefore(int cycles) {
    int end = Math.max(window, n - cycles * longPeriod);
    return mean(end - window, end);
  }

  /** Mean of the last {@code most} values (or as many as there are) with this phase. */
  private double phaseMean(int phase, int most) {
    double sum = 0;
    int count = 0;
    for (int t = n - period + phase; t >= 0 && count < most; t -= period) {
      sum += y[t];
      count++;
    }
    return sum / count;
  }

  /**
   * Median of the newest values with this phase.
   *
   * @param latest room for them
   */
  private double phaseMedian(int phase, double[] latest) {
    int newest = n - period + phase;
    int count = Math.min(MEDIAN_SEASONS, newest / period + 1);
    for (int i = 0; i < count; i++) {
      double value = y[newest - i * period];
      int at = i;
      for (; at > 0 && latest[at - 1] > value; at--) {
        latest[at] = latest[at - 1];
      }
      latest[at] = value;
    }
    int middle = count / 2;
    return count % 2 == 1 ? latest[middle] : (latest[middle - 1] + latest[middle]) / 2;
  }

  /** The newest known step that lies whole seasons of length {@code lag} before step {@code h}. */
  int newest(int h, int lag) {
    return n - lag + (h - 1) % lag;
  }

  /** The value at a step; beyond the ends the same phase after, or the last known one. */
  double lagged(int step, int lag) {
    int t = step;
    while (t < 0) {
      t += lag;
    }
    return y[Math.min(t, n - 1)];
  }

  private double mean(int from, int to) {
    return (cumulative[to] - cumulative[from]) / (to - from);
  }

  /** Mean of the level window {@code age} windows back; the caller keeps within the history. */
  double windowMean(int age) {
    return mean(n - (age + 1) * window, n - age * window);
  }

  /** Mean of block {@code index} of {@code count} equal blocks over the whole history. */
  double blockMean(int index, int count) {
    int from = (int) ((long) index * n / count);
    return mean(from, Math.max(from + 1, (int) ((long) (index + 1) * n / count)));
  }

  private double centredMean(int t) {
    int from = Math.max(0, Math.min(t - window / 2, n - window));
    return mean(from, from + window);
  }

  private void fitProfiles() {
    int margin = n >= 3 * period ? period / 2 : 0;
    int[] counts = new int[period];
    int phase = Math.floorMod(margin - n, period);
    for (int t = margin; t < n - margin; t++) {
      double deviation = y[t] - centredMean(t);
      profile[phase] += deviation;
      int count = ++counts[phase];
      double weight = count > SLOWER ? FAST : 1.0 / count;
      fastProfile[phase] += weight * (deviation - fastProfile[phase]);
      phase = phase + 1 == period ? 0 : phase + 1;
    }
    for (int p = 0; p < period; p++) {
      profile[p] /= Math.max(1, counts[p]);
    }
    centre(profile);
    centre(fastProfile);
    phase = Math.floorMod(-n, period);
    for (int t = 0; t < n; t++) {
      adjusted[t] -= profile[phase];
      phase = phase + 1 == period ? 0 : phase + 1;
    }
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }

  /** Takes the mean out. */
  static void centre(double[] values) {
    double mean = mean(values);
    for (int i = 0; i < values.length; i++) {
      values[i] -= mean;
    }
  }

  /** Smooths with all weights in one pass, and beside it finds the {@link #persistence}. */
  private double smooth() {
    double start = 0;
    int head = Math.min(n, window);
    for (int t = 0; t < head; t++) {
      start += adjusted[t] / head;
    }
    double[] levels = {start, start, start, start};
    double[] errors = new double[ALPHAS.length];
    double cross = 0;
    double square = 0;
    double slow = adjusted[0];
    double before = 0;
    for (int t = 0; t < n; t++) {
      double value = adjusted[t];
      for (int a = 0; a < ALPHAS.length; a++) {
        double error = value - levels[a];
        errors[a] += Math.abs(error);
        levels[a] += ALPHAS[a] * error;
      }
      double deviation = value - slow;
      cross += deviation * before;
      square += deviation * deviation;
      before = deviation;
      slow += ALPHAS[0] * deviation;
    }
    System.arraycopy(levels, 0, smoothed, 0, levels.length);
    Arrays.setAll(smoothingError, a -> errors[a] / n);
    return square > 0 ? Math.clamp(cross / square, 0, 1) : 0;
  }

  private int best() {
    int best = 0;
    for (int a = 0; a < ALPHAS.length; a++) {
      best = smoothingError[a] < smoothingError[best] ? a : best;
    }
    return best;
  }

  private double windowSlope() {
    int windows = Math.min(6, n / window);
    if (windows < 2) {
      return 0;
    }
    double middle = (windows - 1) / 2.0;
    double cross = 0;
    double square = 0;
    for (int age = 0; age < windows; age++) {
      cross += (middle - age) * windowMean(age);
      square += (middle - age) * (middle - age);
    }
    return cross / square / window;
  }

  private double meanAdjusted(int steps) {
    double sum = 0;
    for (int t = n - steps; t < n; t++) {
      sum += adjusted[t];
    }
    return sum / steps;
  }

  private double slope(int steps) {
    double middle = (steps - 1) / 2.0;
    double cross = 0;
    double square = 0;
    for (int i = 0; i < steps; i++) {
      cross += (i - middle) * adjusted[n - steps + i];
      square += (i - middle) * (i - middle);
    }
    return square == 0 ? 0 : cross / square;
  }
}
