package io.tiktoktoe.benchmarks.pricing;

import io.tiktoktoe.stats.LowerRoot;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Thompson sampling on a Gaussian process of profit over prices (Srinivas et al. 2010, Chowdhury
 * and Gopalan 2017): squared exponential kernel of a quarter of the range, noise and scale taken
 * from what was seen. The posterior is solved anew whenever a hundredth more has been seen and is
 * drawn from for each person. O(prices^3) a solution, O(prices^2) a person.
 */
final class SmoothRule implements PriceRule {

  private static final double LENGTH = .25;
  private static final double GROWTH = 1.01;

  private final double[] prices;
  private final RandomGenerator random;
  private final int[] shown;
  private final double[] sums;
  private final double[] squares;
  private final double[] mean;
  private double[][] root;
  private int total;
  private double due;

  SmoothRule(double[] prices, RandomGenerator random) {
    this.prices = prices.clone();
    this.random = random;
    int count = prices.length;
    this.shown = new int[count];
    this.sums = new double[count];
    this.squares = new double[count];
    this.mean = new double[count];
    this.root = new double[count][count];
    solve();
  }

  @Override
  public int choose(int person, int week) {
    if (total >= due) {
      solve();
      due = Math.max(total + 1.0, total * GROWTH);
    }
    double[] z = new double[prices.length];
    Arrays.setAll(z, at -> random.nextGaussian());
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int arm = 0; arm < prices.length; arm++) {
      double drawn = mean[arm];
      for (int other = 0; other <= arm; other++) {
        drawn += root[arm][other] * z[other];
      }
      if (drawn > highest) {
        highest = drawn;
        best = arm;
      }
    }
    return best;
  }

  @Override
  public void learn(int week, int arm, boolean bought, double contribution) {
    shown[arm]++;
    sums[arm] += contribution;
    squares[arm] += contribution * contribution;
    total++;
  }

  /** Posterior mean and the root of its covariance, by adding one price's mean after another. */
  private void solve() {
    int count = prices.length;
    double all = Arrays.stream(sums).sum();
    double level = total == 0 ? prices[count / 2] / 2 : all / total;
    double spread = Math.max(level, prices[0] / 10);
    double noise =
        total < 2
            ? spread * spread
            : Math.max(1e-6, Arrays.stream(squares).sum() / total - level * level);
    double range = prices[count - 1] - prices[0];
    double[][] covariance = new double[count][count];
    for (int i = 0; i < count; i++) {
      mean[i] = level;
      for (int j = 0; j < count; j++) {
        double apart = (prices[i] - prices[j]) / (LENGTH * range);
        covariance[i][j] = spread * spread * Math.exp(-apart * apart / 2);
      }
    }
    for (int arm = 0; arm < count; arm++) {
      if (shown[arm] > 0) {
        update(covariance, arm, noise / shown[arm]);
      }
    }
    root = LowerRoot.of(covariance);
  }

  private void update(double[][] covariance, int arm, double noise) {
    double[] column = covariance[arm].clone();
    double gain = 1 / (column[arm] + noise);
    double off = sums[arm] / shown[arm] - mean[arm];
    for (int i = 0; i < column.length; i++) {
      mean[i] += gain * column[i] * off;
      for (int j = 0; j < column.length; j++) {
        covariance[i][j] -= gain * column[i] * column[j];
      }
    }
  }
}
