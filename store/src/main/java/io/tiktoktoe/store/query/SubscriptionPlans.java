package io.tiktoktoe.store.query;

import io.tiktoktoe.event.Money;
import io.tiktoktoe.store.query.Happening.Change;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a subscription payment covers and what it is worth a month. The interval is what the payment
 * itself says; else the time until which it pays; else what other payments of the same plan
 * (product and price) say; else the rhythm in which that plan is paid. A plan that nobody was seen
 * to renew, although a month and its grace went by, and that costs about as much as a year of a
 * monthly one, is taken for a yearly one. Everything else is monthly.
 */
final class SubscriptionPlans {

  /** What one payment of an unknown interval covers: the longest month. */
  static final Duration PAID_FOR = Duration.ofDays(31);

  /** How long platforms usually ask again for a failed renewal. */
  static final Duration GRACE = Duration.ofDays(14);

  /** The end of what runs until it is canceled. */
  private static final Instant OPEN = Instant.parse("9999-12-31T00:00:00Z");

  private static final Period MONTH = Period.ofMonths(1);
  private static final BigDecimal DAYS_OF_MONTH = new BigDecimal("30.4375");

  /** A year costs so many months at least and at most: up to four months are given away. */
  private static final BigDecimal LEAST_YEAR = BigDecimal.valueOf(8);

  private static final BigDecimal MOST_YEAR = new BigDecimal("12.5");

  private record Plan(String source, String product, Money price) {

    static Optional<Plan> of(Happening one) {
      return one.isPaid()
          ? one.price().map(price -> new Plan(one.source(), one.product(), price))
          : Optional.empty();
    }

    boolean isLike(Plan other) {
      return source.equals(other.source)
          && product.equals(other.product)
          && price.currency().equals(other.price.currency())
          && price.minorUnits() <= 2 * other.price.minorUnits()
          && other.price.minorUnits() <= 2 * price.minorUnits();
    }

    /** Whether it costs what a year of the other would. */
    boolean isYearOf(Plan other) {
      BigDecimal month = BigDecimal.valueOf(other.price.minorUnits());
      BigDecimal year = BigDecimal.valueOf(price.minorUnits());
      return source.equals(other.source)
          && price.currency().equals(other.price.currency())
          && year.compareTo(month.multiply(LEAST_YEAR)) >= 0
          && year.compareTo(month.multiply(MOST_YEAR)) <= 0;
    }
  }

  /** What was seen of a plan. */
  private static final class Seen {
    private final List<Long> gaps = new ArrayList<>();
    private final List<Period> said = new ArrayList<>();
    private boolean unrenewed;
    private boolean due;

    /** Its interval where payments prove one. */
    Optional<Period> interval() {
      return said.isEmpty() ? rhythm(gaps) : Optional.of(said.getFirst());
    }
  }

  private final Map<Plan, Seen> seen = new HashMap<>();
  private final Map<Plan, Optional<Period>> intervals = new HashMap<>();

  private SubscriptionPlans() {}

  /**
   * The plans behind one creator's happenings, which are ordered by subscriber and time.
   *
   * @param dataThrough until when renewals would have been seen
   */
  static SubscriptionPlans of(List<Happening> happenings, Instant dataThrough) {
    SubscriptionPlans plans = new SubscriptionPlans();
    for (int at = 0; at < happenings.size(); at++) {
      plans.see(happenings, at, dataThrough);
    }
    plans.seen.keySet().forEach(plan -> plans.intervals.put(plan, plans.infer(plan)));
    return plans;
  }

  private void see(List<Happening> happenings, int at, Instant dataThrough) {
    Happening one = happenings.get(at);
    Optional<Plan> plan = Plan.of(one);
    if (plan.isEmpty()) {
      return;
    }
    Seen of = seen.computeIfAbsent(plan.get(), unused -> new Seen());
    said(one).ifPresent(of.said::add);
    Optional<Happening> next = next(happenings, at);
    Instant end = next.map(Happening::time).orElse(dataThrough);
    long days = Duration.between(one.time(), end).toDays();
    boolean early = days <= PAID_FOR.plus(GRACE).toDays();
    if (!early && paidElse(happenings, at, end)) {
      // Another plan may have taken its place meanwhile.
      return;
    }
    switch (next.map(Happening::change).orElse(Change.CANCELED)) {
      case RENEWED -> of.gaps.add(days);
      case FAILED -> of.due |= early;
      case CANCELED -> of.unrenewed |= !early;
      // Began anew: what came between is not known.
      case STARTED -> {}
    }
  }

  /** Whether the same fan paid for another product before {@code end}. */
  private static boolean paidElse(List<Happening> happenings, int at, Instant end) {
    Happening one = happenings.get(at);
    return happenings.subList(at + 1, happenings.size()).stream()
        .takeWhile(later -> later.subscriber().equals(one.subscriber()))
        .takeWhile(later -> later.time().isBefore(end))
        .anyMatch(later -> later.isPaid() && !later.product().equals(one.product()));
  }

  /** What came next of the same product, if anything. */
  private static Optional<Happening> next(List<Happening> happenings, int at) {
    Happening one = happenings.get(at);
    for (int i = at + 1; i < happenings.size(); i++) {
      Happening later = happenings.get(i);
      if (!later.subscriber().equals(one.subscriber())) {
        break;
      }
      if (later.product().isEmpty() || later.product().equals(one.product())) {
        return Optional.of(later);
      }
    }
    return Optional.empty();
  }

  private Optional<Period> infer(Plan plan) {
    Seen own = seen.getOrDefault(plan, new Seen());
    Optional<Period> proven = own.interval();
    if (proven.isPresent() || !own.gaps.isEmpty()) {
      return proven;
    }
    if (own.unrenewed
        && !own.due
        && seen.entrySet().stream()
            .anyMatch(
                other ->
                    other.getValue().interval().equals(Optional.of(MONTH))
                        && plan.isYearOf(other.getKey()))) {
      return Optional.of(Period.ofYears(1));
    }
    return rhythm(
        seen.entrySet().stream()
            .filter(other -> plan.isLike(other.getKey()))
            .flatMap(other -> other.getValue().gaps.stream())
            .toList());
  }

  /** The interval that the middle one of the days between payments stands for. */
  private static Optional<Period> rhythm(List<Long> gaps) {
    if (gaps.isEmpty()) {
      return Optional.empty();
    }
    long days = gaps.stream().sorted().toList().get((gaps.size() - 1) / 2);
    if (days >= 6 && days <= 8) {
      return Optional.of(Period.ofWeeks(1));
    }
    if (days >= 13 && days <= 15) {
      return Optional.of(Period.ofWeeks(2));
    }
    if (days >= 84 && days <= 98) {
      return Optional.of(Period.ofMonths(3));
    }
    if (days >= 170 && days <= 195) {
      return Optional.of(Period.ofMonths(6));
    }
    if (days >= 350 && days <= 385) {
      return Optional.of(Period.ofYears(1));
    }
    return days >= 24 && days <= 45 ? Optional.of(MONTH) : Optional.empty();
  }

  /**
   * A happening with what it covers.
   *
   * @param until first instant that is no longer paid; of others than payments what they say, else
   *     when they happened
   * @param monthly worth a month in its own currency; absent where no price is told
   */
  record Covered(Happening what, Instant until, Optional<Money> monthly) {

    Instant time() {
      return what.time();
    }

    /** When the next payment is overdue. */
    Instant due() {
      return what.gifted() ? until : until.plus(GRACE);
    }
  }

  Covered cover(Happening one) {
    Instant said = one.term().paidUntil();
    if (!one.change().isPayment()) {
      // The end of others than payments is no end of what was paid for.
      Period interval = Optional.ofNullable(one.term().interval()).orElse(MONTH);
      Instant until = said == null ? one.time() : said;
      return new Covered(one, until, one.price().map(price -> monthly(price, interval)));
    }
    Optional<Period> stated = said(one);
    Optional<Period> interval =
        stated.or(() -> Plan.of(one).flatMap(p -> intervals.getOrDefault(p, Optional.empty())));
    Instant until;
    if (one.openEnded()) {
      until = OPEN;
    } else if (said != null) {
      until = said;
    } else if (interval.isPresent() && (stated.isPresent() || !interval.get().equals(MONTH))) {
      until = one.time().atZone(ZoneOffset.UTC).plus(interval.get()).toInstant();
    } else {
      until = one.time().plus(PAID_FOR);
    }
    return new Covered(
        one, until, one.price().map(price -> monthly(price, interval.orElse(MONTH))));
  }

  /** The interval that a payment itself tells. */
  private static Optional<Period> said(Happening one) {
    Period interval = one.term().interval();
    Instant end = one.term().paidUntil();
    if (interval != null) {
      return Optional.of(interval);
    }
    return end == null || one.term().trial() || !end.isAfter(one.time())
        ? Optional.empty()
        : Optional.of(between(one.time(), end));
  }

  /** Whole months where the days come near them, else the days. */
  private static Period between(Instant from, Instant to) {
    LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC);
    long days = Math.max(1, Math.round(Duration.between(from, to).toHours() / 24.0));
    long months = Math.round(days / DAYS_OF_MONTH.doubleValue());
    long whole = first.plusMonths(months).toEpochDay() - first.toEpochDay();
    boolean near = months > 0 && Math.abs(whole - days) <= 3;
    return near ? Period.ofMonths((int) months) : Period.ofDays(Math.toIntExact(days));
  }

  /** What a price for an interval is worth a month, rounding half up. */
  static Money monthly(Money price, Period interval) {
    BigDecimal amount = BigDecimal.valueOf(price.minorUnits());
    BigDecimal months = BigDecimal.valueOf(interval.toTotalMonths());
    BigDecimal month =
        interval.getDays() == 0
            ? amount.divide(months, 0, RoundingMode.HALF_UP)
            : amount
                .multiply(DAYS_OF_MONTH)
                .divide(
                    months.multiply(DAYS_OF_MONTH).add(BigDecimal.valueOf(interval.getDays())),
                    0,
                    RoundingMode.HALF_UP);
    return new Money(month.longValueExact(), price.currency());
  }
}
