package io.tiktoktoe.revenue;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.revenue.cells.Cells;
import io.tiktoktoe.revenue.cells.ComparedParts;
import io.tiktoktoe.revenue.cells.LocalGrid;
import io.tiktoktoe.revenue.cells.LocalSeries;
import io.tiktoktoe.revenue.change.Breakdowns;
import io.tiktoktoe.revenue.insight.DailyDecomposition;
import io.tiktoktoe.revenue.insight.RevenueAnomaly;
import io.tiktoktoe.revenue.insight.RevenuePatterns;
import io.tiktoktoe.revenue.pattern.AnomalyFinder;
import io.tiktoktoe.revenue.pattern.CycleShape;
import io.tiktoktoe.revenue.pattern.Directions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;

/** Puts together what is regular in income and what is not. */
final class Patterns {

  private Patterns() {}

  /**
   * Those of a period.
   *
   * @param endDay first local day that is not over or of which nothing is known
   */
  static RevenuePatterns of(
      DateRange period, ComparedParts parts, int endDay, RandomGenerator random) {
    Cells cells = parts.cells();
    ZoneId zone = period.zone();
    Instant end = parts.after().to();
    int firstDay = cells.size == 0 ? endDay : Math.min(cells.day[0], endDay);
    LocalSeries days = LocalSeries.days(cells, "total", LocalSeries.ALL, firstDay, endDay, zone);
    DailyDecomposition decomposition = Directions.decompose(days);
    AnomalyFinder finder = new AnomalyFinder(parts);
    List<RevenueAnomaly> anomalies = finder.find();
    return new RevenuePatterns(
        LocalGrid.hours(cells, period, end),
        LocalGrid.days(cells, period, end),
        CycleShape.of(cells, firstWholeDay(cells, firstDay), endDay, zone, random),
        Breakdowns.of(parts),
        decomposition,
        Directions.trend(days, decomposition, parts.afterDay() - firstDay - 1),
        anomalies,
        finder.expectedFalseAlarms(),
        finder.methods());
  }

  /** The day after the first income, unless that came within the first hour: days count whole. */
  private static int firstWholeDay(Cells cells, int firstDay) {
    boolean whole = cells.size > 0 && cells.hourOfWeek[0] % 24 == 0;
    return whole ? firstDay : firstDay + 1;
  }
}
