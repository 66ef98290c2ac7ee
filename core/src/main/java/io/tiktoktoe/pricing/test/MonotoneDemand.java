package io.tiktoktoe.pricing.test;

import io.tiktoktoe.pricing.insight.PriceTestState;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;

/**
 * Posterior of the chances of buying at ascending prices, which never rise with the price: draws of
 * independent beta posteriors, projected on falling sequences by pooling neighbours that violate
 * the order (Lin and Dunson 2014). Each arm so learns from all others. Offers without an order
 * learn for themselves. O(arms) a draw.
 */
final class MonotoneDemand {

  /** Persons of even odds that each arm is taken to have seen before. */
  private static final double PRIOR = .5;

  private final SharedStateContinuousSampler[] bought;
  private final SharedStateContinuousSampler[] notBought;
  private final double[] weights;
  private final double[] means;
  private final double[] pooledWeights;
  private final int[] sizes;
  private final boolean ordered;

  MonotoneDemand(List<PriceTestState.Seen> arms, boolean ordered, RandomGenerator random) {
    this.ordered = ordered;
    UniformRandomProvider source = random::nextLong;
    int count = arms.size();
    this.bought = new SharedStateContinuousSampler[count];
    this.notBought = new SharedStateContinuousSampler[count];
    this.weights = new double[count];
    this.means = new double[count];
    this.pooledWeights = new double[count];
    this.sizes = new int[count];
    for (int arm = 0; arm < count; arm++) {
      PriceTestState.Seen seen = arms.get(arm);
      bought[arm] = gamma(source, PRIOR + seen.bought());
      notBought[arm] = gamma(source, PRIOR + seen.settled() - seen.bought());
      weights[arm] = 2 * PRIOR + seen.settled();
    }
  }

  private static SharedStateContinuousSampler gamma(UniformRandomProvider source, double shape) {
    return AhrensDieterMarsagliaTsangGammaSampler.of(source, shape, 1);
  }

  /** One draw: a chance of buying for each arm, falling. */
  void draw(double[] chances) {
    int blocks = 0;
    for (int arm = 0; arm < chances.length; arm++) {
      double yes = bought[arm].sample();
      double no = notBought[arm].sample();
      means[blocks] = yes + no > 0 ? yes / (yes + no) : .5;
      pooledWeights[blocks] = weights[arm];
      sizes[blocks] = 1;
      while (ordered && blocks > 0 && means[blocks] > means[blocks - 1]) {
        double both = pooledWeights[blocks - 1] + pooledWeights[blocks];
        means[blocks - 1] =
            (pooledWeights[blocks - 1] * means[blocks - 1] + pooledWeights[blocks] * means[blocks])
                / both;
        pooledWeights[blocks - 1] = both;
        sizes[blocks - 1] += sizes[blocks];
        blocks--;
      }
      blocks++;
    }
    int arm = 0;
    for (int block = 0; block < blocks; block++) {
      for (int one = 0; one < sizes[block]; one++) {
        chances[arm++] = means[block];
      }
    }
  }
}
