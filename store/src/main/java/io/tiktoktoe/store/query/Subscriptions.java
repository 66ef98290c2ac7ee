package io.tiktoktoe.store.query;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.FailedPayments;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.metric.SubscriptionMovement.Kind;
import io.tiktoktoe.store.query.SubscriptionLife.Failure;
import io.tiktoktoe.store.query.SubscriptionLife.Movement;
import io.tiktoktoe.store.query.SubscriptionLife.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One creator's subscriptions as they moved. A payment covers what its plan says ({@link
 * SubscriptionPlans}); a subscription that is neither renewed nor canceled within {@link
 * SubscriptionPlans#GRACE} after that has churned on the day on which the grace ended. A gifted one
 * ends with what was paid for, without grace. A renewal of a subscription that was never seen to
 * start is its first sight, hence new. A fan may have several at once, told apart by their product
 * ({@link SubscriptionChains}).
 */
final class Subscriptions {

  private final List<Life> lives = new ArrayList<>();

  /**
   * One subscription as it went.
   *
   * @param subscriber platform and fan, see {@link Happening}
   * @param product what was subscribed to at last; empty where it is not told
   */
  record Life(String subscriber, String product, Told told) {}

  /**
   * Takes happenings ordered by subscriber and time.
   *
   * @param to brings prices into the reporting currency at the rate of their day
   * @param dataThrough until when renewals would have been seen
   */
  Subscriptions(List<Happening> happenings, Conversion to, Instant dataThrough) {
    SubscriptionPlans plans = SubscriptionPlans.of(happenings, dataThrough);
    List<SubscriptionPlans.Covered> one = new ArrayList<>();
    for (Happening happening : happenings) {
      if (!one.isEmpty() && !one.getLast().what().subscriber().equals(happening.subscriber())) {
        live(one, to, dataThrough);
        one = new ArrayList<>();
      }
      one.add(plans.cover(happening));
    }
    live(one, to, dataThrough);
  }

  private void live(List<SubscriptionPlans.Covered> fan, Conversion to, Instant dataThrough) {
    SubscriptionChains.of(fan)
        .forEach(chain -> lives.add(life(chain, SubscriptionLife.of(chain, to, dataThrough))));
  }

  private static Life life(List<SubscriptionPlans.Covered> chain, Told told) {
    String product =
        chain.stream()
            .map(one -> one.what().product())
            .filter(name -> !name.isEmpty())
            .reduce("", (before, now) -> now);
    return new Life(chain.getFirst().what().subscriber(), product, told);
  }

  /** Every subscription, one fan's after the other's. */
  List<Life> lives() {
    return lives;
  }

  /** What movements of a day are added up by. */
  private record Same(Kind kind, LocalDate began) {}

  private static final Comparator<Same> IN_ORDER =
      Comparator.comparing(Same::kind).thenComparing(Same::began);

  /** The movements on each local day of a period, ordered by day, kind and when they began. */
  List<SubscriptionMovement> movements(DateRange period) {
    Map<LocalDate, Map<Same, SubscriptionMovement>> days = new TreeMap<>();
    for (Life life : lives) {
      for (Movement movement : life.told().movements()) {
        Instant time = DayRows.counted(movement.time(), period.zone());
        if (period.contains(time)) {
          LocalDate began = period.day(DayRows.counted(movement.began(), period.zone()));
          add(days, period.day(time), began, movement);
        }
      }
    }
    return days.values().stream().flatMap(same -> same.values().stream()).toList();
  }

  private static void add(
      Map<LocalDate, Map<Same, SubscriptionMovement>> days,
      LocalDate day,
      LocalDate began,
      Movement movement) {
    SubscriptionMovement one =
        new SubscriptionMovement(
            day, movement.kind(), 1, movement.gifted() ? 1 : 0, movement.amount(), began);
    days.computeIfAbsent(day, key -> new TreeMap<>(IN_ORDER))
        .merge(
            new Same(movement.kind(), began),
            one,
            (a, b) ->
                new SubscriptionMovement(
                    day,
                    a.kind(),
                    a.subscriptions() + b.subscriptions(),
                    a.gifted() + b.gifted(),
                    Math.addExact(a.monthlyAmount(), b.monthlyAmount()),
                    began));
  }

  /** Renewals that failed in a period and what became of them. */
  FailedPayments failures(DateRange period) {
    FailedPayments sum = FailedPayments.NONE;
    for (Life life : lives) {
      for (Failure one : life.told().failures()) {
        if (period.contains(DayRows.counted(one.time(), period.zone()))) {
          sum = sum.plus(counted(one));
        }
      }
    }
    return sum;
  }

  private static FailedPayments counted(Failure one) {
    long amount = one.amount();
    return switch (one.end()) {
      case OPEN -> new FailedPayments(1, amount, 0, 0, 1, amount);
      case PAID -> new FailedPayments(1, amount, 1, amount, 0, 0);
      case GIVEN_UP -> new FailedPayments(1, amount, 0, 0, 0, 0);
    };
  }
}
