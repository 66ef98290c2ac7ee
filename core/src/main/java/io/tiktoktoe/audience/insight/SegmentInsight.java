package io.tiktoktoe.audience.insight;

import io.tiktoktoe.audience.segment.Trait;
import io.tiktoktoe.stats.Interval;
import java.util.List;

/**
 * A segment of fans and what it is worth.
 *
 * @param number of the segment, from 1
 * @param fans how many
 * @param share of all fans
 * @param traits what sets it apart, the strongest first
 * @param value weighted mean of the fans' ranks in lifetime value, engagement and influence, 0 to 1
 * @param valueInterval holds it with 95%
 * @param lifetimeValue mean expected net of one fan over the horizon, minor units
 * @param lifetimeInterval holds it with 95%
 * @param engagement mean engagement score, 0 to 1
 * @param influence mean rank of influence, 0 to 1
 * @param net what these fans brought so far, minor units
 * @param active how many were active in the last 30 days
 * @param risk mean probability of these to leave; NaN where nobody is at risk
 * @param subscriptions that run
 * @param action what to do next, an action's code; {@code none} where nothing is worth it
 */
public record SegmentInsight(
    int number,
    int fans,
    double share,
    List<Trait> traits,
    double value,
    Interval valueInterval,
    double lifetimeValue,
    Interval lifetimeInterval,
    double engagement,
    double influence,
    long net,
    int active,
    double risk,
    long subscriptions,
    String action) {

  public SegmentInsight {
    traits = List.copyOf(traits);
  }
}
