package io.tiktoktoe.audience.insight;

import java.util.List;

/**
 * Who will be silent for a whole period: a discrete-time hazard of each fan who was active in the
 * {@value PastPeriod#DAYS} days before, for the {@value PastPeriod#DAYS} days ahead.
 *
 * @param method by what
 * @param atRisk how many fans it is asked of
 * @param expected how many of them are expected to leave; NaN when nothing is known
 * @param baseRate share that left in the last period whose outcome is known; NaN without any
 * @param calibrationError expected calibration error: mean distance of told and observed shares in
 *     ten groups of the last period, foretold from those before it; NaN where there is none
 * @param periods how many periods it learned from
 * @param rows fans in these, each counted once a period
 */
public record LeavingOutlook(
    Method method,
    int atRisk,
    double expected,
    double baseRate,
    double calibrationError,
    int periods,
    long rows) {

  /** By what risks are told. */
  public enum Method {
    /** Logistic regression on what was known of each fan. */
    HAZARD,
    /** One rate for all: too little is known to tell fans apart. */
    BASE_RATE,
    /** Nothing is known. */
    NONE
  }

  /**
   * A fan who is likely to leave and worth keeping.
   *
   * @param fan name
   * @param segment the segment's number
   * @param risk probability of leaving
   * @param lo lower end of its 95% interval
   * @param hi upper end
   * @param value expected lifetime value over the horizon, minor units
   * @param atStake {@code risk x value}
   * @param silentDays days since the last action
   * @param reasons why the risk is above what is usual, the strongest first
   * @param action what to do, an action's code; {@code none} where the plan has nothing for the
   *     segment
   */
  public record LikelyLeaver(
      String fan,
      int segment,
      double risk,
      double lo,
      double hi,
      double value,
      double atStake,
      int silentDays,
      List<LeavingReason> reasons,
      String action) {

    public LikelyLeaver {
      reasons = List.copyOf(reasons);
    }

    /** The same under this name. */
    public LikelyLeaver named(String name) {
      return new LikelyLeaver(
          name, segment, risk, lo, hi, value, atStake, silentDays, reasons, action);
    }
  }
}
