package io.tiktoktoe.pricing.willingness;

import io.tiktoktoe.pricing.insight.ChoiceEstimate;
import io.tiktoktoe.pricing.insight.ChoiceEstimate.Feature;
import io.tiktoktoe.pricing.insight.ChoiceSituation;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Conditional logit of choices (McFadden 1974), by Newton's method on a concave likelihood. O(steps
 * choices alternatives features²).
 */
public final class ChoiceLogit {

  private static final int MOST_STEPS = 60;
  private static final double CLOSE = 1e-10;

  /** Utilities so far apart that every choice is certain: features foretell all choices. */
  private static final double CERTAIN = 500;

  private final List<ChoiceSituation> choices;
  private final int size;
  private final double[] gradient;
  private final DMatrixRMaj information;
  private double logLikelihood;

  private ChoiceLogit(List<ChoiceSituation> choices, int size) {
    this.choices = choices;
    this.size = size;
    this.gradient = new double[size];
    this.information = new DMatrixRMaj(size, size);
  }

  /**
   * Fits all choices.
   *
   * @param names of the features
   * @param price place of the price among them
   * @throws IllegalArgumentException if there is no choice, names do not fit, or the features do
   *     not tell their effects apart
   */
  public static ChoiceEstimate fit(List<ChoiceSituation> choices, List<String> names, int price) {
    if (choices.isEmpty()
        || choices.getFirst().alternatives().getFirst().size() != names.size()
        || price < 0
        || price >= names.size()) {
      throw new IllegalArgumentException(
          "choices (%d) must be at least 1, names (%s) one for each feature, price (%d) one of them."
              .formatted(choices.size(), names, price));
    }
    return new ChoiceLogit(choices, names.size()).estimate(names, price);
  }

  private ChoiceEstimate estimate(List<String> names, int price) {
    double[] utilities = new double[size];
    look(utilities);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] move = solved(gradient.clone());
      double before = logLikelihood;
      double share = 1;
      double[] tried = moved(utilities, move, share);
      look(tried);
      while (!(logLikelihood >= before) && share > 1e-6) {
        share /= 2;
        tried = moved(utilities, move, share);
        look(tried);
      }
      utilities = tried;
      if (Arrays.stream(utilities).anyMatch(one -> Math.abs(one) > CERTAIN)) {
        throw apart(names);
      }
      if (Math.abs(logLikelihood - before) <= CLOSE * (1 + Math.abs(logLikelihood))) {
        return told(names, price, utilities);
      }
    }
    throw apart(names);
  }

  private static IllegalArgumentException apart(List<String> names) {
    return new IllegalArgumentException(
        "features (%s) cannot be told apart, or foretell every choice. Leave one out, or add choices."
            .formatted(String.join(", ", names)));
  }

  private static double[] moved(double[] from, double[] move, double share) {
    double[] to = from.clone();
    for (int at = 0; at < to.length; at++) {
      to[at] += share * move[at];
    }
    return to;
  }

  private double[] solved(double[] right) {
    DMatrixRMaj solution = new DMatrixRMaj(size, 1);
    if (!CommonOps_DDRM.solve(information, new DMatrixRMaj(size, 1, true, right), solution)
        || Arrays.stream(solution.data).anyMatch(one -> !Double.isFinite(one))) {
      throw apart(List.of("all"));
    }
    return solution.data;
  }

  /** Likelihood, gradient and information at these utilities. */
  private void look(double[] utilities) {
    logLikelihood = 0;
    Arrays.fill(gradient, 0);
    information.zero();
    for (ChoiceSituation choice : choices) {
      add(choice, utilities);
    }
  }

  private void add(ChoiceSituation choice, double[] utilities) {
    List<List<Double>> alternatives = choice.alternatives();
    double[] chances = new double[alternatives.size()];
    double most = Double.NEGATIVE_INFINITY;
    for (int one = 0; one < chances.length; one++) {
      for (int at = 0; at < size; at++) {
        chances[one] += utilities[at] * alternatives.get(one).get(at);
      }
      most = Math.max(most, chances[one]);
    }
    double sum = 0;
    double chosen = chances[choice.chosen()];
    for (int one = 0; one < chances.length; one++) {
      chances[one] = Math.exp(chances[one] - most);
      sum += chances[one];
    }
    logLikelihood += chosen - most - Math.log(sum);
    double[] mean = new double[size];
    for (int one = 0; one < chances.length; one++) {
      for (int at = 0; at < size; at++) {
        mean[at] += chances[one] / sum * alternatives.get(one).get(at);
      }
    }
    for (int at = 0; at < size; at++) {
      gradient[at] += alternatives.get(choice.chosen()).get(at) - mean[at];
    }
    for (int one = 0; one < chances.length; one++) {
      for (int at = 0; at < size; at++) {
        double away = alternatives.get(one).get(at) - mean[at];
        for (int other = 0; other < size; other++) {
          information.data[at * size + other] +=
              chances[one] / sum * away * (alternatives.get(one).get(other) - mean[other]);
        }
      }
    }
  }

  private ChoiceEstimate told(List<String> names, int price, double[] utilities) {
    DMatrixRMaj covariance = new DMatrixRMaj(size, size);
    if (!CommonOps_DDRM.invert(information, covariance)) {
      throw apart(names);
    }
    List<Feature> features = new ArrayList<>();
    for (int at = 0; at < size; at++) {
      double error = Math.sqrt(covariance.get(at, at));
      double worth = -utilities[at] / utilities[price];
      // The delta method: the gradient of the ratio, times the covariance.
      double own = -1 / utilities[price];
      double cross = utilities[at] / (utilities[price] * utilities[price]);
      double variance =
          own * own * covariance.get(at, at)
              + 2 * own * cross * covariance.get(at, price)
              + cross * cross * covariance.get(price, price);
      features.add(
          at == price
              ? new Feature(
                  names.get(at),
                  utilities[at],
                  error,
                  Double.NaN,
                  new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Interval.WIDE))
              : new Feature(
                  names.get(at),
                  utilities[at],
                  error,
                  worth,
                  Interval.normal(worth, Math.sqrt(Math.max(0, variance)), Interval.WIDE)));
    }
    return new ChoiceEstimate(features, logLikelihood, choices.size());
  }
}
