package io.tiktoktoe.forecast.blend;

import java.util.Arrays;
import java.util.List;

/**
 * Weights of a forecast combination (Bates, Granger 1969): how much each member counts at each part
 * of the horizon. They add up to 1. Immutable to whoever uses it.
 */
public final class MemberWeights {

  /** Most cases on which the weights of one part of the horizon are found. */
  private static final int MOST_CASES = 160;

  /** Most cases of all series together, on which common weights are found. */
  private static final int MOST_POOLED_CASES = 12_000;

  /** Fewest of these that one series gives. */
  private static final int LEAST_OF_SERIES = 6;

  /** Strength of the prior weights with one independent window of evidence. */
  private static final double LAMBDA = 0.3;

  private final double[][] byPart;
  private final int reach;

  /** By member and step, as far as was asked; any thread may replace it by the same or more. */
  private volatile double[][] bySteps = {{}};

  private MemberWeights(double[][] byPart, int reach) {
    this.byPart = byPart;
    this.reach = reach;
  }

  /** Those of the pool, before the series itself is asked. */
  public static MemberWeights prior(Lookback lookback, Pool pool) {
    double[][] byPart = new double[Pool.PARTS][];
    Arrays.setAll(byPart, part -> pool.prior(lookback, part));
    return new MemberWeights(byPart, lookback.reach());
  }

  /**
   * Those of least loss on the series' own past, drawn towards the pool's.
   *
   * @param visible only outcomes before this step are looked at
   * @param windows how many windows of the past do not overlap, which is the evidence
   */
  static MemberWeights found(Lookback lookback, Pool pool, int visible, double windows) {
    double[][] byPart = new double[Pool.PARTS][];
    for (int part = 0; part < Pool.PARTS; part++) {
      Cases cases = new Cases(lookback.members(), MOST_CASES);
      cases.collect(lookback, part, visible, MOST_CASES, 1);
      byPart[part] = cases.weights(pool.prior(lookback, part), LAMBDA / windows);
    }
    return new MemberWeights(byPart, lookback.reach());
  }

  /**
   * Weights that suit many series at a part of the horizon, each counting by its own scale.
   *
   * @param prior weights that are believed in before, as strongly as {@code strength} says
   */
  static double[] pooled(List<Lookback> lookbacks, int part, double[] prior, double strength) {
    int each = Math.max(LEAST_OF_SERIES, MOST_POOLED_CASES / lookbacks.size());
    Cases cases = new Cases(lookbacks.getFirst().members(), each * lookbacks.size());
    for (Lookback lookback : lookbacks) {
      cases.collect(lookback, part, lookback.history().length(), each, lookback.naiveError());
    }
    return cases.weights(prior, strength * LAMBDA / lookbacks.size());
  }

  /** The weights at a step ahead, counted from 0. */
  public double[] at(int step) {
    HorizonPlace place = HorizonPlace.of(step, reach);
    double[] weights = new double[byPart[0].length];
    for (int m = 0; m < weights.length; m++) {
      weights[m] = place.between(byPart, m);
    }
    return weights;
  }

  /** The weighted mean of the members' forecasts, [member][step ahead]. */
  double[] combine(double[][] members) {
    double[] combined = new double[members[0].length];
    double[][] steps = upTo(combined.length);
    for (int m = 0; m < members.length; m++) {
      double[] forecast = members[m];
      double[] weights = steps[m];
      for (int h = 0; h < combined.length; h++) {
        combined[h] += weights[h] * forecast[h];
      }
    }
    return combined;
  }

  /** The weights of each member by step; kept, since every origin of the past asks for them. */
  private double[][] upTo(int steps) {
    double[][] known = bySteps;
    if (known[0].length >= steps) {
      return known;
    }
    double[][] weights = new double[byPart[0].length][steps];
    for (int h = 0; h < steps; h++) {
      HorizonPlace place = HorizonPlace.of(h, reach);
      for (int m = 0; m < weights.length; m++) {
        weights[m][h] = place.between(byPart, m);
      }
    }
    bySteps = weights;
    return weights;
  }

  /** The weights, averaged over the horizon. */
  double[] average() {
    double[] average = new double[byPart[0].length];
    for (double[] part : byPart) {
      for (int m = 0; m < average.length; m++) {
        average[m] += part[m] / Pool.PARTS;
      }
    }
    return average;
  }

  /** Members' forecasts and outcomes laid flat for the search of weights. */
  private static final class Cases {
    private final double[][] points;
    private final double[][] scales;
    private final double[] actual;
    private int used;

    Cases(int members, int most) {
      points = new double[members][most];
      scales = new double[members][most];
      actual = new double[most];
    }

    /**
     * Adds an even choice of at most {@code most} forecasts of a part of the horizon.
     *
     * @param unit what forecasts and outcomes are divided by
     */
    void collect(Lookback lookback, int part, int visible, int most, double unit) {
      int reach = lookback.reach();
      int end =
          Math.min(reach, Math.max(part * reach / Pool.PARTS + 1, (part + 1) * reach / Pool.PARTS));
      int start = Math.min(part * reach / Pool.PARTS, end - 1);
      int steps = end - start;
      int all = lookback.origins().length * steps;
      int stride = Math.max(1, (all + most - 1) / most);
      int before = used;
      for (int at = 0; at < all && used < actual.length; at += stride) {
        int origin = at / steps;
        int ahead = start + at % steps;
        double outcome = lookback.actual(origin, ahead, visible);
        if (!Double.isNaN(outcome)) {
          actual[used] = outcome / unit;
          for (int m = 0; m < points.length; m++) {
            points[m][used] = lookback.past()[m][origin][ahead] / unit;
          }
          used++;
        }
      }
      scale(before);
    }

    /** A member's scale is its mean absolute error over the series' cases. */
    private void scale(int start) {
      for (int m = 0; m < points.length; m++) {
        double sum = 0;
        for (int c = start; c < used; c++) {
          sum += Math.abs(actual[c] - points[m][c]) / (used - start);
        }
        Arrays.fill(scales[m], start, used, sum);
      }
    }

    double[] weights(double[] prior, double lambda) {
      return Combination.weights(
          known(points), known(scales), Arrays.copyOf(actual, used), prior, lambda);
    }

    private double[][] known(double[][] rows) {
      return Arrays.stream(rows).map(row -> Arrays.copyOf(row, used)).toArray(double[][]::new);
    }
  }
}
