package io.tiktoktoe.revenue.insight;

import java.util.List;
import java.util.Optional;

/**
 * What is regular in income and what is not.
 *
 * @param hourly every local hour of the period
 * @param daily every local day of the period
 * @param week the shape of the week, with the hours of strength
 * @param breakdowns by stream, platform, country, age band and gender, in this order
 * @param decomposition daily trend, weekly season and remainder over the whole history
 * @param trend where income is heading; absent with too short a history
 * @param anomalies in the period, the largest deviation first
 * @param expectedFalseAlarms how many anomalies chance alone would show in a period as long, at
 *     most
 * @param ensemble how much each detection method counted
 */
public record RevenuePatterns(
    List<HourlyIncome> hourly,
    List<DailyIncome> daily,
    WeekProfile week,
    List<Breakdown> breakdowns,
    DailyDecomposition decomposition,
    Optional<IncomeTrend> trend,
    List<RevenueAnomaly> anomalies,
    double expectedFalseAlarms,
    List<MethodShare> ensemble) {

  public RevenuePatterns {
    hourly = List.copyOf(hourly);
    daily = List.copyOf(daily);
    breakdowns = List.copyOf(breakdowns);
    anomalies = List.copyOf(anomalies);
    ensemble = List.copyOf(ensemble);
  }

  /** The breakdown by this dimension. */
  public Breakdown breakdown(Dimension dimension) {
    return breakdowns.get(dimension.ordinal());
  }
}
