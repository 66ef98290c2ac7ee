package io.tiktoktoe.revenue.advice;

import io.tiktoktoe.event.DateRange;
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
   * The movements of a period. The churn rate is churns per subscription-day at risk, times 30,
   * with the exact interval of a Poisson rate (Garwood 1936).
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
    double exposure = 0;
    for (SubscriptionMovement movement : history) {
      if (movement.day().isBefore(first)) {
        startAmount = Math.addExact(startAmount, movement.monthlyAmount());
        startSubscriptions = Math.addExact(startSubscriptions, active(movement));
      } else if (!movement.day().isAfter(last)) {
        movements.merge(movement.kind(), of(movement), SubscriptionMovements::plus);
        // Those who come or go are at risk for the rest, or for a part, of the period.
        exposure += active(movement) * (last.toEpochDay() - movement.day().toEpochDay() + 0.5);
      }
    }
    exposure += startSubscriptions * (last.toEpochDay() - first.toEpochDay() + 1.0);
    return summary(startAmount, startSubscriptions, movements, exposure);
  }

  private static SubscriptionSummary summary(
      long startAmount, long startSubscriptions, Map<Kind, Movement> movements, double exposure) {
    long endAmount = startAmount;
    long endSubscriptions = startSubscriptions;
    double came = 0;
    double went = 0;
    for (Map.Entry<Kind, Movement> entry : movements.entrySet()) {
      long amount = entry.getValue().monthlyAmount();
      endAmount = Math.addExact(endAmount, amount);
      endSubscriptions += sign(entry.getKey()) * entry.getValue().subscriptions();
      came += Math.max(0, amount);
      went -= Math.min(0, amount);
    }
    long churns = movements.getOrDefault(Kind.CHURN, Movement.NONE).subscriptions();
    return new SubscriptionSummary(
        startAmount,
        endAmount,
        startSubscriptions,
        endSubscriptions,
        movements,
        went > 0 ? came / went : Double.NaN,
        exposure > 0 ? Math.min(1, churns * DAYS_OF_RATE / exposure) : Double.NaN,
        rateInterval(churns, exposure));
  }

  private static Interval rateInterval(long churns, double exposure) {
    if (!(exposure > 0)) {
      return new Interval(0, 1, Interval.WIDE);
    }
    return CountTests.poissonRate(churns, exposure / DAYS_OF_RATE, Interval.WIDE).clamp(0, 1);
  }

  /** How many active subscriptions a movement adds. */
  static long active(SubscriptionMovement movement) {
    return sign(movement.kind()) * movement.subscriptions();
  }

  private static long sign(Kind kind) {
    return switch (kind) {
      case NEW, REACTIVATION -> 1;
      case CHURN -> -1;
      case EXPANSION, CONTRACTION -> 0;
    };
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
