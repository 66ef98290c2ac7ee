package io.tiktoktoe.simulation.law;

import io.tiktoktoe.simulation.world.Segment;

/**
 * How fans differ and change.
 *
 * @param hazard factor on the hazard of leaving for good
 * @param shape of the Gamma distribution of each rate among the fans of one segment
 * @param common deviation of the logarithm that views, tips and willingness of a fan share
 * @param drift stationary deviation of the logarithm of the slow change
 * @param driftDays time constant of the slow change
 * @param clump shape of the Gamma factor of a fan's week; 0 for none
 * @param lapsesPerYear mean number of absences of three to twenty weeks
 * @param changesPerYear mean number of changes to a neighbouring segment
 * @param homophily probability that a new fan is at home in the creator's niche
 * @param informative whether age and device say something about spending
 * @param ownClocks whether fans live on the clocks of their own country
 */
public record FanLaw(
    double hazard,
    double shape,
    double common,
    double drift,
    double driftDays,
    double clump,
    double lapsesPerYear,
    double changesPerYear,
    double homophily,
    boolean informative,
    boolean ownClocks) {

  /** Stationary and independent, as textbook models assume. */
  static final FanLaw TEXTBOOK = new FanLaw(1, 2, 0, 0, 100, 0, 0, 0, 0, false, false);

  /** Mean days for which one who begins to follow stays. */
  public double meanStayDays() {
    return Segment.meanStayDays() / hazard;
  }

  public boolean changes() {
    return drift > 0 || clump > 0 || lapsesPerYear > 0 || changesPerYear > 0;
  }
}
