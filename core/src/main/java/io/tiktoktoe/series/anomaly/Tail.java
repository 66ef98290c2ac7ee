package io.tiktoktoe.series.anomaly;

import io.tiktoktoe.stats.Quantiles;
import java.util.Arrays;

/**
 * Empirical exceedance probabilities: how often a statistic reaches a height, learned from the
 * heights it had, by ranks in the bulk and a generalized Pareto distribution beyond the threshold
 * of the highest few.
 *
 * <p>Source: Siffer, Fouque, Termier, Largouet, "Anomaly Detection in Streams with Extreme Value
 * Theory" (SPOT, 2017); the fit is by probability-weighted moments (Hosking, Wallis 1987), which
 * needs no start and always exists. Of an alarm is learned that it came, not how far it went
 * (censored at a height that is rarely reached, or at the highest before it): one spike widens no
 * range, the second one does. O(log m) per question and O(m) moves per value, m at most the memory.
 */
final class Tail {

  /** Share of the heights that lie beyond the threshold. */
  private static final double BEYOND = .02;

  /** With fewer excesses than these their mean says too little. */
  private static final int LEAST_EXCESSES = 10;

  /** Fewer heights than these tell nothing. */
  private static final int LEAST_HEIGHTS = 20;

  /** The same of peaks, each of which stands for several heights. */
  private static final int LEAST_PEAKS = 10;

  /** Tail index taken for granted, and how many excesses it counts for: money is heavy-tailed. */
  private static final double PRIOR_INDEX = .25;

  private static final double PRIOR_EXCESSES = 10;
  private static final double GREATEST_INDEX = .7;

  /** Tail index of a light tail: a little above the exponential's 0. */
  private static final double LIGHT_INDEX = .2;

  /**
   * Standard errors by which the tail beyond the fit is taken heavier than it looks: a tail learned
   * from few excesses must not cry too often (docs/decisions/0012).
   */
  private static final double CAUTION = .75;

  /** Times the middle excess beyond which one counts as no farther: one spike is no tail. */
  private static final double FARTHEST = 8;

  /** A height reached more rarely than with this chance is learned as one reached with it. */
  private static final double CENSORED = 5e-4;

  /** Heights within this factor are alike. */
  private static final double ALIKE = 1.5;

  private static final double LEAST_P_VALUE = 1e-300;
  private static final int START = 64;

  /** A scale that small beside the least one comes from rounding. */
  private static final double ROUNDING = 1e-6;

  private final int memory;
  private final boolean light;
  private final int least;
  private double[] ring = new double[START];
  private double[] sorted = new double[START];
  private int added;
  private int size;
  private int untilFit;
  private int excesses;
  private double threshold;
  private double scale;
  private double index;
  private double highest = Double.NEGATIVE_INFINITY;

  private Tail(int memory, boolean light, int least) {
    this.memory = memory;
    this.light = light;
    this.least = least;
  }

  /** Remembers the last {@code memory} heights, whose extremes may be of any size. */
  static Tail heavy(int memory) {
    return new Tail(memory, false, LEAST_HEIGHTS);
  }

  /**
   * Remembers the last {@code memory} heights of a sum of bounded terms: its tail is exponential.
   */
  static Tail light(int memory) {
    return new Tail(memory, true, LEAST_HEIGHTS);
  }

  /** The same of the peaks of such a sum. */
  static Tail peaks(int memory) {
    return new Tail(memory, true, LEAST_PEAKS);
  }

  int size() {
    return size;
  }

  void add(double reached) {
    add(reached, 0);
  }

  /**
   * Learns that {@code reached} was reached, an extreme one as a rare one.
   *
   * @param narrowest scale of the tail where all that is known lies at one height
   */
  void add(double reached, double narrowest) {
    double most = highest;
    highest = Math.max(highest, reached);
    boolean rare = ready() && scale(narrowest) > 0;
    insert(rare ? Math.min(reached, Math.max(most, quantile(CENSORED, narrowest))) : reached);
  }

  private void insert(double height) {
    if (size == memory) {
      int gone = Arrays.binarySearch(sorted, 0, size, ring[added % memory]);
      System.arraycopy(sorted, gone + 1, sorted, gone, size - gone - 1);
      size--;
    } else if (size == ring.length) {
      int length = Math.min(memory, 2 * size);
      ring = Arrays.copyOf(ring, length);
      sorted = Arrays.copyOf(sorted, length);
    }
    int at = Arrays.binarySearch(sorted, 0, size, height);
    at = at < 0 ? -at - 1 : at;
    System.arraycopy(sorted, at, sorted, at + 1, size - at);
    sorted[at] = height;
    size++;
    ring[added % memory] = height;
    added++;
    if (--untilFit <= 0) {
      fit();
      untilFit = 1 + size / 100;
    }
  }

  /** The chance of a height of at least {@code height}; 1 while too little is known. */
  double pValue(double height) {
    return pValue(height, 0);
  }

  /**
   * The same.
   *
   * @param narrowest scale of the tail where all that is known lies at one height
   */
  double pValue(double height, double narrowest) {
    if (size < least) {
      return 1;
    }
    double rank = (size - Quantiles.countBelow(sorted, size, height) + 1.0) / (size + 1);
    double wide = scale(narrowest);
    if (!(wide > 0) || height <= threshold) {
      return Math.min(1, rank);
    }
    double excess = (height - threshold) / wide;
    if (isFlat(narrowest)) {
      // All that is known lies at one height: nothing went beyond it, however little.
      return Math.max(
          LEAST_P_VALUE, Math.pow(1 + LIGHT_INDEX * excess, -1 / LIGHT_INDEX) / (size + 1));
    }
    double share = (excesses + 1.0) / (size + 1);
    double fitted = share * Math.pow(1 + index * excess, -1 / index);
    return Math.max(isLikeHighest(height) ? 1.0 / (size + 1) : LEAST_P_VALUE, fitted);
  }

  /**
   * Whether the like has come before: that comes at least as often as once in all that is known.
   */
  private boolean isLikeHighest(double height) {
    return !light && height <= highest && highest <= ALIKE * height;
  }

  /**
   * The height that is reached with chance {@code p}; the highest one known while too little is.
   */
  double quantile(double p) {
    return quantile(p, 0);
  }

  /**
   * The same.
   *
   * @param narrowest scale of the tail where all that is known lies at one height
   */
  double quantile(double p, double narrowest) {
    if (size == 0) {
      return 0;
    }
    double share = (excesses + 1.0) / (size + 1);
    double wide = scale(narrowest);
    if (size >= least && isFlat(narrowest) && wide > 0) {
      double beyond = Math.min(1, p * (size + 1));
      return threshold + wide / LIGHT_INDEX * (Math.pow(beyond, -LIGHT_INDEX) - 1);
    }
    if (size < least || !(wide > 0) || p >= share) {
      return Quantiles.ofSorted(sorted, size, 1 - p);
    }
    return threshold + wide / index * (Math.pow(p / share, -index) - 1);
  }

  private double scale(double narrowest) {
    return scale > ROUNDING * narrowest ? scale : narrowest;
  }

  private boolean isFlat(double narrowest) {
    return narrowest > 0 && !(scale > ROUNDING * narrowest) && sorted[0] == sorted[size - 1];
  }

  /** Whether enough is known to tell chances. */
  boolean ready() {
    return size >= least;
  }

  private void fit() {
    if (size < least) {
      return;
    }
    excesses = Math.clamp(Math.round(BEYOND * size), Math.min(LEAST_EXCESSES, size / 2), size / 2);
    int first = size - excesses;
    threshold = sorted[first - 1];
    double mean = 0;
    double weighted = 0;
    double middle = sorted[first + excesses / 2] - threshold;
    double bound =
        middle > 0 ? Math.max(FARTHEST * middle, sorted[size - 2] - threshold) : Double.MAX_VALUE;
    for (int i = 0; i < excesses; i++) {
      double excess = Math.min(bound, sorted[first + i] - threshold);
      mean += excess / excesses;
      weighted += excess * (excesses - 1 - i) / (excesses - 1) / excesses;
    }
    double fitted = light ? LIGHT_INDEX : index(mean, weighted);
    scale = mean * (1 - fitted);
    index = light ? fitted : fitted + CAUTION * (1 + fitted) / Math.sqrt(excesses + PRIOR_EXCESSES);
  }

  private double index(double mean, double weighted) {
    double spread = mean - 2 * weighted;
    double estimate = spread > 0 ? 2 - mean / spread : 0;
    double trust = excesses / (excesses + PRIOR_EXCESSES);
    return Math.clamp(trust * estimate + (1 - trust) * PRIOR_INDEX, 1e-6, GREATEST_INDEX);
  }
}
