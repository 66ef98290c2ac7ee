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
    double seen = 0;
    double watched = 0;
    for (Found one : same) {
      seen += one.falls().size();
      watched += one.years() * sizes.power(one);
    }
    double power = sizes.power(own);
    // One year's worth of what all platforms show; half a fall where none was ever seen. Years in
    // which a fall would hardly have been seen tell little.
    double usual = (seen + 0.5) / Math.max(1, watched);
    double shape = own.falls().size() + usual;
    double years = own.years() * power + 1;
    GammaDistribution rate = GammaDistribution.of(shape, 1 / years);
    Interval chance =
        Interval.equalTailed(rate::inverseCumulativeProbability, Interval.WIDE)
            .map(ShockRisks::chance);
    double mean = chance(shape / years);
    double fall = seen > 0 ? sizes.fall() : Double.NaN;
    Interval next = seen > 0 ? sizes.next() : new Interval(0, 1, Interval.WIDE);
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

  private static double least(Kind kind) {
    return kind == Kind.DEMONETISATION ? ShockLearning.OWN_FALL : ShockLearning.LEAST_FALL;
  }

  private static double chance(double rate) {
    return -Math.expm1(-rate * QUARTER);
  }
}
