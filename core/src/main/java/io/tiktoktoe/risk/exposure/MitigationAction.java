package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.stats.Interval;

/**
 * A risk treatment option: what lowers a risk, what it removes and what it costs, as an action that
 * an allocation under a budget can choose.
 *
 * @param risk which risk; at most one action of a risk is chosen
 * @param action what to do
 * @param cost in 30 days, minor units, under the assumption
 * @param removed risk removed: what bad months lose less in 30 days, minor units
 * @param interval holds it with probability 0.95
 * @param assumption where the cost is taken from
 */
public record MitigationAction(
    String risk,
    String action,
    double cost,
    double removed,
    Interval interval,
    Assumption assumption) {

  /** Where a cost is taken from: none of it is in the data, so each can be changed in the file. */
  public enum Assumption {
    /** Half of the income that is moved is lost for the 30 days of moving. */
    HALF_LOST_WHILE_MOVING,
    /** Money that lies idle could bring 6% a year. */
    SIX_PERCENT_A_YEAR,
    /** A fifth off what those pay who are kept. */
    A_FIFTH_OFF,
    /** A forward contract costs 1% a year of what it covers. */
    ONE_PERCENT_A_YEAR
  }
}
