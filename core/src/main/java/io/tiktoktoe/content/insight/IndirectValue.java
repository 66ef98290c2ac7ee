package io.tiktoktoe.content.insight;

import io.tiktoktoe.stats.Interval;

/**
 * Indirect value: what a content brings beside attributed payments, each by regression over the
 * creator's contents and days, minor units. Associations; they are in no sum.
 *
 * @param brandValue income of brand deals that goes with its views
 * @param audienceGrowth what the fans who were first seen at it paid and will pay
 * @param platformAuthority direct value of other contents that goes with its views in the days
 *     after
 */
public record IndirectValue(
    Estimate brandValue, Estimate audienceGrowth, Estimate platformAuthority) {

  /** An estimate and the range that holds the truth with 95%. */
  public record Estimate(double value, Interval interval) {}
}
