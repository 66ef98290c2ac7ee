package io.tiktoktoe.pipeline.insight;

/**
 * Raw data of a platform in a period. What it tells of persons is read by the protecting step
 * alone, and only after the budget was charged.
 */
public interface AnalyticsStream {

  /**
   * Tells all events of persons, account by account, each in the order of time. A payment that
   * cannot be converted is told with {@link PersonEvent#NO_RATE}: a release that failed for it
   * would tell that it is there.
   */
  void activity(ActivitySink sink);

  /** The name of a creator. */
  String creator(long number);

  /** The name of a content. */
  String content(long number);

  /** The platform of a place. */
  String platform(int place);

  /** The country of a place, {@code unknown} where not said. */
  String country(int place);

  /** What machines measured: tells of no person. */
  PlatformHealth health();
}
