package io.tiktoktoe.content.insight;

/** Performance dimensions of a content's report card. */
public enum PerformanceDimension {
  /** Whether it is watched, to its end, answered and passed on. */
  ENGAGEMENT,
  /** Whether it makes people pay. */
  CONVERSION,
  /** Whether it brings people who stay: growth. */
  RETENTION
}
