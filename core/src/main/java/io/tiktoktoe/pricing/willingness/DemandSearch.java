package io.tiktoktoe.pricing.willingness;

import io.tiktoktoe.pricing.insight.WillingnessEstimate.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * Posterior over a grid of the median, the spread and the share of the interested, given one second
 * group: looked at wide first and then where something was found (adaptive quadrature). O(grid
 * exposures).
 */
final class DemandSearch {

  private static final double VAGUE_DEVIATION = 1.2;

  private static final double TYPICAL_SPREAD = .55;
  private static final double SPREAD_DEVIATION = .45;

  /** How far the first look reaches, in logarithms of the median and of the share. */
  private static final double MEDIAN_REACH = 2.6;

  private static final double SHARE_REACH = 7;

  /** Standard deviations of the last look that a closer one reaches. */
  private static final double REACH = 4;

  private static final int LOOKS = 3;

  private static final double NEGLIGIBLE = 1e-5;

  /**
   * In how many places is looked.
   *
   * @param medians of the first look
   * @param spreads of the first look
   * @param shares of the first look
   * @param closer along each direction of a closer look
   */
  private record Places(int medians, int spreads, int shares, int closer) {

    double apart() {
      return 2 * REACH / (closer - 1);
    }
  }

  private static final Places FINE = new Places(33, 15, 15, 15);

  /** A mixture is one of many: each may be looked at less closely. */
  private static final Places COARSE = new Places(23, 9, 9, 9);

  private final double today;
  private final SourceLikelihood likelihood;
  private final boolean shares;
  private final SecondGroup second;
  private final Places places;

  /**
   * A search.
   *
   * @param today price today, around which is looked
   * @param shares whether the share of the interested can be told
   */
  DemandSearch(double today, SourceLikelihood likelihood, boolean shares, SecondGroup second) {
    this.today = today;
    this.likelihood = likelihood;
    this.shares = shares;
    this.second = second;
    this.places = second.isNone() ? FINE : COARSE;
  }

  /**
   * Truths with their probabilities.
   *
   * @param logEvidence logarithm of how likely all that was heard is, but for a constant
   */
  record Heard(List<PossibleDemand> truths, double logEvidence) {}

  /** What is left of the first look by all sources, and of closer ones. */
  Heard found() {
    return closer(hearAll(new Heard(wide(), 0)).truths());
  }

  private Heard hearAll(Heard prior) {
    Heard heard = prior;
    for (Source source : Source.values()) {
      heard = hear(heard, source);
    }
    return heard;
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
    double middle = Math.log(today) - second.share() * second.away();
    return new Axis(middle - MEDIAN_REACH, middle + MEDIAN_REACH, places.medians);
  }

  private Axis logSpreads() {
    double middle = Math.log(TYPICAL_SPREAD);
    return new Axis(middle - 3 * SPREAD_DEVIATION, middle + 3 * SPREAD_DEVIATION, places.spreads);
  }

  private Axis logShares() {
    return shares ? new Axis(-SHARE_REACH, 0, places.shares) : new Axis(0, 0, 1);
  }

  /** The prior. */
  List<PossibleDemand> wide() {
    List<PossibleDemand> truths = new ArrayList<>();
    Axis medians = medians();
    Axis logSpreads = logSpreads();
    Axis logShares = logShares();
    for (int median = 0; median < medians.places; median++) {
      for (int spread = 0; spread < logSpreads.places; spread++) {
        for (int share = 0; share < logShares.places; share++) {
          truths.add(truth(medians.at(median), logSpreads.at(spread), logShares.at(share)));
        }
      }
    }
    return normalised(truths, sum(truths));
  }

  /**
   * Closer looks where the last one found something, along the directions in which it was spread:
   * median, spread and share are told apart only together.
   */
  Heard closer(List<PossibleDemand> found) {
    Heard heard = new Heard(found, 0);
    double apart = places.apart();
    Ellipsoid last =
        Ellipsoid.spaced(apart, medians().spacing(), logSpreads().spacing(), logShares().spacing());
    for (int look = 0; look < LOOKS; look++) {
      last = new Ellipsoid(heard.truths, shares ? 3 : 2, last, apart);
      List<PossibleDemand> near = along(last);
      double sum = sum(near);
      double prior = Math.log(sum) + last.logVolume(shares ? 3 : 2) + 3 * Math.log(apart);
      heard = hearAll(new Heard(normalised(near, sum), prior));
    }
    return new Heard(
        heard.truths.stream().filter(truth -> truth.weight() > NEGLIGIBLE).toList(),
        heard.logEvidence);
  }

  private List<PossibleDemand> along(Ellipsoid found) {
    List<PossibleDemand> truths = new ArrayList<>();
    Axis axis = new Axis(-REACH, REACH, places.closer);
    for (int one = 0; one < axis.places; one++) {
      for (int two = 0; two < axis.places; two++) {
        for (int three = 0; three < (shares ? axis.places : 1); three++) {
          double[] at = found.at(axis.at(one), axis.at(two), shares ? axis.at(three) : 0);
          if (at[2] <= 0) {
            truths.add(truth(at[0], at[1], at[2]));
          }
        }
      }
    }
    return truths;
  }

  /**
   * A truth with its prior weight: what is known before is how far willingness spreads over all, of
   * whichever groups. The last factor turns its density into one of the groups' spread.
   */
  private PossibleDemand truth(double logMedian, double logSpread, double logShare) {
    PossibleDemand truth =
        new PossibleDemand(logMedian, Math.exp(logSpread), Math.exp(logShare), 1, second);
    double away = (truth.logMean() - Math.log(today)) / VAGUE_DEVIATION;
    double wide = Math.log(truth.deviation() / TYPICAL_SPREAD) / SPREAD_DEVIATION;
    double weight = Math.exp(-(away * away + wide * wide) / 2);
    return truth.withWeight(weight * truth.withinGroups());
  }

  private static double sum(List<PossibleDemand> truths) {
    return truths.stream().mapToDouble(PossibleDemand::weight).sum();
  }

  private static List<PossibleDemand> normalised(List<PossibleDemand> truths, double sum) {
    return truths.stream().map(one -> one.withWeight(one.weight() / sum)).toList();
  }

  /** What is left of truths when a source is heard. */
  Heard hear(Heard before, Source source) {
    if (!likelihood.says(source)) {
      return before;
    }
    List<PossibleDemand> truths = before.truths;
    double[] logs = truths.stream().mapToDouble(truth -> likelihood.log(truth, source)).toArray();
    double most = Double.NEGATIVE_INFINITY;
    for (int at = 0; at < logs.length; at++) {
      most = truths.get(at).weight() > 0 ? Math.max(most, logs[at]) : most;
    }
    List<PossibleDemand> heard = new ArrayList<>();
    for (int at = 0; at < logs.length; at++) {
      PossibleDemand one = truths.get(at);
      heard.add(one.withWeight(one.weight() * Math.exp(logs[at] - most)));
    }
    double sum = sum(heard);
    return new Heard(normalised(heard, sum), before.logEvidence + most + Math.log(sum));
  }
}
