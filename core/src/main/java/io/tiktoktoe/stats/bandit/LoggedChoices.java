package io.tiktoktoe.stats.bandit;

import java.util.Arrays;

/**
 * Logged bandit feedback: which arm was shown, how likely that was, what came of it, and how likely
 * a policy would have shown it. Immutable.
 */
public final class LoggedChoices {

  /** How far the chances of a policy may be from summing to 1. */
  private static final double SUM_SLACK = 1e-3;

  private final int[] arms;
  private final double[] rewards;
  private final double[] propensities;
  private final double[] policy;
  private final double[][] policyOfArms;

  private LoggedChoices(
      int[] arms,
      double[] rewards,
      double[] propensities,
      double[] policy,
      double[][] policyOfArms) {
    this.arms = arms.clone();
    this.rewards = rewards.clone();
    this.propensities = propensities.clone();
    this.policy = policy.clone();
    this.policyOfArms = policyOfArms;
    requireLengths();
    for (int row = 0; row < arms.length; row++) {
      require(Double.isFinite(rewards[row]), row, "reward", rewards[row], "a finite number");
      require(
          propensities[row] > 0 && propensities[row] <= 1,
          row,
          "propensity",
          propensities[row],
          "above 0 and at most 1: what could not be shown says nothing of what was not");
      require(policy[row] >= 0 && policy[row] <= 1, row, "policy", policy[row], "from 0 to 1");
    }
  }

  private void requireLengths() {
    if (arms.length == 0
        || rewards.length != arms.length
        || propensities.length != arms.length
        || policy.length != arms.length) {
      throw new IllegalArgumentException(
          "arms (%d), rewards (%d), propensities (%d) and policy (%d) must be as many as each other, at least 1."
              .formatted(arms.length, rewards.length, propensities.length, policy.length));
    }
  }

  private static void require(boolean holds, int row, String name, double value, String must) {
    if (!holds) {
      throw new IllegalArgumentException(
          "row %d: %s (%s) must be %s.".formatted(row + 1, name, value, must));
    }
  }

  /**
   * A log of which only the policy's chance of the arm that was shown is known.
   *
   * @param arms place of the arm shown, from 0
   * @param rewards what came of it
   * @param propensities how likely it was to be shown
   * @param policy how likely the policy would have shown it
   */
  public static LoggedChoices ofShown(
      int[] arms, double[] rewards, double[] propensities, double[] policy) {
    return new LoggedChoices(arms, rewards, propensities, policy, new double[0][]);
  }

  /**
   * A log of which the policy's chances of all arms are known.
   *
   * @param policyOfArms by row and arm; each row sums to 1
   */
  public static LoggedChoices ofArms(
      int[] arms, double[] rewards, double[] propensities, double[][] policyOfArms) {
    double[][] chances = new double[policyOfArms.length][];
    double[] shown = new double[policyOfArms.length];
    for (int row = 0; row < chances.length; row++) {
      chances[row] = policyOfArms[row].clone();
      double sum = 0;
      for (double chance : chances[row]) {
        require(chance >= 0 && chance <= 1, row, "policy", chance, "from 0 to 1");
        sum += chance;
      }
      require(Math.abs(sum - 1) <= SUM_SLACK, row, "sum of the policy", sum, "1");
      if (row < arms.length) {
        shown[row] = chances[row][arms[row]];
      }
    }
    return new LoggedChoices(arms, rewards, propensities, shown, chances);
  }

  /** How many choices were logged. */
  public int size() {
    return arms.length;
  }

  /** How many arms there are. */
  public int armCount() {
    return hasAllArms() ? policyOfArms[0].length : Arrays.stream(arms).max().orElse(0) + 1;
  }

  int arm(int row) {
    return arms[row];
  }

  double reward(int row) {
    return rewards[row];
  }

  /** The policy's chance over that of the log. */
  double weight(int row) {
    return policy[row] / propensities[row];
  }

  boolean hasAllArms() {
    return policyOfArms.length > 0;
  }

  double policyOf(int row, int arm) {
    return policyOfArms[row][arm];
  }
}
