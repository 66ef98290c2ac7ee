package io.tiktoktoe.pricing.test;

import io.tiktoktoe.pricing.insight.PriceTestPlan;
import io.tiktoktoe.pricing.insight.PriceTestState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Elasticity of demand to the prices that were charged before: who undercuts follows a test
 * downwards, so that the same price sells less once cheaper ones were shown for a while. Each price
 * is then worth what it sells when it has been charged for long, which what is best today is not.
 *
 * <p>A chance of buying at price p after weeks at m is f(p) (m / p)^e; e is 0 but for a small prior
 * chance. Weeks move for other reasons too: the logarithm of their level is a random walk (local
 * level model: Durbin and Koopman 2012), so that a season or a trend is no answer to prices. The
 * likelihood of a walk is the Kalman filter's, averaged over how far it may go in a week. O(weeks
 * arms).
 */
final class DemandReaction {

  private static final double[] ELASTICITIES = {0, 1, 2};

  /** Prior chance that nothing answers. */
  private static final double NONE = .95;

  /** How far the logarithm of the level may move in a week. */
  private static final double[] STEPS = {.02, .05, .1};

  /** Variance of the level of the first week about that of all. */
  private static final double FIRST = .1;

  private final PriceTestPlan plan;
  private final double elasticity;
  private final double[] persons;
  private final double[] chances;
  private final double logLikelihood;

  private DemandReaction(PriceTestPlan plan, PriceTestState state, double elasticity) {
    this.plan = plan;
    this.elasticity = elasticity;
    int arms = plan.arms().size();
    this.persons = new double[arms];
    this.chances = new double[arms];
    if (elasticity == 0) {
      Arrays.setAll(persons, arm -> state.arms().get(arm).settled());
    } else {
      state.weeks().forEach(this::count);
    }
    for (int arm = 0; arm < arms; arm++) {
      chances[arm] = persons[arm] > 0 ? state.arms().get(arm).bought() / persons[arm] : 0;
    }
    this.logLikelihood = logLikelihood(state.weeks());
  }

  /**
   * One belief.
   *
   * @param weight chance of it
   * @param persons by arm, how many would have bought as much as was bought, had the arm's price
   *     been charged for long
   */
  record Belief(double weight, double[] persons) {}

  /** What may be; one belief where prices have no order or nobody says when persons came. */
  static List<Belief> beliefs(PriceTestPlan plan, PriceTestState state) {
    DemandReaction none = new DemandReaction(plan, state, 0);
    if (!plan.ordered() || state.weeks().size() < 2) {
      return List.of(new Belief(1, none.persons));
    }
    List<DemandReaction> all = new ArrayList<>();
    for (double elasticity : ELASTICITIES) {
      all.add(elasticity == 0 ? none : new DemandReaction(plan, state, elasticity));
    }
    double most = all.stream().mapToDouble(one -> one.logLikelihood).max().orElseThrow();
    double[] weights = new double[all.size()];
    for (int at = 0; at < weights.length; at++) {
      double prior = at == 0 ? NONE : (1 - NONE) / (weights.length - 1);
      weights[at] = prior * Math.exp(all.get(at).logLikelihood - most);
    }
    double sum = Arrays.stream(weights).sum();
    List<Belief> beliefs = new ArrayList<>();
    for (int at = 0; at < weights.length; at++) {
      beliefs.add(new Belief(weights[at] / sum, all.get(at).persons));
    }
    return beliefs;
  }

  private double answer(PriceTestState.Week week, int arm) {
    return elasticity == 0 ? 1 : Math.pow(week.before() / plan.arms().get(arm).price(), elasticity);
  }

  private void count(PriceTestState.Week week) {
    for (int arm = 0; arm < persons.length; arm++) {
      persons[arm] += week.settled().get(arm) * answer(week, arm);
    }
  }

  private double logLikelihood(List<PriceTestState.Week> weeks) {
    double[] levels = new double[weeks.size()];
    double[] variances = new double[weeks.size()];
    for (int at = 0; at < levels.length; at++) {
      double expected = 0;
      long bought = 0;
      for (int arm = 0; arm < chances.length; arm++) {
        PriceTestState.Week week = weeks.get(at);
        expected += chances[arm] * week.settled().get(arm) * answer(week, arm);
        bought += week.bought().get(arm);
      }
      levels[at] = Math.log((bought + .5) / (expected + .5));
      // A week in which nothing could be sold tells nothing.
      variances[at] = expected > 0 ? 1.0 / (bought + 1) : Double.POSITIVE_INFINITY;
    }
    double[] walks = new double[STEPS.length];
    Arrays.setAll(walks, at -> walk(levels, variances, STEPS[at] * STEPS[at]));
    double most = Arrays.stream(walks).max().orElseThrow();
    return most + Math.log(Arrays.stream(walks).map(one -> Math.exp(one - most)).sum());
  }

  private static double walk(double[] levels, double[] variances, double step) {
    double mean = 0;
    double variance = FIRST;
    double logLikelihood = 0;
    for (int at = 0; at < levels.length; at++) {
      variance += step;
      if (Double.isFinite(variances[at])) {
        double all = variance + variances[at];
        double off = levels[at] - mean;
        logLikelihood -= (Math.log(all) + off * off / all) / 2;
        mean += variance / all * off;
        variance *= 1 - variance / all;
      }
    }
    return logLikelihood;
  }
}
