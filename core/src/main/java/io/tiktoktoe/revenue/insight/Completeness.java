package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.event.DateRange;

/**
 * How much of a period has happened and been delivered. Comparisons use the elapsed part and the
 * same part of the other period, so that an unfinished period never looks like a drop.
 *
 * @param status whether the period is over and its data is here
 * @param elapsed the part that is over and delivered; equal to the period when complete
 * @param comparison the like-for-like part of the period before
 * @param days whole local days in the elapsed part
 * @param note the same in one sentence, with the time that data reaches; then one sentence for each
 *     stream that has been silent unusually long
 */
public record Completeness(
    Status status, DateRange elapsed, DateRange comparison, int days, String note) {

  /** Whether a period is over and delivered. */
  public enum Status {
    COMPLETE,
    /** It is still going on. */
    RUNNING,
    /** It is over, or further on, but data ends earlier than this creator's usual silences. */
    DATA_BEHIND,
    /** Nothing of it has happened, or no data reaches it. */
    NOT_STARTED
  }

  /** Whether figures will still change because time or data is missing. */
  public boolean unfinished() {
    return status != Status.COMPLETE;
  }
}
