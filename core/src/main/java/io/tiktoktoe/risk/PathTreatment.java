package io.tiktoktoe.risk;

import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Quantiles;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Risk treatment by simulation: the calibrated paths' income of 30 days with a risk drawn into
 * them, once without and once with what is done about it, by common random numbers. The rate of a
 * risk is doubtful: it is log-normal between the ends of its interval.
 */
public final class PathTreatment {

  /** Draws of a risk for each path: what is rare is missed by one. */
  private static final int DRAWS = 4;

  /** Quantiles of the doubtful rate. */
  private static final int RATES = 40;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double[] base;
  private final int paths;
  private final double[] event;
  private final double[] days;
  private final double[] size;

  /**
   * @param base income of 30 days in each path, at least one, minor units
   * @param random draws the risks
   */
  public PathTreatment(double[] base, RandomGenerator random) {
    this.paths = base.length;
    int count = DRAWS * paths;
    this.base = new double[count];
    this.event = new double[count];
    this.days = new double[count];
    this.size = new double[count];
    for (int at = 0; at < count; at++) {
      this.base[at] = base[at % paths];
      event[at] = random.nextDouble();
      days[at] = random.nextDouble();
      size[at] = random.nextGaussian();
    }
  }

  /**
   * What a treatment removes.
   *
   * @param expected what the mean of all futures loses less, minor units
   * @param tail what the mean of the worst twentieth loses less
   * @param interval holds {@code tail} with probability 0.95: the doubt about the rate, and the
   *     number of paths
   */
  public record Removed(double expected, double tail, Interval interval) {}

  /** Loss of each draw at a rate. */
  private interface Losses {
    double of(int draw, double rate);
  }

  /**
   * Against an event that takes a part of some income from its day to the end of the 30 days.
   *
   * @param hit income of 30 days that it would hit, by path
   * @param rate events in 30 days
   * @param rates holds it with probability 0.95
   * @param fall holds the share that the next one takes with probability 0.95
   * @param left share of that income that stays exposed
   * @param chance multiple of the rate under the treatment, at most 1
   */
  public Removed event(
      double[] hit, double rate, Interval rates, Interval fall, double left, double chance) {
    double lo = Math.max(1e-6, fall.lo());
    double middle = (Math.log(lo) + Math.log(fall.hi())) / 2;
    double spread = deviation(new Interval(lo, fall.hi(), fall.confidence()));
    double[] taken = new double[base.length];
    for (int at = 0; at < taken.length; at++) {
      double share = Math.min(1, Math.exp(middle + spread * size[at]));
      taken[at] = share * days[at] * Math.max(0, hit[at % paths]);
    }
    return removed(
        rate,
        rates,
        (draw, one) -> event[draw] < -Math.expm1(-one) ? taken[draw] : 0,
        (draw, one) -> event[draw] < -Math.expm1(-one * chance) ? left * taken[draw] : 0);
  }

  /**
   * Against a loss that is in the paths already, in proportion to something.
   *
   * @param of what it is a share of in 30 days, by path
   * @param rate share that is lost
   * @param rates holds it with probability 0.95
   * @param kept part of the loss that the treatment keeps from happening
   */
  public Removed share(double[] of, double rate, Interval rates, double kept) {
    return removed(
        rate, rates, (draw, one) -> 0, (draw, one) -> -kept * one * Math.max(0, of[draw % paths]));
  }

  /**
   * Against log-normal moves of a rate with which some income is multiplied, by fixing the rate.
   *
   * @param income of 30 days that moves, by path
   * @param deviation of the logarithm
   * @param deviations holds it with probability 0.95
   */
  public Removed moves(double[] income, double deviation, Interval deviations) {
    return removed(
        deviation,
        deviations,
        (draw, one) -> -Math.max(0, income[draw % paths]) * Math.expm1(one * size[draw]),
        (draw, one) -> 0);
  }

  private Removed removed(double rate, Interval rates, Losses without, Losses with) {
    double[] before = outcomes(without, rate);
    double[] after = outcomes(with, rate);
    double expected = 0;
    double tail = 0;
    double[] parts = new double[before.length];
    double[] lost = TailRisk.shortfallParts(before, TailRisk.TWENTIETH);
    double[] still = TailRisk.shortfallParts(after, TailRisk.TWENTIETH);
    for (int at = 0; at < parts.length; at++) {
      parts[at] = after[at] - still[at] - before[at] + lost[at];
      expected += (after[at] - before[at]) / parts.length;
      tail += parts[at] / parts.length;
    }
    double squares = 0;
    for (double part : parts) {
      squares += (part - tail) * (part - tail) / parts.length;
    }
    double error = Interval.z(Interval.WIDE) * Math.sqrt(squares / paths);
    double[] tails = new double[RATES];
    double deviation = deviation(rates);
    double middle = Math.sqrt(rates.lo()) * Math.sqrt(rates.hi());
    for (int at = 0; at < RATES; at++) {
      double z = NORMAL.inverseCumulativeProbability((at + 0.5) / RATES);
      double one = middle * Math.exp(deviation * z);
      tails[at] = worst(outcomes(with, one)) - worst(outcomes(without, one));
    }
    Arrays.sort(tails);
    double lo = Math.max(0, tail - Quantiles.ofSorted(tails, 0.025));
    double hi = Math.max(0, Quantiles.ofSorted(tails, 0.975) - tail);
    return new Removed(
        expected,
        tail,
        new Interval(tail - Math.hypot(lo, error), tail + Math.hypot(hi, error), Interval.WIDE));
  }

  private double[] outcomes(Losses losses, double rate) {
    double[] outcomes = new double[base.length];
    for (int at = 0; at < outcomes.length; at++) {
      outcomes[at] = base[at] - losses.of(at, rate);
    }
    return outcomes;
  }

  /** Mean of the worst twentieth. */
  private static double worst(double[] outcomes) {
    double mean = Arrays.stream(outcomes).average().orElseThrow();
    return mean - TailRisk.shortfall(outcomes, TailRisk.TWENTIETH);
  }

  /** Deviation of the logarithm of what an interval of 95% holds. */
  private static double deviation(Interval interval) {
    return Math.log(interval.hi() / interval.lo()) / (2 * Interval.z(Interval.WIDE));
  }
}
