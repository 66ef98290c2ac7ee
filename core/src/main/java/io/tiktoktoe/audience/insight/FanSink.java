package io.tiktoktoe.audience.insight;

/**
 * Takes an audience in columns, so that a million fans need no object each. Fans are numbered from
 * 0 in the order in which they are met; what is handed over is overwritten by the next call.
 */
public interface FanSink {

  /** What fans did, in order of days: all of it before the first call of {@link #money}. */
  void activity(ActivityRows rows);

  /** What fans brought, in order of days. */
  void money(MoneyRows rows);
}
