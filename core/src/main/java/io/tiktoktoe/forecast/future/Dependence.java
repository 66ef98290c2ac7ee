package io.tiktoktoe.forecast.future;

import java.util.Arrays;

/**
 * Serial dependence of a future's normal scores: a part that all steps share, which is the error of
 * the level, and a first-order autoregressive process about it. The level's share of a step's
 * variance grows as the spread does: what a step far ahead is more uncertain by than the first one
 * is the level. Immutable.
 */
public final class Dependence {

  /** No dependence. */
  public static final Dependence NONE = new Dependence(0, 0, new double[] {1}, 0);

  /** Windows' worth of belief in what the history says of its level. */
  private static final double PRIOR_WINDOWS = 4;

  /** Lengths at which sums of errors are looked at. */
  private static final int[] LENGTHS = {2, 7, 30, 90};

  /** Candidates of how much of the growth of the spread is the level's. */
  private static final double[] GROWTHS = {0, 0.25, 0.5, 1};

  private static final double PRIOR_GROWTH = 1;

  /** How strongly the prior of the growth holds, in weighted squared logs. */
  private static final double GROWTH_PENALTY = 0.5;

  /** Candidates along each axis of the search. */
  private static final int CELLS = 24;

  /** Spread of the log of how strong the shared part is. */
  private static final double STRENGTH_SPREAD = 1.2;

  /** Largest level's share: the rest keeps paths apart. */
  private static final double MOST = 0.98;

  private final double common;
  private final double persistence;
  private final double[] noise;
  private final double alike;

  /**
   * @param common level's share of the first step's variance, in [0, 1)
   * @param persistence correlation of neighbours in the rest, in [0, 1)
   * @param noise share by step of the variance that the first step had too, 1 at the first
   * @param alike share of futures whose errors are all large or all small together
   */
  private Dependence(double common, double persistence, double[] noise, double alike) {
    this.alike = alike;
    this.common = common;
    this.persistence = persistence;
    this.noise = noise;
  }

  /**
   * About a level whose uncertainty is all that makes later steps more uncertain.
   *
   * @param common level's share of the first step's variance, in [0, 1)
   * @param spread typical error by step ahead
   */
  public static Dependence level(double common, double[] spread) {
    return new Dependence(common, 0, noise(spread), 0);
  }

  private static double[] noise(double[] spread) {
    return Arrays.stream(spread)
        .map(one -> Math.min(1, spread[0] * spread[0] / (one * one)))
        .toArray();
  }

  /**
   * The dependence under which sums of errors vary as they did, at several lengths.
   *
   * @param errors standardised, by origin and step ahead, NaN where unknown
   * @param spread typical error by step ahead
   * @param span steps of the past that the errors cover: a length is seen span / length times
   * @param wandering what the history says of its level, believed before any error is seen
   */
  public static Dependence of(
      double[][] errors, double[] spread, double span, Wandering wandering) {
    double[] noise = noise(spread);
    Sums[] sums = new Sums[LENGTHS.length];
    double[] wanted = new double[LENGTHS.length];
    double[] weights = new double[LENGTHS.length];
    for (int i = 0; i < LENGTHS.length; i++) {
      sums[i] = new Sums(errors, LENGTHS[i]);
      double windows = sums[i].seen() ? span / LENGTHS[i] : 0;
      double believed = wandering.inflation(sums[i].length, sums[i].from);
      double found = windows == 0 ? believed : sums[i].found();
      wanted[i] =
          Math.log((windows * found + PRIOR_WINDOWS * believed) / (windows + PRIOR_WINDOWS));
      weights[i] = Math.min(20, windows + PRIOR_WINDOWS);
    }
    return nearest(sums, wanted, weights, noise);
  }

  private static Dependence nearest(
      Sums[] sums, double[] wanted, double[] weights, double[] noise) {
    Dependence best = NONE;
    double least = Double.POSITIVE_INFINITY;
    for (double growth : GROWTHS) {
      double[] grown = power(noise, growth);
      for (int i = 0; i < CELLS; i++) {
        // Finer near 0: a hundredth in common already doubles the variance of a quarter's sum.
        double common = (double) i * i / (CELLS * CELLS);
        Dependence level = new Dependence(common, 0, grown, 0);
        Parts[] parts = Arrays.stream(sums).map(one -> one.parts(level)).toArray(Parts[]::new);
        for (int j = 0; j < CELLS; j++) {
          double persistence = (double) j / CELLS;
          double distance = GROWTH_PENALTY * (growth - PRIOR_GROWTH) * (growth - PRIOR_GROWTH);
          for (int k = 0; k < parts.length; k++) {
            double miss = Math.log(parts[k].inflation(persistence)) - wanted[k];
            distance += weights[k] * miss * miss;
          }
          if (distance < least) {
            least = distance;
            best = new Dependence(common, persistence, grown, 0);
          }
        }
      }
    }
    return best;
  }

  private static double[] power(double[] noise, double growth) {
    return Arrays.stream(noise).map(share -> Math.pow(share, growth)).toArray();
  }

  /** The same with this share of a t copula: futures whose errors are all large or all small. */
  public Dependence withAlike(double share) {
    return new Dependence(common, persistence, noise, share);
  }

  /** Share of futures whose errors are all large or all small together. */
  double alike() {
    return alike;
  }

  /** Correlation of neighbours apart from what all steps share. */
  double persistence() {
    return persistence;
  }

  /** The level's share of the variance at a step counted from 0. */
  double common(int step) {
    return Math.min(MOST, 1 - (1 - common) * noise[Math.min(step, noise.length - 1)]);
  }

  /**
   * The same in one future. How much is shared is known from few windows: it is {@code strength}
   * times as much, a strength being drawn for each future.
   */
  double common(int step, double strength) {
    return Math.min(MOST, 1 - Math.pow(1 - common(step), strength));
  }

  /** The strength at a standard normal score; 1 in the middle. */
  static double strength(double score) {
    return Math.exp(STRENGTH_SPREAD * score);
  }

  /** Sums of errors over one length, from the first steps ahead on: those that are asked for. */
  private static final class Sums {
    private final int length;
    private final int[] from;
    private double squaredSums;
    private double squares;

    Sums(double[][] errors, int length) {
      this.length = Math.min(length, errors[0].length);
      int stride = Math.max(1, length / 4);
      int last = Math.min(this.length, errors[0].length - this.length);
      this.from = new int[last / stride + 1];
      Arrays.setAll(from, i -> i * stride);
      for (double[] origin : errors) {
        for (int start : from) {
          add(origin, start);
        }
      }
    }

    private void add(double[] origin, int start) {
      double sum = 0;
      double square = 0;
      for (int h = start; h < start + length; h++) {
        sum += origin[h];
        square += origin[h] * origin[h];
      }
      if (!Double.isNaN(sum)) {
        squaredSums += sum * sum;
        squares += square;
      }
    }

    boolean seen() {
      return squares > 0;
    }

    /** Variance of sums over the sum of variances, as found. */
    double found() {
      return Math.max(0.05, squaredSums / squares);
    }

    /** The same as a level's share by step implies, split in level and rest. */
    Parts parts(Dependence level) {
      int reach = from[from.length - 1] + length;
      double[] roots = new double[reach + 1];
      double[] rest = new double[reach + 1];
      for (int h = 0; h < reach; h++) {
        double common = level.common(h);
        roots[h + 1] = roots[h] + Math.sqrt(common);
        rest[h + 1] = rest[h] + 1 - common;
      }
      double shared = 0;
      double own = 0;
      for (int start : from) {
        double root = roots[start + length] - roots[start];
        shared += root * root;
        own += rest[start + length] - rest[start];
      }
      double norm = (double) length * from.length;
      return new Parts(length, shared / norm, own / norm);
    }
  }

  /** Variance of sums over the sum of variances: what is shared, and what is not. */
  private record Parts(int length, double shared, double own) {

    double inflation(double p) {
      double power = Math.pow(p, length);
      double process = (1 + p) / (1 - p) - 2 * p * (1 - power) / (length * (1 - p) * (1 - p));
      return shared + own * process;
    }
  }
}
