package io.tiktoktoe.stats.bandit;

import java.util.Arrays;

/**
 * Expected reward of each arm, learned on other rows than it is used for (cross-fitting): the arm's
 * mean, pulled towards the mean of all arms. Where the policy's chances of other arms are not known
 * it is one number for all arms, which the policy's value of a constant is.
 */
final class RewardModel {

  private static final int FOLDS = 5;

  /** Rows of the mean of all arms that are added to each arm. */
  private static final double PRIOR_ROWS = 4;

  private final LoggedChoices log;
  private final double[][] means;

  RewardModel(LoggedChoices log) {
    this.log = log;
    this.means = new double[FOLDS][];
    for (int fold = 0; fold < FOLDS; fold++) {
      means[fold] = log.hasAllArms() ? armMeans(fold) : constant(fold);
    }
  }

  private static int fold(int row) {
    return row % FOLDS;
  }

  /** All rows when there are too few to leave some out. */
  private boolean learns(int row, int fold) {
    return fold(row) != fold || log.size() < 2 * FOLDS;
  }

  private double[] armMeans(int fold) {
    double[] sums = new double[log.armCount()];
    double[] counts = new double[log.armCount()];
    double sum = 0;
    double count = 0;
    for (int row = 0; row < log.size(); row++) {
      if (learns(row, fold)) {
        sums[log.arm(row)] += log.reward(row);
        counts[log.arm(row)]++;
        sum += log.reward(row);
        count++;
      }
    }
    for (int arm = 0; arm < sums.length; arm++) {
      sums[arm] = (sums[arm] + PRIOR_ROWS * sum / count) / (counts[arm] + PRIOR_ROWS);
    }
    return sums;
  }

  /** The self-normalised value on the other rows. */
  private double[] constant(int fold) {
    double sum = 0;
    double weights = 0;
    for (int row = 0; row < log.size(); row++) {
      if (learns(row, fold)) {
        sum += log.weight(row) * log.reward(row);
        weights += log.weight(row);
      }
    }
    double[] all = new double[log.armCount()];
    Arrays.fill(all, weights > 0 ? sum / weights : 0);
    return all;
  }

  /** What is expected of the arm that was shown. */
  double ofShown(int row) {
    return means[fold(row)][log.arm(row)];
  }

  /** What is expected of the policy. */
  double ofPolicy(int row) {
    double[] fold = means[fold(row)];
    if (!log.hasAllArms()) {
      return fold[0];
    }
    double sum = 0;
    for (int arm = 0; arm < fold.length; arm++) {
      sum += log.policyOf(row, arm) * fold[arm];
    }
    return sum;
  }
}
