package io.tiktoktoe.stats.bandit;

import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Off-policy evaluation: the value of a policy from a log of another one's choices. O(rows arms).
 */
public final class OffPolicy {

  /** Narrower than this share of a reward, an interval has no width but rounding. */
  private static final double EQUAL = 1e-9;

  /** Quantiles of the weights that are tried as the limit beyond which the model is asked alone. */
  private static final double[] LIMITS = {.9, .95, .98, .99, .995, 1};

  private final LoggedChoices log;
  private final double[] weights;

  private OffPolicy(LoggedChoices log) {
    this.log = log;
    this.weights = new double[log.size()];
    for (int row = 0; row < weights.length; row++) {
      weights[row] = log.weight(row);
    }
  }

  /**
   * What a policy would have brought.
   *
   * @param values by each estimator, in their order
   * @param effectiveSize how many rows of equal weight would say as much (Kish 1965)
   * @param largestShare share of the largest weight in their sum
   */
  public record Evaluation(List<PolicyValue> values, double effectiveSize, double largestShare) {

    public Evaluation {
      values = List.copyOf(values);
    }
  }

  /**
   * Evaluates by every estimator.
   *
   * @throws IllegalArgumentException if the policy would never have shown what was logged
   */
  public static Evaluation evaluate(LoggedChoices log) {
    return new OffPolicy(log).evaluate();
  }

  private Evaluation evaluate() {
    double sum = 0;
    double squares = 0;
    double largest = 0;
    for (double weight : weights) {
      sum += weight;
      squares += weight * weight;
      largest = Math.max(largest, weight);
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException(
          "policy (0 in every row) would never have shown what was logged. Evaluate one that"
              + " overlaps with the log.");
    }
    List<PolicyValue> values = new ArrayList<>();
    values.add(told(PolicyValue.Estimator.IPS, weightedRewards()));
    values.add(told(PolicyValue.Estimator.SNIPS, selfNormalised(sum)));
    RewardModel model = new RewardModel(log);
    values.add(told(PolicyValue.Estimator.DR, robust(model, Double.POSITIVE_INFINITY)));
    values.add(switched(model));
    return new Evaluation(values, sum * sum / squares, largest / sum);
  }

  private PolicyValue told(PolicyValue.Estimator estimator, double[] parts) {
    double value = SkewedMean.mean(parts);
    return new PolicyValue(estimator, value, reaching(possible(SkewedMean.interval(parts)), value));
  }

  /** Weights carry an estimate beyond what can be; an interval tells of no other number than it. */
  private static Interval reaching(Interval interval, double value) {
    return new Interval(
        Math.min(interval.lo(), value), Math.max(interval.hi(), value), interval.confidence());
  }

  /** A mean of zeros and ones lies between them; rewards that are all alike make nothing sure. */
  private Interval possible(Interval interval) {
    boolean binary = true;
    double largest = 0;
    double squares = 0;
    double sum = 0;
    for (int row = 0; row < log.size(); row++) {
      binary &= log.reward(row) == 0 || log.reward(row) == 1;
      largest = Math.max(largest, Math.abs(log.reward(row)));
      squares += weights[row] * weights[row];
      sum += weights[row];
    }
    Interval within = binary ? interval.clamp(0, 1) : interval;
    double scale = binary ? 1 : largest;
    if (within.hi() - within.lo() > EQUAL * scale) {
      return within;
    }
    // What never came in n choices may come with a chance of 1 - .05^(1/n) in each.
    double reach = scale * -Math.expm1(Math.log(1 - Interval.WIDE) * squares / (sum * sum));
    Interval wider = new Interval(within.lo() - reach, within.hi() + reach, interval.confidence());
    return binary ? wider.clamp(0, 1) : wider;
  }

  private double[] weightedRewards() {
    double[] parts = new double[weights.length];
    for (int row = 0; row < parts.length; row++) {
      parts[row] = weights[row] * log.reward(row);
    }
    return parts;
  }

  /** The value plus each row's influence on it. */
  private double[] selfNormalised(double sum) {
    double value = 0;
    for (int row = 0; row < weights.length; row++) {
      value += weights[row] * log.reward(row) / sum;
    }
    double[] parts = new double[weights.length];
    double mean = sum / weights.length;
    for (int row = 0; row < parts.length; row++) {
      parts[row] = value + weights[row] * (log.reward(row) - value) / mean;
    }
    return parts;
  }

  private double[] robust(RewardModel model, double limit) {
    double[] parts = new double[weights.length];
    for (int row = 0; row < parts.length; row++) {
      double error = log.reward(row) - model.ofShown(row);
      parts[row] = model.ofPolicy(row) + (weights[row] <= limit ? weights[row] * error : 0);
    }
    return parts;
  }

  /**
   * The limit of least estimated squared error. The interval reaches as far as what was left to the
   * model may matter.
   */
  private PolicyValue switched(RewardModel model) {
    double[] ascending = weights.clone();
    Arrays.sort(ascending);
    double[] full = robust(model, Double.POSITIVE_INFINITY);
    double least = Double.POSITIVE_INFINITY;
    double[] best = full;
    for (double quantile : LIMITS) {
      double limit =
          quantile == 1 ? Double.POSITIVE_INFINITY : Quantiles.ofSorted(ascending, quantile);
      double[] parts = robust(model, limit);
      double[] left = difference(full, parts);
      double bias = SkewedMean.mean(left);
      double squaredBias = Math.max(0, bias * bias - SkewedMean.variance(left) / left.length);
      double squared = SkewedMean.variance(parts) / parts.length + squaredBias;
      if (squared < least) {
        least = squared;
        best = parts;
      }
    }
    Interval interval = SkewedMean.interval(best);
    Interval left = SkewedMean.interval(difference(full, best));
    Interval over =
        new Interval(
            interval.lo() + Math.min(0, left.lo()),
            interval.hi() + Math.max(0, left.hi()),
            interval.confidence());
    double value = SkewedMean.mean(best);
    return new PolicyValue(PolicyValue.Estimator.SWITCH_DR, value, reaching(possible(over), value));
  }

  private static double[] difference(double[] from, double[] taken) {
    double[] left = new double[from.length];
    for (int row = 0; row < left.length; row++) {
      left[row] = from[row] - taken[row];
    }
    return left;
  }
}
