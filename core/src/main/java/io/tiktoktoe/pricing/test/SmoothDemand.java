package io.tiktoktoe.pricing.test;

import io.tiktoktoe.pricing.insight.PriceArm;
import io.tiktoktoe.stats.LowerRoot;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Gaussian process posterior of the chances of buying at ascending prices, drawn and projected on
 * sequences that never rise with the price (Rasmussen and Williams 2006, chapter 2; Lin and Dunson
 * 2014). Neighbouring prices have like chances, so each arm learns from all others, most from those
 * beside it. A priori every price earns the same: the chance falls as its inverse. Offers without
 * an order of prices learn for themselves. O(arms^3) once, O(arms^2) a draw.
 */
final class SmoothDemand {

  /** Highest chance of buying that is expected before anything was seen. */
  private static final double MOST = .9;

  /** Prior standard deviation of a chance over its mean. */
  private static final double SPREAD = 1.5;

  /** Sales at the prior's chance that the variance of a rate takes each arm to have seen. */
  private static final double PRIOR = 1;

  /** Least share of refusals in the variance of a rate: an extrapolated rate may be above 1. */
  private static final double REFUSED = .02;

  private final boolean ordered;
  private final double[] means;
  private final double[][] root;
  private final double[] weights;
  private final double[] normals;
  private final double[] blocks;
  private final double[] blockWeights;
  private final int[] sizes;
  private double evidence;

  /**
   * How demand may change from price to price.
   *
   * @param length how far prices have to do with each other, as a share of their range
   * @param rough share of the prior's variance that falls off at once, as where demand jumps
   */
  record Smoothness(double length, double rough) {

    private double likeness(double apart) {
      double scaled = apart / length;
      return (1 - rough) * Math.exp(-scaled * scaled / 2) + rough * Math.exp(-scaled);
    }
  }

  /**
   * A posterior.
   *
   * @param persons by arm, as many as would have been as likely to buy
   * @param bought by arm, how many did
   */
  SmoothDemand(
      List<PriceArm> arms,
      double[] persons,
      double[] bought,
      boolean ordered,
      Smoothness smoothness) {
    this.ordered = ordered;
    int count = arms.size();
    this.means = prior(arms, persons, bought);
    this.weights = new double[count];
    this.normals = new double[count];
    this.blocks = new double[count];
    this.blockWeights = new double[count];
    this.sizes = new int[count];
    double[] start = means.clone();
    double[][] covariance = covariance(arms, ordered, smoothness);
    for (int arm = 0; arm < count; arm++) {
      double n = persons[arm];
      if (n > 0) {
        double rate = (bought[arm] + PRIOR) / (n + PRIOR / start[arm]);
        double noise = Math.max(rate * Math.max(REFUSED, 1 - rate), 1e-6) / n;
        learn(covariance, arm, bought[arm] / n, noise);
      }
    }
    for (int arm = 0; arm < count; arm++) {
      weights[arm] = 1 / Math.max(covariance[arm][arm], 1e-12);
    }
    this.root = LowerRoot.of(covariance);
  }

  /** Chances under which every price earns the same, at the level of all sales. */
  private static double[] prior(List<PriceArm> arms, double[] persons, double[] bought) {
    double shown = 1 / arms.get(arms.size() / 2).price();
    double sales = .5;
    for (int arm = 0; arm < persons.length; arm++) {
      shown += persons[arm] / arms.get(arm).price();
      sales += bought[arm];
    }
    double[] means = new double[persons.length];
    for (int arm = 0; arm < means.length; arm++) {
      means[arm] = Math.min(MOST, sales / shown / arms.get(arm).price());
    }
    return means;
  }

  private double[][] covariance(List<PriceArm> arms, boolean ordered, Smoothness smoothness) {
    int count = arms.size();
    double range = Math.max(1e-9, arms.getLast().price() - arms.getFirst().price());
    double variance = SPREAD * SPREAD;
    double[][] covariance = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        double near = i == j ? 1 : 0;
        double apart = Math.abs(arms.get(i).price() - arms.get(j).price()) / range;
        covariance[i][j] =
            variance * means[i] * means[j] * (ordered ? smoothness.likeness(apart) : near);
      }
    }
    return covariance;
  }

  private void learn(double[][] covariance, int arm, double rate, double noise) {
    double[] column = covariance[arm].clone();
    double gain = 1 / (column[arm] + noise);
    double off = rate - means[arm];
    evidence += (Math.log(gain) - off * off * gain) / 2;
    for (int i = 0; i < column.length; i++) {
      means[i] += gain * column[i] * off;
      for (int j = 0; j < column.length; j++) {
        covariance[i][j] -= gain * column[i] * column[j];
      }
    }
  }

  /** Logarithm of how likely this made what was seen, up to a constant of what was seen. */
  double evidence() {
    return evidence;
  }

  /** One draw: a chance of buying for each arm, falling. */
  void draw(double[] chances, RandomGenerator random) {
    int count = 0;
    for (int arm = 0; arm < chances.length; arm++) {
      normals[arm] = random.nextGaussian();
      double drawn = means[arm];
      for (int other = 0; other <= arm; other++) {
        drawn += root[arm][other] * normals[other];
      }
      blocks[count] = Math.clamp(drawn, 0, 1);
      blockWeights[count] = weights[arm];
      sizes[count] = 1;
      while (ordered && count > 0 && blocks[count] > blocks[count - 1]) {
        double both = blockWeights[count - 1] + blockWeights[count];
        blocks[count - 1] =
            (blockWeights[count - 1] * blocks[count - 1] + blockWeights[count] * blocks[count])
                / both;
        blockWeights[count - 1] = both;
        sizes[count - 1] += sizes[count];
        count--;
      }
      count++;
    }
    int arm = 0;
    for (int block = 0; block < count; block++) {
      for (int one = 0; one < sizes[block]; one++) {
        chances[arm++] = blocks[block];
      }
    }
  }
}
