package io.tiktoktoe.pricing.willingness;

import io.tiktoktoe.stats.Interval;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Confidence interval of the price at which as many have passed one price as have not yet passed
 * another: the prices at which the exact sign test does not tell the two shares apart. Those who
 * have passed the one and not the other, or neither, are on neither side. Holds the crossing at
 * least as often as it says, however few respondents there are.
 */
final class CrossingInterval {

  private CrossingInterval() {}

  /**
   * The interval at .95, from and to prices that were named.
   *
   * @param named prices, ascending
   * @param rising how many name each price to the question whose share at or below it rises
   * @param falling the same of the question whose share above it falls
   */
  static Interval of(double[] named, int[] rising, int[] falling) {
    int passed = 0;
    int left = Arrays.stream(falling).sum();
    int from = 0;
    int to = named.length - 1;
    for (int at = 0; at < named.length; at++) {
      passed += rising[at];
      left -= falling[at];
      boolean apart = differ(passed, left);
      if (apart && passed < left) {
        from = Math.min(at + 1, named.length - 1);
      } else if (apart) {
        to = at;
        break;
      }
    }
    return new Interval(named[Math.min(from, to)], named[to], Interval.WIDE);
  }

  private static boolean differ(int passed, int left) {
    int both = passed + left;
    double tail =
        both == 0
            ? 1
            : BinomialDistribution.of(both, .5).cumulativeProbability(Math.min(passed, left));
    return tail <= Interval.lowerTail(Interval.WIDE);
  }
}
