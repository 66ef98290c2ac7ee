package io.tiktoktoe.stats;

import java.util.function.LongToDoubleFunction;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Exact tests and intervals of counts: no normal approximation, right for the smallest counts too,
 * and a little cautious because counts jump.
 */
public final class CountTests {

  /** How far two chances may differ and still count as equal; as in R. */
  private static final double EQUAL = 1 + 1e-7;

  private CountTests() {}

  /**
   * The exact interval of a Poisson rate (Garwood 1936).
   *
   * @param count events seen
   * @param exposure time or units at risk, above 0; the interval is per unit of it
   */
  public static Interval poissonRate(long count, double exposure, double confidence) {
    requireCount("count", count);
    requireExposure(exposure);
    double tail = Interval.lowerTail(confidence);
    double low = count == 0 ? 0 : GammaDistribution.of(count, 1).inverseCumulativeProbability(tail);
    double high = GammaDistribution.of(count + 1.0, 1).inverseSurvivalProbability(tail);
    return new Interval(low / exposure, high / exposure, confidence);
  }

  /** The exact interval of a share of trials (Clopper and Pearson 1934). */
  public static Interval share(long successes, long trials, double confidence) {
    requireShare(successes, trials);
    double tail = Interval.lowerTail(confidence);
    double failures = (double) trials - successes;
    double low =
        successes == 0
            ? 0
            : BetaDistribution.of(successes, failures + 1).inverseCumulativeProbability(tail);
    double high =
        failures == 0
            ? 1
            : BetaDistribution.of(successes + 1.0, failures).inverseSurvivalProbability(tail);
    return new Interval(low, high, confidence);
  }

  /**
   * The greatest share that so many trials without any success still allow, one-sided (Hanley and
   * Lippman-Hand 1983; about 3 / n at 95%).
   *
   * @param trials at least 1
   */
  public static double mostWithoutSuccess(long trials, double confidence) {
    requireShare(0, trials);
    Interval.lowerTail(confidence);
    return 1 - Math.pow(1 - confidence, 1.0 / trials);
  }

  /**
   * The exact interval of the ratio of two Poisson rates (Przyborowski and Wilenski 1940): given
   * the sum of both counts, the first is binomial. Upper end infinite when the second count is 0.
   *
   * @throws IllegalArgumentException if both counts are 0: their ratio is unknown
   */
  public static Interval rateRatio(
      long count, double exposure, long otherCount, double otherExposure, double confidence) {
    requireExposure(exposure);
    requireExposure(otherExposure);
    Interval share = share(count, Math.addExact(count, otherCount), confidence);
    double odds = otherExposure / exposure;
    return share.map(p -> p == 1 ? Double.POSITIVE_INFINITY : p / (1 - p) * odds);
  }

  /**
   * The two-sided p-value of equal Poisson rates, exact given the sum of both counts (Przyborowski
   * and Wilenski 1940).
   */
  public static double sameRate(
      long count, double exposure, long otherCount, double otherExposure) {
    requireExposure(exposure);
    requireExposure(otherExposure);
    long both = Math.addExact(count, otherCount);
    return both == 0 ? 1 : binomial(count, both, exposure / (exposure + otherExposure));
  }

  /**
   * The two-sided p-value of a share of trials: the exact binomial test, the chance of counts that
   * are no likelier than the one seen (as R's {@code binom.test}). O(log trials).
   *
   * @param expected share under the null hypothesis, in (0, 1)
   */
  public static double binomial(long successes, long trials, double expected) {
    requireShare(successes, trials);
    if (!(expected > 0 && expected < 1)) {
      throw new IllegalArgumentException(
          "expected share (" + expected + ") must lie between 0 and 1, both excluded.");
    }
    BinomialDistribution chance = BinomialDistribution.of(Math.toIntExact(trials), expected);
    double mean = trials * expected;
    LongToDoubleFunction probability = at -> chance.probability((int) at);
    double likeliest = probability.applyAsDouble(successes) * EQUAL;
    if (successes < mean) {
      long from = firstAtMost(probability, likeliest, (long) Math.ceil(mean), trials + 1);
      double above = from > trials ? 0 : chance.survivalProbability((int) from - 1);
      return Math.min(1, chance.cumulativeProbability((int) successes) + above);
    }
    if (successes > mean) {
      long to = lastAtMost(probability, likeliest, (long) Math.floor(mean));
      double below = to < 0 ? 0 : chance.cumulativeProbability((int) to);
      return Math.min(1, below + chance.survivalProbability((int) successes - 1));
    }
    return 1;
  }

  /**
   * The two-sided p-value of a Poisson count, exact: the chance of counts that are no likelier than
   * the one seen (as R's {@code poisson.test}).
   *
   * @param expected mean under the null hypothesis, above 0
   */
  public static double poisson(long count, double expected) {
    requireCount("count", count);
    requireExposure(expected);
    PoissonDistribution chance = PoissonDistribution.of(expected);
    LongToDoubleFunction probability = at -> chance.probability((int) at);
    double likeliest = probability.applyAsDouble(count) * EQUAL;
    int seen = Math.toIntExact(count);
    if (seen < expected) {
      long least = (long) Math.ceil(expected);
      long end = least + 1;
      while (probability.applyAsDouble(end) > likeliest) {
        end = 2 * end;
      }
      long from = firstAtMost(probability, likeliest, least, end);
      double above = chance.survivalProbability((int) from - 1);
      return Math.min(1, chance.cumulativeProbability(seen) + above);
    }
    if (seen > expected) {
      long to = lastAtMost(probability, likeliest, (long) Math.floor(expected));
      double below = to < 0 ? 0 : chance.cumulativeProbability((int) to);
      return Math.min(1, below + chance.survivalProbability(seen - 1));
    }
    return 1;
  }

  /** The first place from {@code low} on, before {@code end}, where a falling chance is small. */
  private static long firstAtMost(LongToDoubleFunction chance, double most, long low, long end) {
    long least = low;
    long greatest = end;
    while (least < greatest) {
      long middle = (least + greatest) >>> 1;
      if (chance.applyAsDouble(middle) <= most) {
        greatest = middle;
      } else {
        least = middle + 1;
      }
    }
    return least;
  }

  /** The last place from 0 to {@code high} where a rising chance is small; -1 for none. */
  private static long lastAtMost(LongToDoubleFunction chance, double most, long high) {
    long least = -1;
    long greatest = high;
    while (least < greatest) {
      long middle = least + (greatest - least + 1) / 2;
      if (chance.applyAsDouble(middle) <= most) {
        least = middle;
      } else {
        greatest = middle - 1;
      }
    }
    return least;
  }

  private static void requireShare(long successes, long trials) {
    requireCount("successes", successes);
    if (trials < 1 || successes > trials) {
      throw new IllegalArgumentException(
          "trials (%d) must be at least 1 and at least the %d successes."
              .formatted(trials, successes));
    }
  }

  private static void requireCount(String name, long count) {
    if (count < 0) {
      throw new IllegalArgumentException("%s (%d) must not be negative.".formatted(name, count));
    }
  }

  private static void requireExposure(double exposure) {
    if (!(exposure > 0 && exposure < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "exposure or expected count (" + exposure + ") must be above 0 and finite.");
    }
  }
}
