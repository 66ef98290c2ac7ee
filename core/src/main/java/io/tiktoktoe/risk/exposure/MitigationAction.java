package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.stats.Interval;

/**
 * A risk treatment option: what lowers a risk, what it removes and what it costs, as an action that
 * an allocation under a budget can choose.
 *
 * @param risk which risk; at most one action of a risk is chosen
 * @param action what to do
 * @param cost in 30 days, minor units, under the assumption
 * @param expected what the mean of all futures loses less in 30 days, minor units; NaN where the
 *     chance of the risk is not known
 * @param removed risk removed: what bad months lose less in 30 days, minor units
 * @param interval holds {@code removed} with probability 0.95
 * @param assumption where the cost is taken from
 */
public record MitigationAction(
    String risk,
    String action,
    double cost,
    double expected,
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
    ONE_PERCENT_A_YEAR,
    /** Checking payers loses half a percent of sales and stops half of the chargebacks. */
    HALF_A_PERCENT_OF_SALES,
    /** Rights cleared before publishing cost 2% of the income from ads and halve such falls. */
    TWO_PERCENT_OF_ADS
  }

  /**
   * A risk against which it is not known what helps.
   *
   * @param risk which
   * @param reason why
   */
  public record Unknown(String risk, Reason reason) {}

  /** Why it is not known what a treatment removes. */
  public enum Reason {
    /** None was seen, so its size is not known. */
    NONE_SEEN,
    /** So few were seen, or could have been, that it may be nothing. */
    TOO_FEW_SEEN,
    /** No event tells of such a thing. */
    NO_SUCH_EVENT,
    /** There is no forecast whose futures could be drawn again. */
    NO_FORECAST
  }
}
