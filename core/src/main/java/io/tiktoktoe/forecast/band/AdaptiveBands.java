package io.tiktoktoe.forecast.band;

import io.tiktoktoe.outlook.LiveCoverage;
import io.tiktoktoe.outlook.QuantileGrid;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Adaptive conformal inference: how much wider or narrower prediction intervals must be than they
 * were learned, found out while values come in, at a few leads, each with the outcomes of its own
 * forecasts.
 *
 * <p>At each lead the distance from the median is multiplied with a typical size, which follows the
 * errors exponentially weighted (later leads begin from the root of the first lead's), and with a
 * factor for each level that rises by r (1 - a) in logs when a band of chance a is missed and falls
 * by r a when it holds (Gibbs, Candes 2021; quantile tracking: Angelopoulos, Candes, Tibshirani
 * 2023). Over n outcomes the share of misses differs from a by exactly (change of the log factor) /
 * (r n), whatever the values do. Between the leads both are interpolated over the log of the lead.
 * Immutable; about 10 kB.
 */
public final class AdaptiveBands {

  /** Steps ahead at which outcomes are compared, as far as the forecast goes. */
  private static final int[] LEADS = {1, 3, 7, 14, 30, 60, 90, 180, 365};

  /** How fast the factors follow at short leads. */
  private static final double RATE = 0.05;

  /** Outcomes after which an error counts half in the typical size, before those of the lead. */
  private static final double HALF_LIFE = 15;

  /** By how many outcomes a step more of lead makes it longer: neighbours share their errors. */
  private static final double HALF_LIFE_PER_STEP = 3;

  /** Lead at which factors follow half as fast: outcomes that overlap say the same. */
  private static final double SLOW = 8;

  /** Outcomes' worth of belief that errors are as large as they were learned, one step ahead. */
  private static final double PRIOR = 10;

  /** How much more of it later leads have, one for each step. */
  private static final double MOST_MORE_PRIOR = 10;

  /** Errors count at most this many typical ones: a viral day must not set the width. */
  private static final double MOST = 6;

  /** Bands this many times wider or narrower than learned say that a fit is out of date. */
  private static final double OUT_OF_DATE = 2;

  /** Factors stay between one over this and this. */
  private static final double WIDEST = Math.log(20);

  /** Chance that a band is missed, by level. */
  private static final double[] MISSED = {1 - Interval.NARROW, 1 - Interval.WIDE};

  private static final int LEVELS = MISSED.length;

  /** Grid indexes of the bands' lower edges; the upper ones mirror them. */
  private static final int[] EDGES = {QuantileGrid.LOW_68, QuantileGrid.LOW_95};

  /** Normal scores at the bands' edges. */
  private static final double NARROW = QuantileGrid.normalScore(QuantileGrid.HIGH_68);

  private static final double WIDE = QuantileGrid.normalScore(QuantileGrid.HIGH_95);

  /** What is kept of one forecast at a lead: median, typical error, the shown bands' edges. */
  private static final int KEPT = 2 + 2 * LEVELS;

  private final int[] leads;
  private final double[] sums;
  private final double[] counts;
  private final double[][] factors;
  private final int[][] tally;
  private final double[][] pending;

  private AdaptiveBands(
      int[] leads,
      double[] sums,
      double[] counts,
      double[][] factors,
      int[][] tally,
      double[][] pending) {
    this.leads = leads;
    this.sums = sums;
    this.counts = counts;
    this.factors = factors;
    this.tally = tally;
    this.pending = pending;
  }

  /** Nothing seen yet, for forecasts of this many steps. */
  public static AdaptiveBands start(int steps) {
    int[] leads = Arrays.stream(LEADS).filter(lead -> lead <= steps).toArray();
    double[][] pending = new double[leads.length][];
    for (int k = 0; k < leads.length; k++) {
      pending[k] = new double[leads[k] * KEPT];
      Arrays.fill(pending[k], Double.NaN);
    }
    return new AdaptiveBands(
        leads,
        new double[leads.length],
        new double[leads.length],
        new double[leads.length][LEVELS],
        new int[leads.length][1 + LEVELS],
        pending);
  }

  private AdaptiveBands copy() {
    return new AdaptiveBands(
        leads, sums.clone(), counts.clone(), deep(factors), deep(tally), deep(pending));
  }

  private static double[][] deep(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  private static int[][] deep(int[][] rows) {
    return Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new);
  }

  /** Learns from the value at {@code step}; NaN when it is missing. */
  public AdaptiveBands see(int step, double value) {
    AdaptiveBands next = copy();
    for (int k = 0; k < leads.length; k++) {
      int at = step % leads[k] * KEPT;
      double median = next.pending[k][at];
      if (!Double.isNaN(value) && !Double.isNaN(median)) {
        next.learn(k, at, value - median, value);
      }
      next.pending[k][at] = Double.NaN;
    }
    return next;
  }

  private void learn(int k, int at, double error, double value) {
    double[] kept = pending[k];
    double bound = MOST * Math.max(1, ratio(k));
    double fade = Math.pow(0.5, 1 / (HALF_LIFE + HALF_LIFE_PER_STEP * leads[k]));
    sums[k] = fade * sums[k] + Math.min(bound, Math.abs(error) / kept[at + 1]);
    counts[k] = fade * counts[k] + 1;
    tally[k][0]++;
    double rate = RATE / (1 + leads[k] / SLOW);
    for (int level = 0; level < LEVELS; level++) {
      boolean inside = value >= kept[at + 2 + 2 * level] && value <= kept[at + 3 + 2 * level];
      double surprise = (inside ? 0 : 1) - MISSED[level];
      factors[k][level] = Math.clamp(factors[k][level] + rate * surprise, -WIDEST, WIDEST);
      tally[k][1 + level] += inside ? 1 : 0;
    }
  }

  /** Size of the errors at a lead relative to what was expected when they were forecast. */
  private double ratio(int k) {
    double prior = PRIOR + Math.min(MOST_MORE_PRIOR, leads[k] - 1);
    return (sums[k] + prior) / (counts[k] + prior);
  }

  /** Size of the errors at a lead relative to what was learned. */
  private double typical(int k) {
    return shared(k) * ratio(k);
  }

  /** What tomorrow's errors say about those of later leads, long before these are known. */
  private double shared(int k) {
    return k == 0 ? 1 : Math.sqrt(ratio(0));
  }

  /** The quantiles with adapted distances from the median; grid by step. */
  public double[] adapt(double[] quantiles, boolean nonNegative) {
    double[] adapted = new double[quantiles.length];
    double[] stretch = new double[LEVELS];
    for (int h = 0; h < quantiles.length / QuantileGrid.SIZE; h++) {
      stretch(h + 1, stretch);
      int offset = h * QuantileGrid.SIZE;
      double median = quantiles[offset + QuantileGrid.MEDIAN];
      double highest = nonNegative ? 0 : Double.NEGATIVE_INFINITY;
      for (int q = 0; q < QuantileGrid.SIZE; q++) {
        double distance = quantiles[offset + q] - median;
        highest = Math.max(highest, median + distance * at(q, stretch));
        adapted[offset + q] = highest;
      }
    }
    return adapted;
  }

  /** The factors of both levels at a lead. */
  private void stretch(int lead, double[] stretch) {
    int right = 0;
    while (right < leads.length - 1 && leads[right] < lead) {
      right++;
    }
    int left = Math.max(0, right - 1);
    double share =
        leads[right] <= lead || left == right
            ? 1
            : Math.log((double) lead / leads[left]) / Math.log((double) leads[right] / leads[left]);
    for (int level = 0; level < LEVELS; level++) {
      double low = Math.log(typical(left)) + factors[left][level];
      double high = Math.log(typical(right)) + factors[right][level];
      stretch[level] = Math.exp(low + share * (high - low));
    }
  }

  /** Whether bands have become so much wider or narrower that a new fit is worth its cost. */
  public boolean outOfDate() {
    double[] stretch = new double[LEVELS];
    for (int lead : leads) {
      stretch(lead, stretch);
      for (double one : stretch) {
        if (one > OUT_OF_DATE || one < 1 / OUT_OF_DATE) {
          return true;
        }
      }
    }
    return false;
  }

  /** How often the shown bands held, by lead. */
  public List<LiveCoverage> held() {
    List<LiveCoverage> held = new ArrayList<>();
    for (int k = 0; k < leads.length; k++) {
      double compared = tally[k][0];
      held.add(
          new LiveCoverage(leads[k], tally[k][0], tally[k][1] / compared, tally[k][2] / compared));
    }
    return held;
  }

  /** Inside 68% the factor of 68%, outside 95% that of 95%, between them in between. */
  private static double at(int q, double[] stretch) {
    double share =
        Math.clamp((Math.abs(QuantileGrid.normalScore(q)) - NARROW) / (WIDE - NARROW), 0, 1);
    return stretch[0] + share * (stretch[1] - stretch[0]);
  }

  /** Remembers a forecast made when {@code length} values were known, to compare it later. */
  public AdaptiveBands remember(int length, double[] learned, double[] shown) {
    AdaptiveBands next = copy();
    for (int k = 0; k < leads.length; k++) {
      int at = (length + leads[k] - 1) % leads[k] * KEPT;
      int offset = (leads[k] - 1) * QuantileGrid.SIZE;
      next.pending[k][at] = shown[offset + QuantileGrid.MEDIAN];
      next.pending[k][at + 1] =
          Math.max(Double.MIN_NORMAL, shared(k) * typicalError(learned, offset));
      for (int level = 0; level < LEVELS; level++) {
        int edge = EDGES[level];
        next.pending[k][at + 2 + 2 * level] = shown[offset + edge];
        next.pending[k][at + 3 + 2 * level] = shown[offset + QuantileGrid.SIZE - 1 - edge];
      }
    }
    return next;
  }

  /** Mean distance from the median of the distribution that a grid describes. */
  private static double typicalError(double[] quantiles, int offset) {
    double sum = 0;
    for (int q = 1; q < QuantileGrid.SIZE; q++) {
      double width = QuantileGrid.probability(q) - QuantileGrid.probability(q - 1);
      double left = quantiles[offset + q - 1] - quantiles[offset + QuantileGrid.MEDIAN];
      double right = quantiles[offset + q] - quantiles[offset + QuantileGrid.MEDIAN];
      sum += width * (Math.abs(left) + Math.abs(right)) / 2;
    }
    return sum;
  }
}
