package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.risk.exposure.ShockLearning.Fall;
import io.tiktoktoe.risk.exposure.ShockLearning.Found;
import io.tiktoktoe.stats.Interval;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Sizes of shocks by peaks over a threshold with selection and errors of measurement: the logarithm
 * of what a fall takes is a least size plus an exponential excess, it is seen with a normal error,
 * and only when it is deeper than what counts in that week. The mean excess has a log-normal prior,
 * so falls that were seen because chance deepened them do not pass for usual ones (winner's curse).
 *
 * <p>Cost: some ten thousand normal probabilities for each kind.
 */
final class ShockSizes {

  /** Prior of the mean excess: a fall by a quarter is usual; e times more or less is likely. */
  private static final double USUAL_EXCESS = 0.2;

  private static final double PRIOR_SPREAD = 0.6;

  private static final double STEP = 0.02;
  private static final int SIZES = 150;
  private static final double[] MEANS = means();

  /** Of many weeks so many tell how well falls are seen. */
  private static final int MOST_WEEKS = 50;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double least;
  private final double[] chances;

  private ShockSizes(double least, double[] chances) {
    this.least = least;
    this.chances = chances;
  }

  /**
   * Sizes of one kind.
   *
   * @param least logarithm of the smallest loss that is a fall, above 0
   * @param all what was found of the kind on all platforms
   */
  static ShockSizes of(double least, List<Found> all) {
    double[] seen = new double[SIZES];
    double weeks = all.stream().mapToDouble(one -> one.least().length).sum();
    for (Found one : all) {
      for (int size = 0; size < SIZES; size++) {
        seen[size] += seen(one, size(least, size)) * one.least().length / Math.max(1, weeks);
      }
    }
    double[] weights = new double[MEANS.length];
    for (int at = 0; at < weights.length; at++) {
      double[] law = law(MEANS[at]);
      double power = 0;
      for (int size = 0; size < SIZES; size++) {
        power += law[size] * seen[size];
      }
      double log =
          LogNormalDistribution.of(Math.log(USUAL_EXCESS), PRIOR_SPREAD).logDensity(MEANS[at])
              + Math.log(MEANS[at]);
      for (Found one : all) {
        for (Fall fall : one.falls()) {
          log += Math.log(density(fall, least, law) + Double.MIN_NORMAL) - Math.log(power + 1e-12);
        }
      }
      weights[at] = log;
    }
    return new ShockSizes(least, mixed(weights));
  }

  /** The predictive law of the excess: laws of all means by their posterior weights. */
  private static double[] mixed(double[] logWeights) {
    double most = Arrays.stream(logWeights).max().orElse(0);
    double[] chances = new double[SIZES];
    double sum = Arrays.stream(logWeights).map(one -> Math.exp(one - most)).sum();
    for (int at = 0; at < logWeights.length; at++) {
      double weight = Math.exp(logWeights[at] - most) / sum;
      double[] law = law(MEANS[at]);
      for (int size = 0; size < SIZES; size++) {
        chances[size] += weight * law[size];
      }
    }
    return chances;
  }

  private static double density(Fall fall, double least, double[] law) {
    double density = 0;
    for (int size = 0; size < SIZES; size++) {
      double apart = (-fall.change() - size(least, size)) / fall.error();
      density += law[size] * NORMAL.density(apart) / fall.error();
    }
    return density;
  }

  /** Chance that a fall of this size in one of the weeks watched counts. */
  private static double seen(Found found, double size) {
    int weeks = found.least().length;
    int every = Math.max(1, weeks / MOST_WEEKS);
    double sum = 0;
    int count = 0;
    for (int week = 0; week < weeks; week += every) {
      sum += NORMAL.cumulativeProbability((size - found.least()[week]) / found.errors()[week]);
      count++;
    }
    return count == 0 ? 0 : sum / count;
  }

  /** Share of such falls that would be seen where this was found. */
  double power(Found found) {
    double power = 0;
    for (int size = 0; size < SIZES; size++) {
      power += chances[size] * seen(found, size(least, size));
    }
    return power;
  }

  /** Share that a usual fall takes: the geometric mean of what is left. */
  double fall() {
    double log = 0;
    for (int size = 0; size < SIZES; size++) {
      log += chances[size] * size(least, size);
    }
    return -Math.expm1(-log);
  }

  /** Predictive interval of the share that the next fall takes. */
  Interval next() {
    return Interval.equalTailed(this::quantile, Interval.WIDE);
  }

  private double quantile(double probability) {
    double sum = 0;
    for (int size = 0; size < SIZES; size++) {
      if (sum + chances[size] >= probability || size == SIZES - 1) {
        double within = chances[size] > 0 ? (probability - sum) / chances[size] : 0.5;
        return -Math.expm1(-(least + (size + Math.clamp(within, 0, 1)) * STEP));
      }
      sum += chances[size];
    }
    return 1;
  }

  private static double size(double least, int at) {
    return least + (at + 0.5) * STEP;
  }

  /** Chances of the steps of an exponential excess; what lies beyond the last falls to it. */
  private static double[] law(double mean) {
    double[] law = new double[SIZES];
    for (int at = 0; at < SIZES; at++) {
      double beyond = at == SIZES - 1 ? 0 : Math.exp(-(at + 1) * STEP / mean);
      law[at] = Math.exp(-at * STEP / mean) - beyond;
    }
    return law;
  }

  private static double[] means() {
    double[] means = new double[25];
    Arrays.setAll(means, at -> 0.03 * Math.pow(1.2, at));
    return means;
  }
}
