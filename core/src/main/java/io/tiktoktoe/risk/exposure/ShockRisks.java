package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.risk.exposure.ShockLearning.Found;
import io.tiktoktoe.risk.exposure.ShockRisk.Kind;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Rates and sizes of shocks: falls are a Poisson process whose rate has a Gamma posterior, which
 * leans on one year's worth of what all platforms show of its kind; sizes are log-normal, their
 * variance leaning on two falls of the usual spread.
 */
final class ShockRisks {

  private static final double QUARTER = 90 / 365.25;
  private static final double MONTH = 30;

  /** Prior spread of the logarithm of what one fall leaves. */
  private static final double USUAL_SPREAD = 0.15;

  private static final double PRIOR_FALLS = 2;

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
        Found pooled = pooled(one.kind(), all);
        risks.add(risk(one, pooled, income));
      }
    }
    risks.sort(
        Comparator.comparingDouble(
                (ShockRisk one) -> Double.isNaN(one.expected()) ? 0 : -one.expected())
            .thenComparing(ShockRisk::kind)
            .thenComparing(ShockRisk::source));
    return risks;
  }

  private static Found pooled(Kind kind, List<Found> all) {
    List<Found> same = all.stream().filter(one -> one.kind() == kind).toList();
    return new Found(
        kind,
        "",
        same.stream().flatMapToDouble(one -> Arrays.stream(one.sizes())).toArray(),
        same.stream().mapToDouble(Found::years).sum());
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

  private static ShockRisk risk(Found own, Found pooled, double income) {
    // One year's worth of what all platforms show; half a fall where none was ever seen.
    double usual = (pooled.sizes().length + 0.5) / Math.max(1, pooled.years());
    double shape = own.sizes().length + usual;
    double years = own.years() + 1;
    GammaDistribution rate = GammaDistribution.of(shape, 1 / years);
    Interval chance =
        Interval.equalTailed(rate::inverseCumulativeProbability, Interval.WIDE)
            .map(ShockRisks::chance);
    double mean = chance(shape / years);
    double[] sizes = pooled.sizes();
    if (sizes.length == 0) {
      return new ShockRisk(
          own.kind(),
          own.source(),
          0,
          own.years(),
          mean,
          chance,
          Double.NaN,
          new Interval(0, 1, Interval.WIDE),
          Double.NaN,
          Double.NaN);
    }
    double middle = Arrays.stream(sizes).average().orElse(0);
    double fall = -Math.expm1(middle);
    double loss = fall * income;
    return new ShockRisk(
        own.kind(),
        own.source(),
        own.sizes().length,
        own.years(),
        mean,
        chance,
        fall,
        next(sizes, middle),
        loss,
        mean * loss);
  }

  /** Predictive interval of what the next fall takes. */
  private static Interval next(double[] sizes, double middle) {
    double squares = PRIOR_FALLS * USUAL_SPREAD * USUAL_SPREAD;
    for (double size : sizes) {
      squares += (size - middle) * (size - middle);
    }
    double variance = squares / (sizes.length - 1 + PRIOR_FALLS);
    double error = Math.sqrt(variance * (1 + 1.0 / sizes.length));
    Interval log = Interval.student(middle, error, sizes.length - 1 + PRIOR_FALLS, Interval.WIDE);
    return new Interval(
        Math.max(0, -Math.expm1(log.hi())), Math.min(1, -Math.expm1(log.lo())), Interval.WIDE);
  }

  private static double chance(double rate) {
    return -Math.expm1(-rate * QUARTER);
  }
}
