package io.tiktoktoe.series.anomaly;

import io.tiktoktoe.series.anomaly.ScoredPoint.Evidence;
import io.tiktoktoe.series.anomaly.ScoredPoint.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Joins the methods' p-values into one by the Cauchy combination, which holds however the methods
 * depend on each other. Source: Liu, Xie, "Cauchy Combination Test", JASA 115 (2020).
 *
 * <p>Weights come from the series itself: how clearly each method would have seen the same bump at
 * every past step (power), divided by how much too often it cried (calibration). No method falls
 * below a floor while it has anything to say.
 */
final class EvidencePool {

  private static final double FLOOR = .05;

  /** Beyond this many orders of magnitude more power is worth nothing. */
  private static final double ENOUGH = 6;

  /** Calibration is judged by how often p-values fall below this. */
  private static final double CHECKED = .05;

  /** Weights before anything is known, in the order of {@link Method}. */
  private static final double[] PRIOR = {.6, .2, .2};

  /** How many steps the prior power counts for. */
  private static final double PRIOR_STEPS = 50;

  /** A p-value of 1 counts as this, else it would outweigh all the others. */
  private static final double GREATEST = .99;

  private static final int METHODS = Method.values().length;

  private final double[] power = new double[METHODS];
  private final double[] low = new double[METHODS];
  private int steps;

  EvidencePool() {
    for (int m = 0; m < METHODS; m++) {
      power[m] = PRIOR[m] * PRIOR_STEPS;
    }
  }

  /** Current weights, summing to 1; a method that is not at work gets none. */
  double[] weights(boolean[] working) {
    double[] weights = new double[METHODS];
    for (int m = 0; m < METHODS; m++) {
      double tooOften = (low[m] + 1) / (CHECKED * steps + 1);
      weights[m] = working[m] ? power[m] / Math.max(1, tooOften) : 0;
    }
    normalize(weights);
    for (int m = 0; m < METHODS; m++) {
      weights[m] = working[m] ? Math.max(FLOOR, weights[m]) : 0;
    }
    normalize(weights);
    return weights;
  }

  /** Learns from a past step: p-values as they were, and as a bump would have made them. */
  void learn(double[] pValues, double[] pValuesIfBumped) {
    steps++;
    for (int m = 0; m < METHODS; m++) {
      power[m] += Math.min(ENOUGH, -Math.log10(pValuesIfBumped[m]));
      low[m] += pValues[m] < CHECKED ? 1 : 0;
    }
  }

  /** The joint p-value. */
  static double join(double[] weights, double[] pValues) {
    double sum = 0;
    for (int m = 0; m < METHODS; m++) {
      sum += weights[m] * quantile(pValues[m]);
    }
    double joint = sum > 1e8 ? 1 / (Math.PI * sum) : .5 - Math.atan(sum) / Math.PI;
    return joint >= GREATEST ? 1 : Math.max(0, joint);
  }

  /** What each method says; contributions are shares of the joint evidence against the null. */
  static List<Evidence> evidence(double[] weights, double[] pValues) {
    double[] shares = new double[METHODS];
    for (int m = 0; m < METHODS; m++) {
      shares[m] = weights[m] / Math.max(Double.MIN_NORMAL, pValues[m]);
    }
    normalize(shares);
    List<Evidence> evidence = new ArrayList<>(METHODS);
    for (Method method : Method.values()) {
      int m = method.ordinal();
      evidence.add(new Evidence(method, pValues[m], weights[m], shares[m]));
    }
    return evidence;
  }

  // The standard Cauchy variable that is exceeded with chance p.
  private static double quantile(double p) {
    double bounded = Math.min(p, GREATEST);
    return bounded < 1e-8 ? 1 / (Math.PI * bounded) : Math.tan((.5 - bounded) * Math.PI);
  }

  private static void normalize(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    for (int m = 0; m < weights.length; m++) {
      weights[m] = sum > 0 ? weights[m] / sum : 0;
    }
  }
}
