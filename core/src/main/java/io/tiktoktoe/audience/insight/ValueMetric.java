package io.tiktoktoe.audience.insight;

/** What a segment's value is made of. */
public enum ValueMetric {
  /** Expected lifetime value over the horizon. */
  LIFETIME_VALUE,
  ENGAGEMENT_SCORE,
  INFLUENCE_SCORE
}
