package io.tiktoktoe.store.query;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.FailedPayments;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.metric.SubscriptionMovement.Kind;
import io.tiktoktoe.store.model.ResultRow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One creator's subscriptions as they moved. A payment covers {@link #PAID_FOR}; a subscription
 * that is neither renewed nor canceled within {@link #GRACE} after that has churned on the day on
 * which the grace ended. A gifted one ends with what was paid for, without grace. A renewal of a
 * subscription that was never seen to start is its first sight, hence new.
 */
final class Subscriptions {

  /** What one payment covers: the longest month. */
  static final Duration PAID_FOR = Duration.ofDays(31);

  /** How long platforms usually retry a failed renewal. */
  static final Duration GRACE = Duration.ofDays(14);

  private final List<Happening> happenings;

  /** Takes happenings ordered by subscriber and time. */
  Subscriptions(List<Happening> happenings) {
    this.happenings = List.copyOf(happenings);
  }

  /** What can happen to a subscription. */
  enum Change {
    PAID,
    CANCELED,
    FAILED
  }

  /**
   * One thing that happened.
   *
   * @param subscriber the subscription's key
   * @param amount what was paid or asked for, minor units of the reporting currency
   */
  record Happening(String subscriber, Instant time, Change change, long amount, boolean gifted) {

    static Happening of(ResultRow row, Conversion to) {
      Change change =
          switch (row.required("type")) {
            case "subscription.started", "subscription.renewed" -> Change.PAID;
            case "subscription.canceled" -> Change.CANCELED;
            case "subscription.payment_failed" -> Change.FAILED;
            case String other -> throw new IllegalStateException(other + " is no subscription.");
          };
      boolean priced = !row.isNull("amount") && !row.isNull("currency");
      return new Happening(
          row.required("source") + '\n' + row.required("subscriber"),
          row.instant("time"),
          change,
          priced ? to.amount(row, "amount", "currency", "time") : 0,
          row.flag("gifted"));
    }
  }

  /** The movements on each local day of a period, ordered by day and kind. */
  List<SubscriptionMovement> movements(DateRange period, Instant dataThrough) {
    Map<LocalDate, Map<Kind, SubscriptionMovement>> days = new TreeMap<>();
    forEachSubscription(
        subscription -> {
          for (Movement movement : new Life(dataThrough).of(subscription)) {
            if (period.contains(movement.time())) {
              add(days, period.day(movement.time()), movement);
            }
          }
        });
    return days.values().stream()
        .flatMap(
            kinds ->
                kinds.values().stream().sorted(Comparator.comparing(SubscriptionMovement::kind)))
        .toList();
  }

  private static void add(
      Map<LocalDate, Map<Kind, SubscriptionMovement>> days, LocalDate day, Movement movement) {
    SubscriptionMovement one =
        new SubscriptionMovement(
            day, movement.kind(), 1, movement.gifted() ? 1 : 0, movement.amount());
    days.computeIfAbsent(day, key -> new TreeMap<>())
        .merge(
            movement.kind(),
            one,
            (a, b) ->
                new SubscriptionMovement(
                    day,
                    a.kind(),
                    a.subscriptions() + b.subscriptions(),
                    a.gifted() + b.gifted(),
                    Math.addExact(a.monthlyAmount(), b.monthlyAmount())));
  }

  /** Renewals that failed in a period and what became of them. */
  FailedPayments failures(DateRange period) {
    long[] sums = new long[4];
    forEachSubscription(
        subscription -> {
          boolean failing = false;
          boolean counted = false;
          long asked = 0;
          for (Happening one : subscription) {
            if (one.change() == Change.FAILED && !failing) {
              failing = true;
              counted = period.contains(one.time());
              asked = one.amount();
              sums[0] += counted ? 1 : 0;
              sums[1] += counted ? asked : 0;
            } else if (one.change() == Change.PAID && failing) {
              failing = false;
              sums[2] += counted ? 1 : 0;
              sums[3] += counted ? asked : 0;
            }
          }
        });
    return new FailedPayments(sums[0], sums[1], sums[2], sums[3]);
  }

  private void forEachSubscription(java.util.function.Consumer<List<Happening>> consumer) {
    List<Happening> one = new ArrayList<>();
    for (Happening happening : happenings) {
      if (!one.isEmpty() && !one.getLast().subscriber().equals(happening.subscriber())) {
        consumer.accept(one);
        one = new ArrayList<>();
      }
      one.add(happening);
    }
    if (!one.isEmpty()) {
      consumer.accept(one);
    }
  }

  private record Movement(Instant time, Kind kind, boolean gifted, long amount) {}

  /** Follows one subscription through its happenings. */
  private static final class Life {

    private final Instant dataThrough;
    private final List<Movement> movements = new ArrayList<>();
    private boolean known;
    private boolean active;
    private boolean gifted;
    private long amount;
    private Instant deadline = Instant.MIN;

    Life(Instant dataThrough) {
      this.dataThrough = dataThrough;
    }

    List<Movement> of(List<Happening> subscription) {
      for (Happening one : subscription) {
        expire(one.time());
        switch (one.change()) {
          case PAID -> pay(one);
          case CANCELED -> end(one.time());
          // A failure alone moves nothing: it is recovered or runs out of grace.
          case FAILED -> {}
        }
      }
      expire(dataThrough);
      return movements;
    }

    private void pay(Happening one) {
      if (!known) {
        movements.add(new Movement(one.time(), Kind.NEW, one.gifted(), one.amount()));
      } else if (!active) {
        movements.add(new Movement(one.time(), Kind.REACTIVATION, one.gifted(), one.amount()));
      } else if (one.amount() > amount) {
        movements.add(
            new Movement(one.time(), Kind.EXPANSION, one.gifted(), one.amount() - amount));
      } else if (one.amount() < amount) {
        movements.add(
            new Movement(one.time(), Kind.CONTRACTION, one.gifted(), one.amount() - amount));
      }
      known = true;
      active = true;
      gifted = one.gifted();
      amount = one.amount();
      Instant paidUntil = one.time().plus(PAID_FOR);
      deadline = gifted ? paidUntil : paidUntil.plus(GRACE);
    }

    /** Churns when the deadline passed before {@code time}. */
    private void expire(Instant time) {
      if (active && deadline.isBefore(time)) {
        end(deadline);
      }
    }

    private void end(Instant time) {
      if (active) {
        movements.add(new Movement(time, Kind.CHURN, gifted, -amount));
        active = false;
      }
    }
  }
}
