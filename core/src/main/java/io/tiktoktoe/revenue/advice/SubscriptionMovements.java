package io.tiktoktoe.revenue.advice;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.SubscriptionDays;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.metric.SubscriptionMovement.Kind;
import io.tiktoktoe.revenue.insight.SubscriptionSummary;
import io.tiktoktoe.revenue.insight.SubscriptionSummary.Movement;
import io.tiktoktoe.stats.CountTests;
import io.tiktoktoe.stats.Interval;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A recurring revenue bridge: adds movements of recurring income up, exactly. */
public final class SubscriptionMovements {

  private static final double DAYS_OF_RATE = 30;

  private SubscriptionMovements() {}

  /**
   * The movements of a period. The churn rate is churns per subscription-day at risk ({@link
   * SubscriptionDays}), times 30, with the exact interval of a Poisson rate (Garwood 1936).
   *
   * @param history all movements since the first, in any order
   */
  public static SubscriptionSummary of(List<SubscriptionMovement> history, DateRange elapsed) {
    LocalDate first = elapsed.day(elapsed.from());
    LocalDate last = elapsed.day(elapsed.to().minusNanos(1));
    long startAmount = 0;
    long startSubscriptions = 0;
    Map<Kind, Movement> movements = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      movements.put(kind, Movement.NONE);
    }
    for (SubscriptionMovement movement : history) {
      if (movement.day().isBefore(first)) {
        startAmount = Math.addExact(startAmount, movement.monthlyAmount());
        startSubscriptions = Math.addExact(startSubscriptions, movement.active());
      } else if (!movement.day().isAfter(last)) {
        movements.merge(movement.kind(), of(movement), SubscriptionMovements::plus);
      }
    }
    return summary(
        startAmount, startSubscriptions, movements, SubscriptionDays.between(history, first, last));
  }

  private static SubscriptionSummary summary(
      long startAmount,
      long startSubscriptions,
      Map<Kind, Movement> movements,
      SubscriptionDays days) {
    long endAmount = startAmount;
    long endSubscriptions = startSubscriptions;
    double came = 0;
    double went = 0;
    for (Map.Entry<Kind, Movement> entry : movements.entrySet()) {
      long amount = entry.getValue().monthlyAmount();
      endAmount = Math.addExact(endAmount, amount);
      endSubscriptions += entry.getKey().active() * entry.getValue().subscriptions();
      if (entry.getKey() != Kind.CURRENCY) {
        came += Math.max(0, amount);
        went -= Math.min(0, amount);
      }
    }
    return new SubscriptionSummary(
        startAmount,
        endAmount,
        startSubscriptions,
        endSubscriptions,
        movements,
        went > 0 ? came / went : Double.NaN,
        Math.min(1, days.rate(DAYS_OF_RATE)),
        rateInterval(days));
  }

  private static Interval rateInterval(SubscriptionDays days) {
    if (!(days.exposure() > 0)) {
      return new Interval(0, 1, Interval.WIDE);
    }
    return CountTests.poissonRate(days.churns(), days.exposure() / DAYS_OF_RATE, Interval.WIDE)
        .clamp(0, 1);
  }

  private static Movement of(SubscriptionMovement movement) {
    return new Movement(movement.subscriptions(), movement.gifted(), movement.monthlyAmount());
  }

  private static Movement plus(Movement a, Movement b) {
    return new Movement(
        Math.addExact(a.subscriptions(), b.subscriptions()),
        Math.addExact(a.gifted(), b.gifted()),
        Math.addExact(a.monthlyAmount(), b.monthlyAmount()));
  }
}
