package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.risk.exposure.ShockLearning.Found;
import io.tiktoktoe.risk.exposure.ShockRisk.Kind;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Rates and sizes of shocks: falls are a Poisson process whose rate has a Gamma posterior, over the
 * years in which one would have been seen, which leans on one year's worth of what all platforms
 * show of its kind; for sizes see {@link ShockSizes}.
 */
final class ShockRisks {

  private static final double QUARTER = 90 / 365.25;
  private static final double MONTH = 30;

  /** A creator's own falls are rarer than those of a platform: assumed. */
  private static final double OWN_YEARS = 10;

  private final RiskFacts facts;

  ShockRisks(RiskFacts facts) {
    this.facts = facts;
  }

  /** What could hit this creator's platforms and advertising, the dearest first. */
  List<ShockRisk> of() {
    List<Found> all = new ShockLearning(facts.tracks()).found();
    List<ShockRisk> risks = new ArrayList<>();
    for (Found one : all) {
      double income = income(one);
      if (income > 0) {
        List<Found> same = all.stream().filter(other -> other.kind() == one.kind()).toList();
        risks.add(risk(one, same, income));
      }
    }
    risks.sort(
        Comparator.comparingDouble(
                (ShockRisk one) -> Double.isNaN(one.expected()) ? 0 : -one.expected())
            .thenComparing(ShockRisk::kind)
            .thenComparing(ShockRisk::source));
    return risks;
  }

  /** Net income of 30 days that such a fall would hit. */
  private double income(Found found) {
    return facts.parts().stream()
            .filter(part -> found.source().isEmpty() || part.source().equals(found.source()))
            .filter(part -> found.kind() == Kind.ALGORITHM || part.stream() == Stream.ADVERTISING)
            .mapToDouble(IncomePart::net)
            .sum()
        / facts.days()
        * MONTH;
  }

  private static ShockRisk risk(Found own, List<Found> same, double income) {
    ShockSizes sizes = ShockSizes.of(least(own.kind()), same);
    double power = sizes.power(own);
    double prior = own.kind() == Kind.DEMONETISATION ? OWN_YEARS : 1;
    double shape = own.likely() + prior * usual(same, sizes, prior);
    // Years in which a fall would hardly have been seen tell little.
    double years = own.years() * power + prior;
    boolean seen = same.stream().anyMatch(one -> !one.falls().isEmpty());
    GammaDistribution rate = GammaDistribution.of(shape, 1 / years);
    Interval chance =
        Interval.equalTailed(rate::inverseCumulativeProbability, Interval.WIDE)
            .map(ShockRisks::chance);
    double mean = chance(shape / years);
    double fall = seen ? sizes.fall() : Double.NaN;
    Interval next = seen ? sizes.next() : new Interval(0, 1, Interval.WIDE);
    return new ShockRisk(
        own.kind(),
        own.source(),
        own.falls().size(),
        own.years(),
        power,
        mean,
        chance,
        fall,
        next,
        fall * income,
        mean * fall * income);
  }

  /** Falls a year on all platforms; half a one in the years of the prior where none was seen. */
  private static double usual(List<Found> same, ShockSizes sizes, double prior) {
    double seen = 0;
    double watched = 0;
    if (same.size() > 1) {
      for (Found one : same) {
        seen += one.likely();
        watched += one.years() * sizes.power(one);
      }
    }
    return (seen + 0.5) / Math.max(prior, watched);
  }

  private static double least(Kind kind) {
    return kind == Kind.DEMONETISATION ? ShockLearning.OWN_FALL : ShockLearning.LEAST_FALL;
  }

  private static double chance(double rate) {
    return -Math.expm1(-rate * QUARTER);
  }
}
