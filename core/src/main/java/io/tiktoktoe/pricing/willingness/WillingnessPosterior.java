package io.tiktoktoe.pricing.willingness;

import io.tiktoktoe.pricing.insight.MarketContext;
import io.tiktoktoe.pricing.insight.WillingnessEstimate;
import io.tiktoktoe.pricing.insight.WillingnessEstimate.DemandPoint;
import io.tiktoktoe.pricing.insight.WillingnessEstimate.Source;
import io.tiktoktoe.pricing.insight.WillingnessEstimate.SourceShift;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Posterior of a lognormal willingness to pay from all sources: competitors' prices, a survey with
 * its hypothetical bias, and history. Over a grid of the median, the spread, and the share that
 * would buy at some price, looked at wide first and then where something was found. O(grid
 * (exposures + prices)).
 */
public final class WillingnessPosterior {

  private static final double VAGUE_DEVIATION = 1.2;

  private static final double TYPICAL_SPREAD = .55;
  private static final double SPREAD_DEVIATION = .45;

  /** Places looked at along each axis. */
  private static final int MEDIANS = 33;

  private static final int SPREADS = 15;
  private static final int SHARES = 15;

  /** How far the first look reaches, in logarithms of the median and of the share. */
  private static final double MEDIAN_REACH = 2.6;

  private static final double SHARE_REACH = 7;

  /** Standard deviations of the last look that a closer one reaches, and in how many places. */
  private static final double REACH = 4;

  private static final int PLACES = 15;
  private static final int LOOKS = 4;

  private static final double NEGLIGIBLE = 1e-5;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double today;
  private final MarketContext context;
  private final SourceLikelihood likelihood;
  private final boolean shares;

  /**
   * One possible truth.
   *
   * @param logMedian logarithm of the median willingness
   * @param spread standard deviation of the logarithm
   * @param interested share of persons who would buy at some price
   * @param weight posterior probability
   */
  public record Truth(double logMedian, double spread, double interested, double weight) {

    /** Share of the interested who buy at a price. */
    public double buys(double price) {
      return NORMAL.survivalProbability((Math.log(price) - logMedian) / spread);
    }

    /** Elasticity of demand at a price. */
    double elasticity(double price) {
      double z = (Math.log(price) - logMedian) / spread;
      double above = NORMAL.survivalProbability(z);
      return above < 1e-12 ? -(z + 1 / z) / spread : -NORMAL.density(z) / (spread * above);
    }

    /** Mean share of their willingness that buyers at a price do not have to pay. */
    public double kept(double price) {
      double z = (Math.log(price) - logMedian) / spread;
      double above = NORMAL.survivalProbability(z);
      if (above < 1e-9) {
        return 0;
      }
      double inverse =
          Math.exp(-logMedian + spread * spread / 2) * NORMAL.survivalProbability(z + spread);
      return Math.clamp(1 - price * inverse / above, 0, 1);
    }
  }

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
  public static List<Truth> of(double today, MarketContext context) {
    WillingnessPosterior posterior = new WillingnessPosterior(today, context);
    return posterior.closer(posterior.hearAll(posterior.wide()));
  }

  private List<Truth> hearAll(List<Truth> prior) {
    List<Truth> truths = prior;
    for (Source source : Source.values()) {
      truths = hear(truths, source);
    }
    return truths;
  }

  /** The same told for people. */
  public static WillingnessEstimate estimate(double today, MarketContext context, double[] prices) {
    WillingnessPosterior posterior = new WillingnessPosterior(today, context);
    List<Truth> truths = posterior.wide();
    List<SourceShift> shifts = new ArrayList<>();
    for (Source source : Source.values()) {
      if (posterior.likelihood.says(source)) {
        List<Truth> after = posterior.hear(truths, source);
        double before = deviation(truths, Truth::logMedian);
        shifts.add(
            new SourceShift(
                source,
                Math.exp(mean(after, Truth::logMedian)),
                (mean(after, Truth::logMedian) - mean(truths, Truth::logMedian)) / before,
                deviation(after, Truth::logMedian) / before));
        truths = after;
      }
    }
    List<Truth> closer = posterior.closer(truths);
    List<DemandPoint> curve = new ArrayList<>();
    List<DemandPoint> shown = new ArrayList<>();
    for (double price : prices) {
      curve.add(point(closer, price, truth -> truth.buys(price)));
      if (posterior.shares) {
        shown.add(point(closer, price, truth -> truth.interested * truth.buys(price)));
      }
    }
    Interval logs = Interval.equalTailed(p -> quantile(closer, p, Truth::logMedian), Interval.WIDE);
    return new WillingnessEstimate(
        Math.exp(quantile(closer, .5, Truth::logMedian)),
        logs.map(Math::exp),
        shifts,
        curve,
        shown);
  }

  private static DemandPoint point(List<Truth> truths, double price, Value share) {
    return new DemandPoint(
        price,
        mean(truths, share),
        Interval.equalTailed(p -> quantile(truths, p, share), Interval.WIDE));
  }

  /** A value of what is uncertain. */
  private interface Value {
    double of(Truth truth);
  }

  private static double quantile(List<Truth> truths, double probability, Value value) {
    List<Truth> sorted = truths.stream().sorted(Comparator.comparingDouble(value::of)).toList();
    double sum = 0;
    for (Truth truth : sorted) {
      sum += truth.weight;
      if (sum >= probability) {
        return value.of(truth);
      }
    }
    return value.of(sorted.getLast());
  }

  private static double mean(List<Truth> truths, Value value) {
    return truths.stream().mapToDouble(truth -> truth.weight * value.of(truth)).sum();
  }

  private static double deviation(List<Truth> truths, Value value) {
    double mean = mean(truths, value);
    double square =
        truths.stream().mapToDouble(truth -> truth.weight * square(value.of(truth) - mean)).sum();
    return Math.sqrt(Math.max(1e-12, square));
  }

  /** An axis that is looked at evenly. */
  private record Axis(double low, double high, int places) {
    double at(int place) {
      return places == 1 ? low : low + (high - low) * place / (places - 1);
    }

    double spacing() {
      return places == 1 ? 0 : (high - low) / (places - 1);
    }
  }

  private Axis medians() {
    double middle = Math.log(today);
    return new Axis(middle - MEDIAN_REACH, middle + MEDIAN_REACH, MEDIANS);
  }

  private static Axis logSpreads() {
    double middle = Math.log(TYPICAL_SPREAD);
    return new Axis(middle - 3 * SPREAD_DEVIATION, middle + 3 * SPREAD_DEVIATION, SPREADS);
  }

  private Axis logShares() {
    return shares ? new Axis(-SHARE_REACH, 0, SHARES) : new Axis(0, 0, 1);
  }

  private List<Truth> wide() {
    return prior(medians(), logSpreads(), logShares());
  }

  /**
   * Closer looks where the last one found something, along the directions in which it was spread:
   * median, spread and share are told apart only together.
   */
  private List<Truth> closer(List<Truth> found) {
    List<Truth> truths = found;
    Ellipsoid last =
        Ellipsoid.spaced(medians().spacing(), logSpreads().spacing(), logShares().spacing());
    for (int look = 0; look < LOOKS; look++) {
      last = new Ellipsoid(truths, shares ? 3 : 2, last);
      truths = hearAll(along(last));
    }
    return truths.stream().filter(truth -> truth.weight > NEGLIGIBLE).toList();
  }

  private List<Truth> along(Ellipsoid found) {
    List<Truth> truths = new ArrayList<>();
    Axis axis = new Axis(-REACH, REACH, PLACES);
    for (int one = 0; one < PLACES; one++) {
      for (int two = 0; two < PLACES; two++) {
        for (int three = 0; three < (shares ? PLACES : 1); three++) {
          double[] at = found.at(axis.at(one), axis.at(two), shares ? axis.at(three) : 0);
          if (at[2] <= 0) {
            truths.add(truth(at[0], at[1], at[2]));
          }
        }
      }
    }
    return normalised(truths);
  }

  /** A truth with its prior weight. */
  private Truth truth(double logMedian, double logSpread, double logShare) {
    double away = (logMedian - Math.log(today)) / VAGUE_DEVIATION;
    double wide = (logSpread - Math.log(TYPICAL_SPREAD)) / SPREAD_DEVIATION;
    double weight = Math.exp(-square(away) / 2 - square(wide) / 2);
    return new Truth(logMedian, Math.exp(logSpread), Math.exp(logShare), weight);
  }

  private List<Truth> prior(Axis medians, Axis logSpreads, Axis logShares) {
    List<Truth> truths = new ArrayList<>();
    for (int median = 0; median < medians.places; median++) {
      for (int spread = 0; spread < logSpreads.places; spread++) {
        for (int share = 0; share < logShares.places; share++) {
          truths.add(truth(medians.at(median), logSpreads.at(spread), logShares.at(share)));
        }
      }
    }
    return normalised(truths);
  }

  private static double square(double value) {
    return value * value;
  }

  private static List<Truth> normalised(List<Truth> truths) {
    double sum = truths.stream().mapToDouble(Truth::weight).sum();
    return truths.stream()
        .map(one -> new Truth(one.logMedian, one.spread, one.interested, one.weight / sum))
        .toList();
  }

  private List<Truth> hear(List<Truth> truths, Source source) {
    if (!likelihood.says(source)) {
      return truths;
    }
    double[] logs = truths.stream().mapToDouble(truth -> likelihood.log(truth, source)).toArray();
    double most = Double.NEGATIVE_INFINITY;
    for (int at = 0; at < logs.length; at++) {
      most = truths.get(at).weight > 0 ? Math.max(most, logs[at]) : most;
    }
    List<Truth> heard = new ArrayList<>();
    for (int at = 0; at < logs.length; at++) {
      Truth one = truths.get(at);
      heard.add(
          new Truth(
              one.logMedian, one.spread, one.interested, one.weight * Math.exp(logs[at] - most)));
    }
    return normalised(heard);
  }
}
