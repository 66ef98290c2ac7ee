package io.tiktoktoe.audience.insight;

/** What is counted with a weight that halves with age: the newest days say most. */
public enum FanRate {
  /** Active days after the first. */
  ACTIVE_DAYS,
  /** The same with a quarter of the half-life: what changed of late. */
  RECENT_DAYS,
  /** Likes, comments and shares after the first day. */
  INTERACTIONS,
  /** Views after the first day. */
  VIEWS,
  /** Minutes watched after the first day. */
  WATCH_MINUTES
}
