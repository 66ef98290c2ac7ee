package io.tiktoktoe.pipeline;

import io.tiktoktoe.pipeline.insight.AnalyticsInsights;
import io.tiktoktoe.pipeline.insight.InsightKind;
import io.tiktoktoe.pipeline.insight.NoisyNumber;
import io.tiktoktoe.pipeline.insight.PlatformInsight;
import io.tiktoktoe.privacy.NoiseKind;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.MultipleTesting;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Statements about protected numbers, tried against their noise, whose distribution is known: a
 * contrast of the numbers over its standard deviation. All that are tried stand under one Holm
 * correction.
 */
final class Contrasts {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** A number so many standard errors above 0 can be divided by. */
  private static final double SOLID = 5;

  /** No chance is smaller than this: the model of the machine is not surer. */
  private static final double LEAST_CHANCE = 1e-12;

  private final NoiseKind noise;
  private final List<Tried> tried = new ArrayList<>();

  Contrasts(NoiseKind noise) {
    this.noise = noise;
  }

  private record Tried(
      InsightKind kind,
      String subject,
      double value,
      Interval interval,
      double reference,
      double p) {}

  /** That each cell of a table holds more than an even share. */
  void peaks(InsightKind kind, List<NoisyNumber> table) {
    for (NoisyNumber cell : table) {
      share(kind, cell.label(), table, List.of(cell), 1.0 / table.size());
    }
  }

  /** That some cells of a table hold more than a share of it. */
  void share(
      InsightKind kind,
      String subject,
      List<NoisyNumber> table,
      List<NoisyNumber> part,
      double reference) {
    double all = sum(table);
    double some = sum(part);
    double ofPart = variance(part);
    double ofRest = Math.max(0, variance(table) - ofPart);
    if (!(all > SOLID * Math.sqrt(variance(table))) || part.size() == table.size()) {
      hopeless(kind, subject, reference);
      return;
    }
    double deviation = Math.sqrt(square(1 - reference) * ofPart + square(reference) * ofRest);
    double share = some / all;
    double error = Math.sqrt(square(1 - share) * ofPart + square(share) * ofRest) / all;
    tried.add(
        new Tried(
            kind,
            subject,
            Math.clamp(share, 0, 1),
            within(share, error),
            reference,
            chance((some - reference * all) / deviation)));
  }

  /** That a sum is a solid part of another number. */
  void part(InsightKind kind, String subject, List<NoisyNumber> part, NoisyNumber whole) {
    double some = sum(part);
    double solid = whole.value() / whole.standardError();
    if (!(solid > SOLID)) {
      hopeless(kind, subject, 0);
      return;
    }
    double share = some / whole.value();
    double error = Math.sqrt(variance(part) + square(share) * whole.variance()) / whole.value();
    double p = Math.max(chance(some / Math.sqrt(variance(part))), chance(solid));
    tried.add(new Tried(kind, subject, Math.clamp(share, 0, 1), within(share, error), 0, p));
  }

  /**
   * That the share of the first of two cells is larger in one group than in another: the cross
   * product of four numbers.
   */
  void larger(InsightKind kind, String subject, NoisyNumber[] group, NoisyNumber[] other) {
    double in = group[0].value() + group[1].value();
    double out = other[0].value() + other[1].value();
    double ofIn = group[0].variance() + group[1].variance();
    double ofOut = other[0].variance() + other[1].variance();
    if (!(in > SOLID * Math.sqrt(ofIn)) || !(out > SOLID * Math.sqrt(ofOut))) {
      hopeless(kind, subject, 0);
      return;
    }
    double share = group[0].value() / in;
    double reference = other[0].value() / out;
    double error = Math.sqrt(shareVariance(share, in, group));
    double apart = Math.sqrt(square(error) + shareVariance(reference, out, other));
    tried.add(
        new Tried(
            kind,
            subject,
            Math.clamp(share, 0, 1),
            within(share, error),
            Math.clamp(reference, 0, 1),
            chance((share - reference) / apart)));
  }

  private static double shareVariance(double share, double all, NoisyNumber[] cells) {
    double variance = square(1 - share) * cells[0].variance() + square(share) * cells[1].variance();
    return variance / square(all);
  }

  /** That the first of a list, largest first, is larger than the second. */
  void leading(InsightKind kind, List<NoisyNumber> largest, NoisyNumber whole) {
    if (largest.size() < 2 || !(whole.value() > SOLID * whole.standardError())) {
      hopeless(kind, "", 0);
      return;
    }
    NoisyNumber first = largest.get(0);
    NoisyNumber second = largest.get(1);
    double deviation = Math.sqrt(first.variance() + second.variance());
    double error = first.standardError() / whole.value();
    double share = first.value() / whole.value();
    // Twice, since which of them is first was seen before.
    double p = Math.min(1, 2 * chance((first.value() - second.value()) / deviation));
    tried.add(
        new Tried(
            kind,
            first.label(),
            Math.clamp(share, 0, 1),
            within(share, error),
            Math.clamp(second.value() / whole.value(), 0, 1),
            p));
  }

  /**
   * That a mean stands on people: their number and their sum are above 0.
   *
   * @param most up to so much of each person counts
   */
  void mean(InsightKind kind, String subject, List<NoisyNumber> mean, double most) {
    if (mean.size() < 3 || !(mean.get(1).value() > SOLID * mean.get(1).standardError())) {
      hopeless(kind, subject, most);
      return;
    }
    NoisyNumber value = mean.get(0);
    double p =
        Math.max(
            chance(mean.get(1).value() / mean.get(1).standardError()),
            chance(mean.get(2).value() / mean.get(2).standardError()));
    tried.add(
        new Tried(
            kind,
            subject,
            value.value(),
            Interval.around(value.value(), value.halfWidth95(), Interval.WIDE),
            most,
            p));
  }

  /** What cannot be told counts as tried: what is tried must not hang on the noise. */
  private void hopeless(InsightKind kind, String subject, double reference) {
    tried.add(new Tried(kind, subject, 0, new Interval(0, 1, Interval.WIDE), reference, 1));
  }

  /** How many statements were tried. */
  int tries() {
    return tried.size();
  }

  /** What stands out, of each kind the surest; of signs all. */
  List<PlatformInsight> told() {
    double[] adjusted = MultipleTesting.holm(tried.stream().mapToDouble(Tried::p).toArray());
    List<PlatformInsight> told = new ArrayList<>();
    for (InsightKind kind : InsightKind.values()) {
      int best = -1;
      for (int at = 0; at < adjusted.length; at++) {
        if (tried.get(at).kind() != kind || adjusted[at] > AnalyticsInsights.FALSE_INSIGHTS) {
          continue;
        }
        if (kind == InsightKind.LEAVING_SIGN) {
          told.add(insight(tried.get(at), adjusted[at]));
        } else if (best < 0 || tried.get(at).value() > tried.get(best).value()) {
          best = at;
        }
      }
      if (best >= 0) {
        told.add(insight(tried.get(best), adjusted[best]));
      }
    }
    return told;
  }

  private static PlatformInsight insight(Tried one, double chance) {
    return new PlatformInsight(
        one.kind(),
        one.subject(),
        one.value(),
        one.interval(),
        one.reference(),
        OptionalDouble.of(Math.max(LEAST_CHANCE, chance)));
  }

  /**
   * Chance that noise alone lies so many of its standard deviations above 0. Of a sum of Laplace
   * noise that of a single one, whose tail is the heaviest.
   */
  double chance(double deviations) {
    if (!(deviations > 0)) {
      return 1;
    }
    boolean laplace = noise == NoiseKind.LAPLACE || noise == NoiseKind.DISCRETE_LAPLACE;
    double p =
        laplace ? Math.exp(-Math.sqrt(2) * deviations) / 2 : NORMAL.survivalProbability(deviations);
    return Math.max(LEAST_CHANCE, p);
  }

  private static Interval within(double share, double error) {
    double reach = Interval.z(Interval.WIDE) * error;
    double lo = Math.clamp(share - reach, 0, Math.max(0, 1 - reach));
    double hi = Math.clamp(share + reach, Math.min(1, reach), 1);
    return new Interval(lo, hi, Interval.WIDE);
  }

  private static double sum(List<NoisyNumber> cells) {
    return cells.stream().mapToDouble(NoisyNumber::value).sum();
  }

  private static double variance(List<NoisyNumber> cells) {
    return cells.stream().mapToDouble(NoisyNumber::variance).sum();
  }

  private static double square(double value) {
    return value * value;
  }
}
