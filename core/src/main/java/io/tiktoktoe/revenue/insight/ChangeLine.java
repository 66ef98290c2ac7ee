package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.stats.Interval;

/**
 * The change that one group made.
 *
 * @param dimension what it is broken down by
 * @param group the group; several levels are joined by {@code " / "} when drilled down
 * @param before net income in the comparison part, minor units, exact
 * @param after net income now
 * @param interval the change plus and minus its sampling error, at 0.95
 * @param pValue chance of a change this large if nothing had changed; 1 when it cannot be judged
 * @param signal whether it stands out from chance with all groups considered (Holm, 5%)
 */
public record ChangeLine(
    Dimension dimension,
    String group,
    long before,
    long after,
    Interval interval,
    double pValue,
    boolean signal) {

  /** What changed, exact. */
  public long change() {
    return Math.subtractExact(after, before);
  }
}
