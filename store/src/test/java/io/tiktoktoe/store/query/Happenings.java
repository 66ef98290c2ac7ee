package io.tiktoktoe.store.query;

import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.SubscriptionTerm;
import io.tiktoktoe.store.query.Happening.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Happenings to subscriptions for tests. */
final class Happenings {

  static final Conversion USD = new Conversion(ExchangeRates.none(), Money.currency("USD"));

  private Happenings() {}

  /** At the start of a day, in USD cents; what is no payment tells no price. */
  static Happening of(String fan, String day, String product, Change change, long cents) {
    return new Happening(
        "patreon\n" + fan,
        product,
        at(day),
        change,
        change == Change.CANCELED ? Optional.empty() : Optional.of(Money.ofMinor(cents, "USD")),
        false,
        SubscriptionTerm.UNKNOWN,
        null,
        false);
  }

  static Instant at(String day) {
    return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  static Happening with(Happening one, SubscriptionTerm term) {
    return new Happening(
        one.subscriber(),
        one.product(),
        one.time(),
        one.change(),
        one.price(),
        one.gifted(),
        term,
        one.since(),
        one.openEnded());
  }

  static Happening gifted(Happening one) {
    return new Happening(
        one.subscriber(),
        one.product(),
        one.time(),
        one.change(),
        one.price(),
        true,
        one.term(),
        one.since(),
        one.openEnded());
  }

  static Happening unpriced(Happening one) {
    return priced(one, Optional.empty());
  }

  static Happening priced(Happening one, Optional<Money> price) {
    return new Happening(
        one.subscriber(),
        one.product(),
        one.time(),
        one.change(),
        price,
        one.gifted(),
        one.term(),
        one.since(),
        one.openEnded());
  }

  static Happening since(Happening one, String day) {
    return new Happening(
        one.subscriber(),
        one.product(),
        one.time(),
        one.change(),
        one.price(),
        one.gifted(),
        one.term(),
        at(day),
        one.openEnded());
  }
}
