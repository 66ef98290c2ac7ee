package io.tiktoktoe.forecast.band;

import io.tiktoktoe.stats.Softmax;
import java.util.Arrays;

/**
 * Level-dependent heteroscedasticity by a power law (Taylor 1961): errors are as large as a power
 * of the level that the series has where they are made. The power, from none to the level itself,
 * is averaged by how likely the errors are under each. From twice the level of the past on errors
 * count more and more relative to it, from three times on wholly, as for a coefficient of
 * variation. Immutable.
 */
final class LevelScale {

  /**
   * Fewest and most newest values that tell the level, of whole seasons: a quarter of the time in
   * which errors were made tells the slow level, the fewest one far above.
   */
  private static final int FEWEST = 7;

  private static final int MOST = 28;
  private static final int QUARTER = 4;

  /** Powers that are thought equally likely before: 1/2 is that of counts, 1 that of shares. */
  private static final double[] POWERS = {0, 0.25, 0.5, 0.75, 1};

  /** Smallest level and smallest mean error that count, of those of the past. */
  private static final double LEAST = 0.05;

  /** By how many values are known, relative to the mean since the first error. */
  private final double[] levels;

  private final double[] factors;

  private LevelScale(double[] levels, double power) {
    this.levels = levels;
    factors = new double[levels.length];
    Arrays.setAll(factors, t -> Math.pow(levels[t], power) * Math.pow(far(levels[t]), 1 - power));
  }

  /**
   * Of a history.
   *
   * @param values without gaps
   * @param errors by origin and step ahead, NaN where unknown
   * @param origins how many values were known at each
   * @param period of the season
   * @param windows how much evidence the errors are
   */
  static LevelScale of(
      double[] values, double[][] errors, int[] origins, int period, double windows) {
    double[] levels = levels(values, origins[0], period);
    return new LevelScale(levels, power(levels, errors, origins, windows));
  }

  /**
   * Of the slow level, and the more of the near one the farther that is above the past; 1 before
   * the first error.
   */
  private static double[] levels(double[] values, int from, int period) {
    double past = 0;
    for (int t = from; t < values.length; t++) {
      past += Math.abs(values[t]) / (values.length - from);
    }
    double[] levels = new double[values.length + 1];
    Arrays.fill(levels, 1);
    if (!(past > 0)) {
      return levels;
    }
    int least = Math.min(MOST, Math.ceilDiv(FEWEST, period) * period);
    int share = (values.length - from) / QUARTER / period * period;
    double[] near = medians(values, from, least);
    double[] slow = share <= least ? near : medians(values, from, Math.min(share, MOST));
    for (int t = from; t < levels.length; t++) {
      double high = Math.max(near[t], slow[t]) / past;
      double far = Math.clamp(high - 2, 0, 1);
      levels[t] = Math.max(LEAST, far * high + (1 - far) * slow[t] / past);
    }
    return levels;
  }

  /** Medians of the newest sizes by how many values are known, from a step on. */
  private static double[] medians(double[] values, int from, int newest) {
    double[] medians = new double[values.length + 1];
    double[] sorted = new double[newest];
    int count = 0;
    for (int t = Math.max(0, from - newest); t < values.length; t++) {
      if (count == newest) {
        remove(sorted, count--, Math.abs(values[t - newest]));
      }
      insert(sorted, count++, Math.abs(values[t]));
      medians[t + 1] = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    }
    return medians;
  }

  private static void remove(double[] sorted, int count, double value) {
    int at = Arrays.binarySearch(sorted, 0, count, value);
    System.arraycopy(sorted, at + 1, sorted, at, count - at - 1);
  }

  private static void insert(double[] sorted, int count, double value) {
    int found = Arrays.binarySearch(sorted, 0, count, value);
    int at = found < 0 ? -found - 1 : found;
    System.arraycopy(sorted, at, sorted, at + 1, count - at);
    sorted[at] = value;
  }

  /** The mean power; errors of one origin are much alike and count as one. */
  private static double power(double[] levels, double[][] errors, int[] origins, double windows) {
    double[] sizes = sizes(levels, errors, origins);
    int told = 0;
    for (double size : sizes) {
      told += Double.isNaN(size) ? 0 : 1;
    }
    double[] logs = new double[POWERS.length];
    for (int p = 0; p < POWERS.length && told > 0; p++) {
      double mean = 0;
      double log = 0;
      for (int o = 0; o < sizes.length; o++) {
        if (!Double.isNaN(sizes[o])) {
          double factor = Math.pow(levelAt(levels, origins[o]), POWERS[p]);
          mean += sizes[o] / factor / told;
          log += Math.log(factor) / told;
        }
      }
      logs[p] = -windows * (Math.log(Math.max(LEAST, mean)) + log);
    }
    double[] chances = Softmax.of(logs);
    double power = 0;
    for (int p = 0; p < POWERS.length; p++) {
      power += chances[p] * POWERS[p];
    }
    return power;
  }

  /** Mean errors of origins, each step's relative to all origins'; NaN where none is known. */
  private static double[] sizes(double[] levels, double[][] errors, int[] origins) {
    double[] usual = new double[errors[0].length];
    for (int h = 0; h < usual.length; h++) {
      int known = 0;
      for (double[] origin : errors) {
        if (!Double.isNaN(origin[h])) {
          usual[h] += Math.abs(origin[h]);
          known++;
        }
      }
      usual[h] /= Math.max(1, known);
    }
    double[] sizes = new double[origins.length];
    for (int o = 0; o < sizes.length; o++) {
      int known = 0;
      for (int h = 0; h < usual.length; h++) {
        if (!Double.isNaN(errors[o][h]) && usual[h] > 0) {
          double rise = rise(levels, origins[o], origins[o] + h + 1);
          sizes[o] += Math.abs(errors[o][h]) / usual[h] / rise;
          known++;
        }
      }
      sizes[o] = known == 0 ? Double.NaN : sizes[o] / known;
    }
    return sizes;
  }

  /** What errors of forecasts from this origin are large by, for the level there. */
  double at(int origin) {
    return levelAt(factors, origin);
  }

  /** What an error is large by for a level that rose far between its origin and its outcome. */
  double rise(int origin, int outcome) {
    return rise(levels, origin, outcome);
  }

  private static double rise(double[] levels, int origin, int outcome) {
    return far(levelAt(levels, outcome + FEWEST / 2) / levelAt(levels, origin));
  }

  private static double levelAt(double[] byKnown, int step) {
    return byKnown[Math.min(step, byKnown.length - 1)];
  }

  private static double far(double rise) {
    return Math.max(1, Math.min(rise, 2 * rise - 3));
  }
}
