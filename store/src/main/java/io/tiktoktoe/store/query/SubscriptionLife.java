package io.tiktoktoe.store.query;

import io.tiktoktoe.event.Money;
import io.tiktoktoe.metric.SubscriptionMovement.Kind;
import io.tiktoktoe.store.query.Happening.Change;
import io.tiktoktoe.store.query.SubscriptionPlans.Covered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows one subscription through its happenings. */
final class SubscriptionLife {

  /** A cancelation with a payment so shortly after it is a change of plan. */
  private static final Duration MOMENT = Duration.ofDays(1);

  private final Conversion to;
  private final Instant dataThrough;
  private final List<Movement> movements = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private boolean known;
  private boolean active;
  private boolean gifted;
  private Money price;
  private long booked;
  private Instant deadline = Instant.MIN;

  /** Until when it is paid for; the grace comes after that. */
  private Instant paid = Instant.MIN;

  private @Nullable Failure failing;

  private SubscriptionLife(Conversion to, Instant dataThrough) {
    this.to = to;
    this.dataThrough = dataThrough;
    this.price = Money.zero(to.target());
  }

  /**
   * A movement of recurring income, minor units a month of the reporting currency.
   *
   * @param began when what was paid for ended, of one that ended without a word; else {@code time}
   */
  record Movement(Instant time, Kind kind, boolean gifted, long amount, Instant began) {

    Movement(Instant time, Kind kind, boolean gifted, long amount) {
      this(time, kind, gifted, amount, time);
    }
  }

  /** What became of a renewal that failed. */
  enum End {
    /** It is still asked for. */
    OPEN,
    PAID,
    GIVEN_UP
  }

  /**
   * A renewal that failed.
   *
   * @param until until when it is asked for again
   * @param amount what was asked for, minor units of the reporting currency
   */
  record Failure(Instant time, Instant until, long amount, End end) {

    Failure with(End now) {
      return new Failure(time, until, amount, now);
    }
  }

  /** What happened in a life. */
  record Told(List<Movement> movements, List<Failure> failures) {}

  static Told of(List<Covered> subscription, Conversion to, Instant dataThrough) {
    SubscriptionLife life = new SubscriptionLife(to, dataThrough);
    life.follow(withListed(subscription));
    return new Told(life.movements, life.failures);
  }

  /** Puts the starts in that only a list of members tells. */
  private static List<Covered> withListed(List<Covered> subscription) {
    List<Covered> all = new ArrayList<>(subscription);
    for (Covered one : subscription) {
      Instant since = one.what().since();
      if (since == null || !since.isBefore(one.time()) || !one.what().change().isPayment()) {
        continue;
      }
      boolean seen =
          all.stream()
              .anyMatch(
                  other ->
                      other.what().change().isPayment()
                          && !other.time().isBefore(since.minus(MOMENT))
                          && other.time().isBefore(one.time()));
      if (!seen) {
        all.add(new Covered(started(one.what(), since), one.time(), Optional.empty()));
      }
    }
    all.sort(Comparator.comparing(Covered::time));
    return all;
  }

  private static Happening started(Happening one, Instant since) {
    return new Happening(
        one.subscriber(),
        one.product(),
        since,
        Change.STARTED,
        Optional.empty(),
        one.gifted(),
        one.term(),
        null,
        false);
  }

  private void follow(List<Covered> chain) {
    for (int at = 0; at < chain.size(); at++) {
      Covered one = chain.get(at);
      expire(one.time());
      switch (one.what().change()) {
        case STARTED, RENEWED -> pay(chain, at);
        case CANCELED -> cancel(chain, at);
        case FAILED -> fail(one);
      }
      if (active) {
        Instant proven = proven(chain, at);
        deadline = later(deadline, proven);
        paid = later(paid, proven);
      }
    }
    expire(dataThrough);
    if (failing != null) {
      failures.add(failing.with(failing.until().isBefore(dataThrough) ? End.GIVEN_UP : End.OPEN));
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  /** Until when later lists of members prove that nothing broke here. */
  private static Instant proven(List<Covered> chain, int at) {
    Instant proven = Instant.MIN;
    for (Covered later : chain.subList(at + 1, chain.size())) {
      Instant since = later.what().since();
      if (since != null && !since.isAfter(chain.get(at).time().plus(MOMENT))) {
        proven = later.time();
      }
    }
    return proven;
  }

  private void pay(List<Covered> chain, int at) {
    Covered one = chain.get(at);
    if (isUnpaid(chain, at)) {
      // A subscriber whom a free month is given stays one; others are none until they pay.
      if (active) {
        deadline = later(deadline, one.due());
        paid = later(paid, one.until());
      }
      return;
    }
    recover();
    // A price that is told later is worth what it was when it was paid: that day has a rate.
    Optional<Covered> told =
        one.monthly().isPresent() ? Optional.of(one) : known ? Optional.empty() : next(chain, at);
    if (!active) {
      told.flatMap(Covered::monthly).ifPresent(now -> price = now);
      booked = told.map(from -> to.amount(price, from.time())).orElse(booked);
      move(one, known ? Kind.REACTIVATION : Kind.NEW, booked);
    } else {
      one.monthly().ifPresent(now -> change(one, now));
    }
    boolean evidence = active && one.monthly().isEmpty();
    known = true;
    active = true;
    gifted = one.what().gifted();
    boolean shorter = evidence && one.due().isBefore(deadline);
    deadline = shorter ? deadline : one.due();
    paid = shorter ? paid : one.until();
  }

  /** Splits what a renewal changed into the rate of exchange and the plan. */
  private void change(Covered one, Money now) {
    boolean sameCurrency = price.currency().equals(now.currency());
    long atThisRate = sameCurrency ? to.amount(price, one.time()) : booked;
    move(one, Kind.CURRENCY, atThisRate - booked);
    booked = to.amount(now, one.time());
    long change = booked - atThisRate;
    if (gifted && !one.what().gifted()) {
      movements.add(new Movement(one.time(), Kind.CONVERSION, false, 0));
    }
    move(one, change > 0 ? Kind.EXPANSION : Kind.CONTRACTION, change);
    price = now;
  }

  private void move(Covered one, Kind kind, long amount) {
    boolean counts = kind == Kind.NEW || kind == Kind.REACTIVATION;
    if (counts || amount != 0) {
      movements.add(new Movement(one.time(), kind, one.what().gifted(), amount));
    }
  }

  /** A trial, a start that costs nothing, or one whose first payment failed. */
  private static boolean isUnpaid(List<Covered> chain, int at) {
    Happening one = chain.get(at).what();
    if (one.isFree() && (one.change() == Change.STARTED || one.term().trial())) {
      return true;
    }
    if (one.change() != Change.STARTED || one.price().isPresent() || at + 1 == chain.size()) {
      return false;
    }
    Covered next = chain.get(at + 1);
    return next.what().change() == Change.FAILED && next.what().since() == null;
  }

  /**
   * The first payment from here on that tells its price, or a renewal that failed of one that was
   * paid.
   */
  private static Optional<Covered> next(List<Covered> chain, int at) {
    return chain.subList(at, chain.size()).stream()
        .filter(
            one ->
                one.what().isPaid()
                    || one.what().change() == Change.FAILED
                        && one.what().since() != null
                        && one.monthly().isPresent())
        .findFirst();
  }

  private void cancel(List<Covered> chain, int at) {
    Covered one = chain.get(at);
    giveUp();
    if (one.until().isAfter(one.time())) {
      deadline = one.until();
      paid = deadline;
      return;
    }
    boolean goesOn =
        at + 1 < chain.size()
            && chain.get(at + 1).what().change().isPayment()
            && !chain.get(at + 1).time().isAfter(one.time().plus(MOMENT));
    if (!goesOn) {
      paid = one.time();
      end(one.time());
    }
  }

  private void fail(Covered one) {
    Instant said = one.what().term().paidUntil();
    Instant until = said == null ? one.time().plus(SubscriptionPlans.GRACE) : said;
    if (active && said != null) {
      deadline = said;
    } else if (active && failing == null) {
      deadline = later(deadline, until);
    }
    if (failing == null) {
      long asked = one.what().price().map(money -> to.amount(money, one.time())).orElse(0L);
      failing = new Failure(one.time(), until, asked, End.OPEN);
    } else {
      failing = new Failure(failing.time(), until, failing.amount(), End.OPEN);
    }
  }

  private void recover() {
    if (failing != null) {
      failures.add(failing.with(End.PAID));
      failing = null;
    }
  }

  private void giveUp() {
    if (failing != null) {
      failures.add(failing.with(End.GIVEN_UP));
      failing = null;
    }
  }

  /** Churns when the deadline passed before {@code time}. */
  private void expire(Instant time) {
    if (active && deadline.isBefore(time)) {
      end(deadline);
    }
  }

  private void end(Instant time) {
    if (active) {
      Instant began = paid.isBefore(time) && !paid.equals(Instant.MIN) ? paid : time;
      movements.add(new Movement(time, Kind.CHURN, gifted, -booked, began));
      active = false;
    }
  }
}
