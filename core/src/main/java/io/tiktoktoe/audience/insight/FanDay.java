package io.tiktoktoe.audience.insight;

/** Days of each fan's life with a creator. */
public enum FanDay {
  /** First sight of any kind. */
  FIRST_SEEN,
  /** First day with an action. */
  FIRST_ACTIVE,
  /** Last day with an action. */
  LAST_ACTIVE,
  /** First sale that is no subscription's. */
  FIRST_PURCHASE,
  /** Last sale that is no subscription's. */
  LAST_PURCHASE,
  /** First sale of any kind. */
  FIRST_SALE
}
