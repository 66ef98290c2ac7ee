package io.tiktoktoe.content.insight;

import io.tiktoktoe.event.DateRange;
import java.util.List;
import java.util.Optional;

/**
 * Market trends of all creators by type and category, as one release under user-level differential
 * privacy: nothing else of other creators is known.
 *
 * @param before the earlier period
 * @param now the later one
 * @param epsilon what the release cost of the platform's budget
 * @param delta likewise
 * @param trends those that chance alone would hardly have made, the largest first
 * @param tried how many were looked at
 * @param repeated whether it was released before, so that it cost nothing
 */
public record MarketTrends(
    DateRange before,
    DateRange now,
    double epsilon,
    double delta,
    List<MarketTrend> trends,
    int tried,
    boolean repeated) {

  public MarketTrends {
    trends = List.copyOf(trends);
  }

  /** The trend of a level: of income where that is told, else of people. */
  public Optional<MarketTrend> of(MarketTrend.Choice choice, String level) {
    return trends.stream()
        .filter(one -> one.choice() == choice && one.level().equals(level))
        .reduce((a, b) -> a.measure() == MarketTrend.Measure.INCOME ? a : b);
  }
}
