package io.tiktoktoe.pricing.willingness;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * One possible truth of what people would pay: a lognormal distribution, or a mixture of two.
 *
 * @param logMedian logarithm of the median willingness of the first group
 * @param spread standard deviation of the logarithm in the first group
 * @param interested share of persons who would buy at some price
 * @param weight posterior probability
 * @param second group beside the first
 */
public record PossibleDemand(
    double logMedian, double spread, double interested, double weight, SecondGroup second) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** A share so small that its logarithm is told by the tail's law. */
  private static final double TAIL = 1e-12;

  private static final int HALVINGS = 60;

  PossibleDemand withWeight(double other) {
    return new PossibleDemand(logMedian, spread, interested, other, second);
  }

  private double first(double price) {
    return (Math.log(price) - logMedian) / spread;
  }

  private double other(double price) {
    return (Math.log(price) - logMedian - second.away()) / otherSpread();
  }

  private double otherSpread() {
    return spread * second.narrowness();
  }

  /** Share of the interested who buy at a price. */
  public double buys(double price) {
    double one = NORMAL.survivalProbability(first(price));
    return second.isNone()
        ? one
        : (1 - second.share()) * one + second.share() * NORMAL.survivalProbability(other(price));
  }

  /** Elasticity of demand at a price. */
  double elasticity(double price) {
    double above = buys(price);
    double z = first(price);
    if (above < TAIL) {
      boolean otherLasts = !second.isNone() && other(price) < z;
      double last = otherLasts ? other(price) : z;
      return -(last + 1 / last) / (otherLasts ? otherSpread() : spread);
    }
    double density = (1 - second.share()) * NORMAL.density(z) / spread;
    density += second.isNone() ? 0 : second.share() * NORMAL.density(other(price)) / otherSpread();
    return -density / above;
  }

  /** Mean share of their willingness that buyers at a price do not have to pay. */
  public double kept(double price) {
    double above = buys(price);
    if (above < 1e-9) {
      return 0;
    }
    double inverse = (1 - second.share()) * inverse(logMedian, spread, first(price));
    inverse +=
        second.isNone()
            ? 0
            : second.share() * inverse(logMedian + second.away(), otherSpread(), other(price));
    return Math.clamp(1 - price * inverse / above, 0, 1);
  }

  /** Mean of one over the willingness of a group, of those only who buy. */
  private static double inverse(double middle, double spread, double z) {
    return Math.exp(-middle + spread * spread / 2) * NORMAL.survivalProbability(z + spread);
  }

  /** Mean logarithm of willingness. */
  double logMean() {
    return logMedian + second.share() * second.away();
  }

  /** Standard deviation of the logarithm of willingness. */
  double deviation() {
    return Math.sqrt(within() + between());
  }

  private double within() {
    double share = second.share();
    return (1 - share) * spread * spread + share * otherSpread() * otherSpread();
  }

  private double between() {
    return second.share() * (1 - second.share()) * second.away() * second.away();
  }

  /** Share of the variance of logarithmic willingness that lies within the groups. */
  double withinGroups() {
    return within() / (within() + between());
  }

  /** Logarithm of the price that half of the interested would pay. */
  double logOfHalf() {
    if (second.isNone()) {
      return logMedian;
    }
    double low = logMedian;
    double high = logMedian + second.away();
    for (int halving = 0; halving < HALVINGS && high - low > 1e-9; halving++) {
      double middle = (low + high) / 2;
      boolean more = buys(Math.exp(middle)) > .5;
      low = more ? middle : low;
      high = more ? high : middle;
    }
    return (low + high) / 2;
  }

  /** Whether all fans are of the first group. */
  public boolean isOneGroup() {
    return second.isNone();
  }

  /**
   * The logarithm of one person's willingness.
   *
   * @param standardNormal where they stand within their group
   * @param group from 0 to 1: below the second group's share they are of it
   */
  public double logWilling(double standardNormal, double group) {
    return group < second.share()
        ? logMedian + second.away() + otherSpread() * standardNormal
        : logMedian + spread * standardNormal;
  }
}
