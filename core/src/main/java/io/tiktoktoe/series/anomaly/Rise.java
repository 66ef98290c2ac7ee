package io.tiktoktoe.series.anomaly;

/**
 * Hysteresis within one event: values that are unusual together are told again only where they have
 * become clearly more unusual. An event lasts as long as unusual values come soon after each other.
 */
final class Rise {

  /** A p-value below this belongs to an event. */
  private static final double UNUSUAL = .05;

  /** Usual values in a row after which an event is over. */
  private static final int GAP = 10;

  /** A score that is higher by this is clearly more: twice what tells events apart. */
  private static final double MARGIN = .04;

  /** A lower score, a p-value above a sixth, is nothing that could be repeated. */
  private static final double LEAST = .2;

  private double highest;
  private int usual;

  /** Whether {@code score} is clearly more than what the event had before; O(1). */
  boolean isMore(double score, double pValue) {
    if (usual > GAP) {
      highest = 0;
    }
    usual = pValue < UNUSUAL ? 0 : usual + 1;
    boolean more = highest <= LEAST || score > highest + MARGIN;
    highest = Math.max(highest, score);
    return more;
  }
}
