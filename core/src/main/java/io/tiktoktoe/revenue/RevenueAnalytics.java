package io.tiktoktoe.revenue;

import io.tiktoktoe.event.Period;
import io.tiktoktoe.metric.CreatorProfile;

/** Front door of revenue stream analysis. */
public final class RevenueAnalytics {

  private final RevenueSource source;

  private RevenueAnalytics(RevenueSource source) {
    this.source = source;
  }

  /** Analyses over this source. */
  public static RevenueAnalytics of(RevenueSource source) {
    return new RevenueAnalytics(source);
  }

  /**
   * What a creator earned in a period, why, what comes next and what to do. The same source, time
   * and seed give the same answer.
   *
   * @param timeframe the period; it may be unfinished
   * @throws io.tiktoktoe.event.MissingRateException if an amount cannot be converted
   * @throws java.util.concurrent.CancellationException if the context's progress or an interrupt
   *     cancels
   */
  public RevenueInsights analyzeRevenueStreams(
      CreatorProfile creator, Period timeframe, RevenueContext context) {
    throw new UnsupportedOperationException(
        "revenue of " + creator.creator() + " from " + source + " is not analysed in this build.");
  }
}
