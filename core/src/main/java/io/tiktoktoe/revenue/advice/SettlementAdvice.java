package io.tiktoktoe.revenue.advice;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.answer.Recommendation.Effect;
import io.tiktoktoe.answer.Recommendation.Footing;
import io.tiktoktoe.metric.Settlement;
import io.tiktoktoe.revenue.insight.RevenueAdvice;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Finds sources whose estimates are settled lower, or higher, than reported: the ratio of sums with
 * its delete-one-day jackknife interval.
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
    double squares = 0;
    for (Settlement day : days) {
      double rest = estimated - day.estimated();
      double other = rest > 0 ? (settled - day.settled()) / rest : ratio;
      squares += (other - ratio) * (other - ratio);
    }
    int count = days.size();
    double error = Math.sqrt(squares * (count - 1) / count);
    double reach = error * TDistribution.of(count - 1).inverseSurvivalProbability(0.025);
    double drift = Math.abs(1 - ratio);
    return new Recommendation(
        new RevenueAdvice.CorrectEstimates(name, count, ratio),
        Effect.PLANNING_ERROR,
        drift,
        new Interval(drift - reach, drift + reach, 0.95),
        Footing.LEDGER);
  }
}
