package io.tiktoktoe.pricing.willingness;

import io.tiktoktoe.pricing.insight.MarketContext;
import io.tiktoktoe.pricing.insight.PriceExposure;
import io.tiktoktoe.pricing.insight.WillingnessEstimate;
import io.tiktoktoe.pricing.insight.WillingnessEstimate.DemandPoint;
import io.tiktoktoe.pricing.insight.WillingnessEstimate.Source;
import io.tiktoktoe.pricing.insight.WillingnessEstimate.SourceShift;
import io.tiktoktoe.pricing.willingness.DemandSearch.Heard;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Posterior of willingness to pay from all sources: competitors' prices, a survey with its
 * hypothetical bias, and history. One lognormal; where three or more prices were shown also
 * mixtures of two, weighed by their evidence (Bayesian model averaging). Each over a grid of the
 * median, the spread, and the share that would buy at some price. O(grids (exposures + prices)).
 */
public final class WillingnessPosterior {

  /** With prices shown at fewer places nothing tells of a second group. */
  private static final int LEAST_PRICES = 3;

  private static final double NEGLIGIBLE = 1e-5;

  private final double today;
  private final MarketContext context;
  private final SourceLikelihood likelihood;
  private final boolean shares;

  private WillingnessPosterior(double today, MarketContext context) {
    this.today = today;
    this.context = context;
    this.likelihood = new SourceLikelihood(today, context);
    this.shares = !context.exposures().isEmpty();
  }

  /**
   * All possible truths with their probabilities, given all sources.
   *
   * @param today price today, around which is looked
   */
  public static List<PossibleDemand> of(double today, MarketContext context) {
    WillingnessPosterior posterior = new WillingnessPosterior(today, context);
    return posterior.mixed(posterior.search(SecondGroup.NONE).found());
  }

  private DemandSearch search(SecondGroup second) {
    return new DemandSearch(today, likelihood, shares, second);
  }

  /** One lognormal, and mixtures of two as far as what was shown speaks for them. */
  private List<PossibleDemand> mixed(Heard alone) {
    long prices =
        context.exposures().stream()
            .filter(one -> !one.hypothetical())
            .mapToDouble(PriceExposure::price)
            .distinct()
            .count();
    if (prices < LEAST_PRICES) {
      return alone.truths();
    }
    List<SecondGroup> groups = SecondGroup.all();
    List<PossibleDemand> all = new ArrayList<>();
    // No shape is likelier than another before anything is heard: 0223.
    weigh(alone, alone.logEvidence(), all);
    for (SecondGroup group : groups) {
      Heard heard = search(group).found();
      weigh(heard, alone.logEvidence(), all);
    }
    double sum = all.stream().mapToDouble(PossibleDemand::weight).sum();
    return all.stream()
        .map(one -> one.withWeight(one.weight() / sum))
        .filter(one -> one.weight() > NEGLIGIBLE)
        .toList();
  }

  private static void weigh(Heard heard, double beside, List<PossibleDemand> all) {
    double weight = Math.exp(heard.logEvidence() - beside);
    heard.truths().forEach(one -> all.add(one.withWeight(one.weight() * weight)));
  }

  /** The same told for people. */
  public static WillingnessEstimate estimate(double today, MarketContext context, double[] prices) {
    WillingnessPosterior posterior = new WillingnessPosterior(today, context);
    DemandSearch alone = posterior.search(SecondGroup.NONE);
    Heard heard = new Heard(alone.wide(), 0);
    List<SourceShift> shifts = new ArrayList<>();
    for (Source source : Source.values()) {
      if (posterior.likelihood.says(source)) {
        Heard after = alone.hear(heard, source);
        shifts.add(shift(source, heard.truths(), after.truths()));
        heard = after;
      }
    }
    List<PossibleDemand> closer = posterior.mixed(alone.closer(heard.truths()));
    List<DemandPoint> curve = new ArrayList<>();
    List<DemandPoint> shown = new ArrayList<>();
    for (double price : prices) {
      curve.add(point(closer, price, truth -> truth.buys(price)));
      if (posterior.shares) {
        shown.add(point(closer, price, truth -> truth.interested() * truth.buys(price)));
      }
    }
    Sorted medians = Sorted.of(closer, PossibleDemand::logOfHalf);
    Interval logs = Interval.equalTailed(medians::quantile, Interval.WIDE);
    return new WillingnessEstimate(
        Math.exp(medians.quantile(.5)), logs.map(Math::exp), shifts, curve, shown);
  }

  private static SourceShift shift(
      Source source, List<PossibleDemand> before, List<PossibleDemand> after) {
    double was = mean(before, PossibleDemand::logMedian);
    double is = mean(after, PossibleDemand::logMedian);
    double spread = deviation(before, PossibleDemand::logMedian);
    return new SourceShift(
        source,
        Math.exp(is),
        (is - was) / spread,
        deviation(after, PossibleDemand::logMedian) / spread);
  }

  private static DemandPoint point(List<PossibleDemand> truths, double price, Value share) {
    return new DemandPoint(
        price,
        mean(truths, share),
        Interval.equalTailed(Sorted.of(truths, share)::quantile, Interval.WIDE));
  }

  /** A value of what is uncertain. */
  private interface Value {
    double of(PossibleDemand truth);
  }

  /** Truths in the order of a value, sorted once. */
  private record Sorted(double[] values, double[] weights) {

    static Sorted of(List<PossibleDemand> truths, Value value) {
      double[][] pairs = new double[truths.size()][];
      for (int at = 0; at < pairs.length; at++) {
        PossibleDemand truth = truths.get(at);
        pairs[at] = new double[] {value.of(truth), truth.weight()};
      }
      Arrays.sort(pairs, Comparator.comparingDouble(pair -> pair[0]));
      return new Sorted(
          Arrays.stream(pairs).mapToDouble(pair -> pair[0]).toArray(),
          Arrays.stream(pairs).mapToDouble(pair -> pair[1]).toArray());
    }

    double quantile(double probability) {
      double sum = 0;
      for (int at = 0; at < values.length; at++) {
        sum += weights[at];
        if (sum >= probability) {
          return values[at];
        }
      }
      return values[values.length - 1];
    }
  }

  private static double mean(List<PossibleDemand> truths, Value value) {
    return truths.stream().mapToDouble(truth -> truth.weight() * value.of(truth)).sum();
  }

  private static double deviation(List<PossibleDemand> truths, Value value) {
    double mean = mean(truths, value);
    double square =
        truths.stream().mapToDouble(truth -> truth.weight() * square(value.of(truth) - mean)).sum();
    return Math.sqrt(Math.max(1e-12, square));
  }

  private static double square(double value) {
    return value * value;
  }
}
