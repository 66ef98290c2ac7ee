package io.tiktoktoe.pricing.test;

import io.tiktoktoe.pricing.insight.PriceAllocation;
import io.tiktoktoe.pricing.insight.PriceArm;
import io.tiktoktoe.pricing.insight.PriceTestPlan;
import io.tiktoktoe.pricing.insight.PriceTestState;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Thompson sampling over a falling demand posterior. The chance of each arm to bring most is
 * counted over draws, so that what is logged as propensity is what the arm was drawn with. A share
 * of the traffic is spread evenly over the arms that still may be best. O(draws arms).
 */
public final class ThompsonPricing {

  /** Draws of the posterior: the chances are known to about .02. */
  private static final int DRAWS = 512;

  /** An arm less likely to be best than this is in the end not worth exploring any more. */
  private static final double HOPELESS = .05;

  /** Sales per arm by which that limit has reached half its height: early doubt is cheap. */
  private static final double PATIENCE = 100;

  /** Sales that the planned contribution counts as. */
  private static final double PRIOR_SALES = 20;

  private ThompsonPricing() {}

  /** How the next persons are to be shared out. */
  public static PriceAllocation allocate(
      PriceTestPlan plan, PriceTestState state, RandomGenerator random) {
    double[] best = chanceOfBest(plan, state, random);
    boolean[] eligible = eligible(plan, state, best);
    double sum = 0;
    int count = 0;
    for (int arm = 0; arm < best.length; arm++) {
      sum += eligible[arm] ? best[arm] : 0;
      count += eligible[arm] ? 1 : 0;
    }
    double least = Math.min(PriceTestPlan.LEAST_PROPENSITY, 1.0 / count);
    // The even share comes first: whatever is drawn by Thompson sampling adds to it.
    double even = Math.max(plan.exploration() / count, least);
    double rest = 1 - even * count;
    List<Double> propensities = new ArrayList<>();
    List<Double> chances = new ArrayList<>();
    for (int arm = 0; arm < best.length; arm++) {
      double drawn = sum > 0 ? best[arm] / sum : 1.0 / count;
      propensities.add(eligible[arm] ? even + rest * drawn : 0);
      // No number of draws makes it certain: as if one more had been shared out evenly.
      chances.add((DRAWS * best[arm] + 1.0 / best.length) / (DRAWS + 1));
    }
    return new PriceAllocation(propensities, chances);
  }

  private static double[] chanceOfBest(
      PriceTestPlan plan, PriceTestState state, RandomGenerator random) {
    double[] best = new double[plan.arms().size()];
    double[] perSale = new double[best.length];
    for (int arm = 0; arm < best.length; arm++) {
      perSale[arm] = perSale(plan.arms().get(arm), state.arms().get(arm));
    }
    new DemandPosterior(plan, state)
        .draw(DRAWS, random, chances -> best[most(chances, perSale)] += 1.0 / DRAWS);
    return best;
  }

  private static int most(double[] chances, double[] perSale) {
    int most = 0;
    for (int arm = 1; arm < chances.length; arm++) {
      most = chances[arm] * perSale[arm] > chances[most] * perSale[most] ? arm : most;
    }
    return most;
  }

  /** What a sale brings: what it was planned to, until there are sales to tell. */
  private static double perSale(PriceArm arm, PriceTestState.Seen seen) {
    return (PRIOR_SALES * arm.contribution() + seen.contribution()) / (PRIOR_SALES + seen.bought());
  }

  private static boolean[] eligible(PriceTestPlan plan, PriceTestState state, double[] best) {
    boolean[] eligible = new boolean[best.length];
    boolean[] losing = PriceJudgement.losing(plan, state);
    int most = 0;
    boolean young = false;
    double hopeless = hopeless(state);
    for (int arm = 0; arm < best.length; arm++) {
      most = best[arm] > best[most] ? arm : most;
      eligible[arm] = best[arm] >= hopeless;
      young |= state.arms().get(arm).settled() < plan.minimumExposure() && eligible[arm];
    }
    for (int arm = 0; arm < best.length; arm++) {
      boolean seen = state.arms().get(arm).settled() >= plan.minimumExposure();
      eligible[arm] |= arm == most || (young && !seen && state.assigned() < youth(plan));
      eligible[arm] &= !losing[arm] || arm == most;
    }
    return eligible;
  }

  private static double hopeless(PriceTestState state) {
    double sales = state.arms().stream().mapToLong(PriceTestState.Seen::bought).sum();
    return HOPELESS * sales / (sales + PATIENCE * state.arms().size());
  }

  /** Persons after which every arm has had its chance. */
  private static long youth(PriceTestPlan plan) {
    return (long) plan.minimumExposure() * plan.arms().size();
  }
}
