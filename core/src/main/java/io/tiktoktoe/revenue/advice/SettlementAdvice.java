package io.tiktoktoe.revenue.advice;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.answer.Recommendation.Effect;
import io.tiktoktoe.answer.Recommendation.Footing;
import io.tiktoktoe.metric.Settlement;
import io.tiktoktoe.revenue.insight.RevenueAdvice;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Resampling;
import io.tiktoktoe.stats.Resampling.Jackknife;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A ratio estimator of settlements: finds sources whose estimates are settled lower, or higher,
 * than reported, by the ratio of sums with its delete-one-day jackknife interval.
 */
final class SettlementAdvice {

  /** Fewer settled days than two weeks say little of the next ones. */
  private static final int LEAST_DAYS = 14;

  private SettlementAdvice() {}

  /** One advice for each stream and source that drifts beyond chance. */
  static List<Recommendation> of(List<Settlement> settlements) {
    Map<String, List<Settlement>> bySource = new TreeMap<>();
    for (Settlement settlement : settlements) {
      if (settlement.estimated() > 0) {
        bySource
            .computeIfAbsent(
                settlement.stream().label() + " of " + settlement.source(),
                name -> new ArrayList<>())
            .add(settlement);
      }
    }
    List<Recommendation> advice = new ArrayList<>();
    bySource.forEach(
        (name, days) -> {
          if (days.size() >= LEAST_DAYS) {
            advice.add(drift(name, days));
          }
        });
    return advice;
  }

  private static Recommendation drift(String name, List<Settlement> days) {
    double estimated = days.stream().mapToDouble(Settlement::estimated).sum();
    double settled = days.stream().mapToDouble(Settlement::settled).sum();
    double ratio = settled / estimated;
    Jackknife jackknife =
        Resampling.jackknife(
            days.size(),
            ratio,
            left -> {
              double rest = estimated - days.get(left).estimated();
              return rest > 0 ? (settled - days.get(left).settled()) / rest : ratio;
            });
    double drift = Math.abs(1 - ratio);
    return new Recommendation(
        new RevenueAdvice.CorrectEstimates(name, days.size(), ratio),
        Effect.PLANNING_ERROR,
        drift,
        Interval.student(drift, jackknife.error(), jackknife.freedom(), Interval.WIDE),
        Footing.LEDGER);
  }
}
