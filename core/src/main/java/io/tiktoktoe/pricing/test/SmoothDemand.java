package io.tiktoktoe.pricing.test;

import io.tiktoktoe.pricing.insight.PriceArm;
import io.tiktoktoe.pricing.insight.PriceTestState;
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

  /** How far prices have to do with each other, as a share of their range. */
  private static final double LENGTH = .25;

  /** Share of the prior's variance that falls off at once, as where demand jumps. */
  private static final double ROUGH = .5;

  /** Prior standard deviation of a chance over its mean. */
  private static final double SPREAD = 1.5;

  /** Sales at the prior's chance that the variance of a rate takes each arm to have seen. */
  private static final double PRIOR = 1;

  private final boolean ordered;
  private final RandomGenerator random;
  private final double[] means;
  private final double[][] root;
  private final double[] weights;
  private final double[] normals;
  private final double[] blocks;
  private final double[] blockWeights;
  private final int[] sizes;

  SmoothDemand(
      List<PriceArm> arms,
      List<PriceTestState.Seen> seen,
      boolean ordered,
      RandomGenerator random) {
    this.ordered = ordered;
    int count = arms.size();
    this.random = random;
    this.means = new double[count];
    this.root = new double[count][count];
    this.weights = new double[count];
    this.normals = new double[count];
    this.blocks = new double[count];
    this.blockWeights = new double[count];
    this.sizes = new int[count];
    double shown = 1 / arms.get(count / 2).price();
    double bought = .5;
    for (int arm = 0; arm < count; arm++) {
      shown += seen.get(arm).settled() / arms.get(arm).price();
      bought += seen.get(arm).bought();
    }
    for (int arm = 0; arm < count; arm++) {
      means[arm] = Math.min(MOST, bought / shown / arms.get(arm).price());
    }
    double[] start = means.clone();
    double[][] covariance = prior(arms, means, ordered);
    for (int arm = 0; arm < count; arm++) {
      PriceTestState.Seen one = seen.get(arm);
      double n = one.settled();
      if (n > 0) {
        double rate = (one.bought() + PRIOR) / (n + PRIOR / start[arm]);
        learn(covariance, arm, one.bought() / n, Math.max(rate * (1 - rate), 1e-6) / n);
      }
    }
    for (int arm = 0; arm < count; arm++) {
      weights[arm] = 1 / Math.max(covariance[arm][arm], 1e-12);
    }
    cholesky(covariance);
  }

  private static double[][] prior(List<PriceArm> arms, double[] means, boolean ordered) {
    int count = arms.size();
    double range = Math.max(1e-9, arms.getLast().price() - arms.getFirst().price());
    double variance = SPREAD * SPREAD;
    double[][] covariance = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        double near = i == j ? 1 : 0;
        double apart = Math.abs(arms.get(i).price() - arms.get(j).price()) / (LENGTH * range);
        covariance[i][j] = variance * means[i] * means[j] * (ordered ? likeness(apart) : near);
      }
    }
    return covariance;
  }

  private static double likeness(double apart) {
    return (1 - ROUGH) * Math.exp(-apart * apart / 2) + ROUGH * Math.exp(-apart);
  }

  private void learn(double[][] covariance, int arm, double rate, double noise) {
    double[] column = covariance[arm].clone();
    double gain = 1 / (column[arm] + noise);
    double off = rate - means[arm];
    for (int i = 0; i < column.length; i++) {
      means[i] += gain * column[i] * off;
      for (int j = 0; j < column.length; j++) {
        covariance[i][j] -= gain * column[i] * column[j];
      }
    }
  }

  private void cholesky(double[][] covariance) {
    for (int i = 0; i < root.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = covariance[i][j];
        for (int k = 0; k < j; k++) {
          sum -= root[i][k] * root[j][k];
        }
        if (i == j) {
          root[i][i] = Math.sqrt(Math.max(0, sum));
        } else {
          root[i][j] = root[j][j] > 1e-9 ? sum / root[j][j] : 0;
        }
      }
    }
  }

  /** One draw: a chance of buying for each arm, falling. */
  void draw(double[] chances) {
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
