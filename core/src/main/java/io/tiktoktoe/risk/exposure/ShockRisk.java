package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.stats.Interval;

/**
 * A structural break risk: how often the ground gives way under a platform or a creator, and by how
 * much, learned from all creators of the store.
 *
 * @param kind what falls
 * @param source the platform; empty for what hits one creator
 * @param falls how many such falls were found
 * @param years years of platforms, or of creators, that were watched
 * @param power share of such falls that would have been seen in those years, in [0, 1]
 * @param chance of at least one within 90 days
 * @param chanceInterval holds the chance with probability 0.95
 * @param fall share that is lost by one, the geometric mean; NaN when none was ever found
 * @param fallInterval holds the share lost by the next with probability 0.95
 * @param loss income of 30 days that one takes, minor units; NaN likewise
 * @param expected loss of 30 days' income times chance; NaN likewise
 */
public record ShockRisk(
    Kind kind,
    String source,
    int falls,
    double years,
    double power,
    double chance,
    Interval chanceInterval,
    double fall,
    Interval fallInterval,
    double loss,
    double expected) {

  /** What falls. */
  public enum Kind {
    /** Views of all creators on a platform: it shows them to fewer. */
    ALGORITHM,
    /** What advertising pays for a view to all creators on a platform. */
    POLICY,
    /** What advertising pays for a view to one creator alone: demonetisation, copyright claims. */
    DEMONETISATION
  }
}
