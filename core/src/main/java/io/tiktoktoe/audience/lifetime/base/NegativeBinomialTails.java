package io.tiktoktoe.audience.lifetime.base;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Upper tails of the negative binomial distribution: ticks of a Poisson process whose rate is
 * gamma-distributed. Summed from the mode's left, so that nothing underflows for customers with
 * thousands of purchases.
 */
final class NegativeBinomialTails {

  /** A tail below this is none. */
  private static final double NOTHING = 1e-12;

  /** Standard deviations below the mean where summing begins. */
  private static final double REACH = 12;

  /** Ticks up to which each is summed; beyond them the incomplete beta function is asked. */
  private static final double EACH = 20_000;

  private NegativeBinomialTails() {}

  /**
   * Adds {@code weight} times the probability of at least {@code every * edge - ahead} ticks for
   * the edge of each bin.
   *
   * @param shape of the rate's gamma distribution, above 0
   * @param odds q: time ahead over time ahead plus the rate's scale, in (0, 1)
   * @param every ticks to a purchase
   * @param ahead ticks since the last purchase
   * @return how many of the tails are above nothing
   */
  static int addTo(double[] tails, double weight, double shape, double odds, int every, int ahead) {
    double mean = shape * odds / (1 - odds);
    double deviation = Math.sqrt(mean / (1 - odds));
    double first = Math.max(0, Math.floor(mean - REACH * deviation));
    tails[0] += weight;
    if (mean + REACH * deviation > EACH) {
      return far(tails, weight, shape, odds, every, ahead);
    }
    double tick = first;
    double each = Math.exp(logProbability(shape, odds, first));
    double below = 0;
    int bin = 1;
    for (; bin < CountDistribution.BINS; bin++) {
      double edge = every * CountDistribution.EDGES[bin] - ahead;
      while (tick < edge) {
        below += each;
        each *= odds * (shape + tick) / (tick + 1);
        tick++;
      }
      double tail = 1 - below;
      if (tail < NOTHING) {
        break;
      }
      tails[bin] += weight * tail;
    }
    return bin;
  }

  private static int far(
      double[] tails, double weight, double shape, double odds, int every, int ahead) {
    int bin = 1;
    for (; bin < CountDistribution.BINS; bin++) {
      double edge = every * CountDistribution.EDGES[bin] - ahead;
      double tail = edge <= 0 ? 1 : RegularizedBeta.value(odds, edge, shape);
      if (tail < NOTHING) {
        break;
      }
      tails[bin] += weight * tail;
    }
    return bin;
  }

  /** Of exactly {@code ticks}. */
  static double logProbability(double shape, double odds, double ticks) {
    double choose = ticks == 0 ? 0 : -Math.log(ticks) - LogBeta.value(ticks, shape);
    return choose + shape * Math.log1p(-odds) + ticks * Math.log(odds);
  }
}
