package io.tiktoktoe.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.SubscriptionTerm;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.metric.SubscriptionMovement.Kind;
import io.tiktoktoe.store.query.Happening.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Random lives of every kind, by the month and by the year, with trials, pauses, parallel products,
 * upgrades, gifts, failures and a currency that drifts: what moved is known. Nothing in it is left
 * to chance but the choice of the lives.
 */
class SubscriptionTruthTest {

  private static final LocalDate FIRST = LocalDate.parse("2023-02-01");
  private static final LocalDate LAST = LocalDate.parse("2025-11-30");
  private static final String[] PRODUCTS = {"basic", "plus", "studio"};

  private final List<Happening> happenings = new ArrayList<>();
  private final Map<String, Long> told = new TreeMap<>();
  private SplittableRandom random = new SplittableRandom(0);
  private Conversion to = Happenings.USD;
  private boolean stated;

  /** A subscription on its way. */
  private final class Life {
    private final String fan;
    private final boolean yearly;
    private String product;
    private long price;
    private LocalDate day;
    private long booked;

    Life(String fan, String product, boolean yearly, LocalDate day) {
      this.fan = fan;
      this.product = product;
      this.yearly = yearly;
      this.day = day;
      this.price = price(product) * (yearly ? 10 : 1);
    }

    long price(String of) {
      return switch (of) {
        case "basic" -> 499;
        case "plus" -> 1_299;
        default -> 4_099;
      };
    }

    /** What it is worth a month at the rate of its day. */
    long worth(long amount) {
      long month = yearly ? Math.round(amount / 12.0) : amount;
      return to.amount(Money.ofMinor(month, "CAD"), Happenings.at(day.toString()));
    }

    void happen(Change change, SubscriptionTerm term, boolean gifted) {
      happenings.add(
          new Happening(
              "site\n" + fan,
              product,
              Happenings.at(day.toString()),
              change,
              change == Change.CANCELED
                  ? Optional.empty()
                  : Optional.of(Money.ofMinor(term.trial() ? 0 : price, "CAD")),
              gifted,
              stated && change.isPayment() && !term.trial()
                  ? SubscriptionTerm.every(yearly ? Period.ofYears(1) : Period.ofMonths(1))
                  : term,
              null,
              false));
    }

    void pay(Change change) {
      happen(change, SubscriptionTerm.UNKNOWN, false);
    }

    void begin(Kind kind) {
      booked = worth(price);
      tell(kind, booked);
      pay(Change.STARTED);
    }

    /** One period further; whether that is still in time. */
    boolean next() {
      day = yearly ? day.plusYears(1) : day.plusMonths(1);
      return !day.isAfter(LAST);
    }

    void renew() {
      long now = worth(price);
      tell(Kind.CURRENCY, now - booked);
      booked = now;
      pay(Change.RENEWED);
    }

    void upgrade(String other) {
      tell(Kind.CURRENCY, worth(price) - booked);
      long old = worth(price);
      product = other;
      price = price(other) * (yearly ? 10 : 1);
      booked = worth(price);
      tell(booked > old ? Kind.EXPANSION : Kind.CONTRACTION, booked - old);
      pay(Change.RENEWED);
    }

    void end() {
      tell(Kind.CHURN, -booked);
      happen(Change.CANCELED, SubscriptionTerm.UNKNOWN, false);
    }
  }

  private void tell(Kind kind, long amount) {
    if (amount != 0) {
      told.merge(kind.name(), amount, Long::sum);
    }
  }

  private LocalDate anyDay() {
    return FIRST.plusDays(random.nextInt(500)).withDayOfMonth(1 + random.nextInt(28));
  }

  private void live(int number) {
    String fan = "f" + number;
    Life life = new Life(fan, PRODUCTS[number % 2], stated && random.nextInt(4) == 0, anyDay());
    if (random.nextInt(4) == 0) {
      life.happen(Change.STARTED, SubscriptionTerm.UNKNOWN.asTrial(), false);
      life.day = life.day.plusDays(7);
      if (random.nextBoolean()) {
        life.happen(Change.CANCELED, SubscriptionTerm.UNKNOWN, false);
        return;
      }
      life.booked = life.worth(life.price);
      tell(Kind.NEW, life.booked);
      life.pay(Change.RENEWED);
    } else {
      life.begin(Kind.NEW);
    }
    if (random.nextInt(3) == 0) {
      goOn(new Life(fan, "studio", false, life.day.plusDays(3)), true);
    }
    goOn(life, false);
  }

  /** Renews until it is canceled, with whatever comes between. */
  private void goOn(Life life, boolean parallel) {
    if (parallel) {
      life.begin(Kind.NEW);
    }
    while (life.next()) {
      switch (random.nextInt(14)) {
        case 0 -> {
          life.day = life.day.minusDays(2);
          life.end();
          return;
        }
        case 1 -> {
          // A pause: the platform ends it and begins it anew.
          life.end();
          life.day = life.day.plusDays(40);
          if (life.day.isAfter(LAST)) {
            return;
          }
          life.begin(Kind.REACTIVATION);
        }
        case 2 -> {
          life.happen(Change.FAILED, SubscriptionTerm.UNKNOWN, false);
          life.day = life.day.plusDays(4);
          if (life.day.isAfter(LAST)) {
            life.day = LAST;
            life.end();
            return;
          }
          life.renew();
        }
        case 3 -> {
          if (life.product.equals("basic") && !parallel) {
            life.upgrade("plus");
          } else {
            life.renew();
          }
        }
        default -> life.renew();
      }
    }
  }

  private static Conversion drifting() {
    List<ExchangeRates.Rate> rates = new ArrayList<>();
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(5)) {
      long since = day.toEpochDay() - FIRST.toEpochDay();
      rates.add(
          new ExchangeRates.Rate(
              day,
              Money.currency("CAD"),
              Money.currency("USD"),
              BigDecimal.valueOf(7_000 + since, 4)));
    }
    return new Conversion(ExchangeRates.of(rates), Money.currency("USD"));
  }

  @RepeatedTest(8)
  void whatMovesIsWhatWasLived(RepetitionInfo repetition) {
    random = new SplittableRandom(repetition.getCurrentRepetition());
    to = drifting();
    // Half of the senders tell the interval, the others are known by their rhythm.
    stated = repetition.getCurrentRepetition() % 2 == 0;
    for (int fan = 0; fan < 60; fan++) {
      live(fan);
    }
    happenings.sort(Comparator.comparing(Happening::subscriber).thenComparing(Happening::time));
    Map<String, Long> found = new TreeMap<>();
    DateRange all =
        new DateRange(Instant.EPOCH, Happenings.at(LAST.plusDays(1).toString()), ZoneOffset.UTC);
    for (SubscriptionMovement one :
        new Subscriptions(happenings, to, Happenings.at(LAST.toString())).movements(all)) {
      found.merge(one.kind().name(), one.monthlyAmount(), Long::sum);
    }
    assertThat(found).isEqualTo(told);
    assertThat(told).containsKeys("NEW", "CHURN", "CURRENCY", "EXPANSION", "REACTIVATION");
  }
}
