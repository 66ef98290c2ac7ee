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
 * <p>A chance of buying at price p after weeks at m is f(p) (m / p)^e; e is 0 but for a prior of a
 * tenth. Weeks move for other reasons too, so that the likelihood of sales (Poisson) counts the
 * less, the more weeks scatter about the best of these (quasi-likelihood: Wedderburn 1974). O(weeks
 * arms).
 */
final class DemandReaction {

  private static final double[] ELASTICITIES = {0, 1, 2};

  /** Prior chance that nothing answers. */
  private static final double NONE = .9;

  private final PriceTestPlan plan;
  private final List<PriceTestState.Week> weeks;
  private final double elasticity;
  private final double[] persons;
  private final double[] chances;
  private double logLikelihood;
  private double scatter;

  private DemandReaction(PriceTestPlan plan, PriceTestState state, double elasticity) {
    this.plan = plan;
    this.weeks = state.weeks();
    this.elasticity = elasticity;
    int arms = plan.arms().size();
    this.persons = new double[arms];
    this.chances = new double[arms];
    if (elasticity == 0) {
      Arrays.setAll(persons, arm -> state.arms().get(arm).settled());
    } else {
      weeks.forEach(
          week -> {
            for (int arm = 0; arm < arms; arm++) {
              persons[arm] += week.settled().get(arm) * answer(week, arm);
            }
          });
    }
    for (int arm = 0; arm < arms; arm++) {
      chances[arm] = persons[arm] > 0 ? state.arms().get(arm).bought() / persons[arm] : 0;
    }
    weeks.forEach(this::compare);
  }

  /**
   * One belief.
   *
   * @param weight chance of it
   * @param persons by arm, how many would have sold as much as was sold, had the arm's price been
   *     charged for long
   */
  record Belief(double weight, double[] persons) {}

  /** What may be; one belief where prices have no order or nobody says when persons came. */
  static List<Belief> beliefs(PriceTestPlan plan, PriceTestState state) {
    DemandReaction none = new DemandReaction(plan, state, 0);
    if (!plan.ordered() || state.weeks().size() < 2) {
      return List.of(new Belief(1, none.persons));
    }
    List<DemandReaction> all = new ArrayList<>();
    DemandReaction best = none;
    for (double elasticity : ELASTICITIES) {
      DemandReaction one = elasticity == 0 ? none : new DemandReaction(plan, state, elasticity);
      all.add(one);
      best = one.logLikelihood > best.logLikelihood ? one : best;
    }
    double dispersion = Math.max(1, best.scatter / Math.max(1, state.weeks().size() - 2));
    double[] weights = new double[all.size()];
    for (int at = 0; at < weights.length; at++) {
      double prior = at == 0 ? NONE : (1 - NONE) / (weights.length - 1);
      weights[at] = prior * Math.exp((all.get(at).logLikelihood - best.logLikelihood) / dispersion);
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

  private void compare(PriceTestState.Week week) {
    double expected = 0;
    long bought = 0;
    for (int arm = 0; arm < chances.length; arm++) {
      double mean = chances[arm] * week.settled().get(arm) * answer(week, arm);
      long sales = week.bought().get(arm);
      expected += mean;
      bought += sales;
      logLikelihood += (sales > 0 ? sales * Math.log(mean) : 0) - mean;
    }
    scatter += expected > 0 ? (bought - expected) * (bought - expected) / expected : 0;
  }
}
