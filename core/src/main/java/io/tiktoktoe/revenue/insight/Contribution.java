package io.tiktoktoe.revenue.insight;

/**
 * Contribution of one group to a deviation from what was expected. The contributions of a dimension
 * add up to the whole deviation.
 *
 * @param dimension what it is broken down by
 * @param group the group, {@link Dimension#UNKNOWN} when not reported
 * @param actual what it brought, minor units
 * @param expected what it usually brings then
 * @param share its part of the deviation; above 1 or below 0 when others went the other way
 * @param surprise how far its share of income moved from its usual one (Jensen-Shannon, in nats)
 */
public record Contribution(
    Dimension dimension,
    String group,
    long actual,
    double expected,
    double share,
    double surprise) {

  /** What it brought beyond the expectation. */
  public double deviation() {
    return actual - expected;
  }
}
