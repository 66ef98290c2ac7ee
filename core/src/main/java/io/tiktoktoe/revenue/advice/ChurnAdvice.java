package io.tiktoktoe.revenue.advice;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.answer.Recommendation.Effect;
import io.tiktoktoe.answer.Recommendation.Footing;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.metric.SubscriptionMovement.Kind;
import io.tiktoktoe.revenue.insight.RevenueAdvice;
import io.tiktoktoe.revenue.insight.SubscriptionSummary;
import io.tiktoktoe.stats.CountTests;
import io.tiktoktoe.stats.Interval;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A two-sample Poisson test of churn: notices that subscribers leave faster than before.
 *
 * <p>Method: churns of the last 30 days against those of the 90 days before, as Poisson counts over
 * subscription-days at risk; given their sum the recent count is binomial, which gives the exact
 * (Clopper and Pearson 1934) interval of the ratio of rates.
 */
final class ChurnAdvice {

  private static final int RECENT = 30;
  private static final int EARLIER = 90;

  private ChurnAdvice() {}

  /** Advice when the ratio of rates is surely above 1. */
  static Optional<Recommendation> of(
      List<SubscriptionMovement> movements, SubscriptionSummary subscriptions) {
    LocalDate end =
        movements.stream()
            .map(SubscriptionMovement::day)
            .max(LocalDate::compareTo)
            .orElse(LocalDate.EPOCH);
    long[] churns = new long[2];
    double[] exposure = new double[2];
    count(movements, end, churns, exposure);
    if (churns[0] == 0 || churns[1] == 0 || !(exposure[0] > 0) || !(exposure[1] > 0)) {
      return Optional.empty();
    }
    Interval ratios =
        CountTests.rateRatio(churns[0], exposure[0], churns[1], exposure[1], Interval.WIDE);
    double usual = RECENT * churns[1] / exposure[1];
    double ratio = churns[0] / exposure[0] / (churns[1] / exposure[1]);
    double scale = usual * Math.max(0, subscriptions.endAmount());
    return Optional.of(
        new Recommendation(
            new RevenueAdvice.AskWhyTheyLeft(usual * ratio, usual, subscriptions.endAmount()),
            Effect.INCOME_30_DAYS,
            (ratio - 1) * scale,
            ratios.plus(-1).times(scale),
            Footing.ASSOCIATION));
  }

  private static void count(
      List<SubscriptionMovement> movements, LocalDate end, long[] churns, double[] exposure) {
    for (SubscriptionMovement movement : movements) {
      long ago = end.toEpochDay() - movement.day().toEpochDay();
      if (movement.kind() == Kind.CHURN && ago < RECENT + EARLIER) {
        churns[ago < RECENT ? 0 : 1] += movement.subscriptions();
      }
      // A movement changes how many are at risk from its day on.
      long active = SubscriptionMovements.active(movement);
      exposure[0] += active * (double) Math.min(RECENT, ago + 1);
      exposure[1] += active * (double) Math.clamp(ago + 1 - RECENT, 0, EARLIER);
    }
  }
}
