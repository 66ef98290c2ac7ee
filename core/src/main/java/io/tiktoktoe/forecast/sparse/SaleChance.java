package io.tiktoktoe.forecast.sparse;

import java.util.Arrays;

/**
 * The chance of a sale at each step. It follows Teunter, Syntetos, Babai 2011, so that it fades
 * when sales stop; it differs by phase of the season, and by time of the year, as far as the counts
 * show. After a pause that ordinary gaps do not explain, sales may come back as they were: a pause
 * that has lasted z steps goes on for h more with chance z / (z + h) if it ends at all. That it
 * does is as likely as not when the pause begins, and less the longer it has not ended. Nothing is
 * ever certain of zero: after z steps without a sale the chance is at least 0.5 / (z + 1),
 * Jeffreys' form of the rule of three, or that of the whole history. Immutable.
 */
final class SaleChance {

  private static final double[] RATES = {0.005, 0.015, 0.05, 0.15};

  /** Sales' worth of prior belief that all phases sell alike. */
  private static final double PHASE_PRIOR = 4;

  /** Belief that what pauses comes back at all, when the pause begins. */
  private static final double RETURNS = 0.5;

  /** A gap this unlikely while sales go on is a pause. */
  private static final double UNLIKELY = 0.05;

  private static final double HIGHEST = 0.999;

  private final int end;
  private final double[] common;
  private final double[] relative;
  private final SalesOfYear year;
  private final double evidence;
  private final double active;
  private final double paused;
  private final double returns;
  private final int silence;

  private SaleChance(
      int end,
      double[] common,
      double[] relative,
      SalesOfYear year,
      double evidence,
      double active,
      double paused,
      double returns,
      int silence) {
    this.end = end;
    this.common = common;
    this.relative = relative;
    this.year = year;
    this.evidence = evidence;
    this.active = active;
    this.paused = paused;
    this.returns = returns;
    this.silence = silence;
  }

  /**
   * From the first {@code end} values.
   *
   * @param observed NaN where unknown
   * @param period of the short season
   * @param longSeason a long season, such as a year of days; 1 for none
   */
  static SaleChance of(double[] observed, int end, int period, int longSeason) {
    double share = share(observed, end);
    double rate = bestRate(observed, end, share);
    double[] common = new double[end + 1];
    double p = share;
    int known = 0;
    int sales = 0;
    int silence = 0;
    double active = 0.5;
    double late = 0.5;
    for (int t = 0; t < end; t++) {
      common[t] = floored(p, share, silence);
      if (!Double.isNaN(observed[t])) {
        boolean sold = observed[t] > 0;
        known++;
        sales += sold ? 1 : 0;
        silence = sold ? 0 : silence + 1;
        active = sold ? sales / (known + 1.0) : active;
        p += rate * ((sold ? 1 : 0) - p);
        late = sold ? Math.min(active, p) : late;
      }
    }
    common[end] = floored(p, share, silence);
    double ordinary = Math.pow(1 - late, silence) / UNLIKELY;
    return new SaleChance(
        end,
        common,
        phases(observed, end, period, share),
        SalesOfYear.of(observed, end, longSeason, common),
        Math.min(known, (2 - rate) / rate),
        active,
        // What never began does not come back.
        sales == 0 ? 0 : Math.max(0, 1 - ordinary),
        returns(late, silence),
        silence);
  }

  /**
   * Belief that a pause ends at all: those that do have ended by z steps but for their shortest
   * length / z, the shortest being a gap that is unlikely while sales go on.
   */
  private static double returns(double chance, int silence) {
    double shortest = Math.max(1, Math.log(UNLIKELY) / Math.log(1 - Math.min(HIGHEST, chance)));
    double lasting = RETURNS * Math.min(1, shortest / Math.max(1, silence));
    return lasting / (lasting + 1 - RETURNS);
  }

  private static double floored(double chance, double share, int silence) {
    return Math.max(chance, Math.min(share, 0.5 / (silence + 1)));
  }

  private static double share(double[] observed, int end) {
    int sales = 0;
    int known = 0;
    for (int t = 0; t < end; t++) {
      if (!Double.isNaN(observed[t])) {
        known++;
        sales += observed[t] > 0 ? 1 : 0;
      }
    }
    return (sales + 0.5) / (known + 1.0);
  }

  /** The rate under which the sales seen were most likely. */
  private static double bestRate(double[] observed, int end, double share) {
    double best = Double.NEGATIVE_INFINITY;
    double bestRate = RATES[0];
    for (double rate : RATES) {
      double p = share;
      double log = 0;
      for (int t = 0; t < end; t++) {
        if (!Double.isNaN(observed[t])) {
          boolean sold = observed[t] > 0;
          log += Math.log(Math.max(1e-9, sold ? p : 1 - p));
          p += rate * ((sold ? 1 : 0) - p);
        }
      }
      if (log > best) {
        best = log;
        bestRate = rate;
      }
    }
    return bestRate;
  }

  private static double[] phases(double[] observed, int end, int period, double share) {
    double[] sales = new double[period];
    double[] counts = new double[period];
    for (int t = 0; t < end; t++) {
      if (!Double.isNaN(observed[t])) {
        counts[t % period]++;
        sales[t % period] += observed[t] > 0 ? 1 : 0;
      }
    }
    double[] relative = new double[period];
    Arrays.setAll(
        relative, phase -> (sales[phase] + PHASE_PRIOR) / (counts[phase] * share + PHASE_PRIOR));
    return relative;
  }

  /** The common chance now. */
  double now() {
    return common[end];
  }

  /** How many values the chance of now rests on. */
  double evidence() {
    return evidence;
  }

  /** The chance of a past step as it was foreseen from a step before. */
  double past(int from, int step) {
    return at(common[from], step);
  }

  /** The chance so many steps, counted from 0, after the values. */
  double ahead(int h) {
    double back = returns * (h + 1.0) / (silence + h + 1);
    double quiet = (1 - back) * at(quiet(), end + h) + back * at(resumed(), end + h);
    return (1 - paused) * at(now(), end + h) + paused * quiet;
  }

  /**
   * The same in one future.
   *
   * @param rate relative to the one now
   * @param course how a pause goes, uniform in [0, 1): the least end soonest, the greatest are none
   */
  double ahead(int h, double rate, double course) {
    if (course >= paused) {
      return at(rate * now(), end + h);
    }
    return at(h >= back(course / paused) ? resumed() : rate * quiet(), end + h);
  }

  /** From how many steps ahead sales are back, at a probability; never for most. */
  private double back(double probability) {
    double chance = probability / returns;
    // A pause of z steps has ended within h with chance h / (z + h).
    return chance < 1 ? silence * chance / (1 - chance) : Double.MAX_VALUE;
  }

  /** While a pause lasts: Jeffreys' form of the rule of three. */
  private double quiet() {
    return Math.min(now(), 0.5 / (silence + 1));
  }

  private double resumed() {
    return Math.max(active, now());
  }

  private double at(double chance, int step) {
    return Math.min(HIGHEST, year.chance(step, chance * relative[step % relative.length]));
  }
}
