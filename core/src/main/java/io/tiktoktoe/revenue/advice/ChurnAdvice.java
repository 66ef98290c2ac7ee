package io.tiktoktoe.revenue.advice;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.answer.Recommendation.Effect;
import io.tiktoktoe.answer.Recommendation.Footing;
import io.tiktoktoe.metric.SubscriptionDays;
import io.tiktoktoe.metric.SubscriptionMovement;
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

  /**
   * Advice when the ratio of rates is surely above 1.
   *
   * @param end last local day that is over
   */
  static Optional<Recommendation> of(
      List<SubscriptionMovement> movements, SubscriptionSummary subscriptions, LocalDate end) {
    LocalDate border = end.minusDays(RECENT);
    SubscriptionDays recent = SubscriptionDays.between(movements, border.plusDays(1), end);
    SubscriptionDays earlier =
        SubscriptionDays.between(movements, border.minusDays(EARLIER - 1), border);
    if (recent.churns() == 0
        || earlier.churns() == 0
        || !(recent.exposure() > 0)
        || !(earlier.exposure() > 0)) {
      return Optional.empty();
    }
    Interval ratios =
        CountTests.rateRatio(
            recent.churns(),
            recent.exposure(),
            earlier.churns(),
            earlier.exposure(),
            Interval.WIDE);
    double usual = earlier.rate(RECENT);
    double ratio = recent.rate(RECENT) / usual;
    double scale = usual * Math.max(0, subscriptions.endAmount());
    return Optional.of(
        new Recommendation(
            new RevenueAdvice.AskWhyTheyLeft(
                usual * ratio,
                usual,
                subscriptions.endAmount(),
                ChurnWave.start(movements, border.minusDays(EARLIER - 1), end)),
            Effect.INCOME_30_DAYS,
            (ratio - 1) * scale,
            ratios.plus(-1).times(scale),
            Footing.ASSOCIATION));
  }
}
