package io.tiktoktoe.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.SubscriptionTerm;
import io.tiktoktoe.metric.FailedPayments;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.store.query.Happening.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Terms, trials, gifts, lists of members and rates of exchange, as they move recurring income. */
class SubscriptionsTest {

  private final List<Happening> happenings = new ArrayList<>();
  private Conversion to = Happenings.USD;

  private void add(Happening one) {
    happenings.add(one);
  }

  private void pay(String fan, String day, String product, Change change, long cents) {
    add(Happenings.of(fan, day, product, change, cents));
  }

  private Subscriptions until(String day) {
    happenings.sort(Comparator.comparing(Happening::subscriber).thenComparing(Happening::time));
    return new Subscriptions(happenings, to, Happenings.at(day));
  }

  private List<String> movements(String day) {
    return until(day)
        .movements(new DateRange(Instant.EPOCH, Happenings.at(day), ZoneOffset.UTC))
        .stream()
        .map(one -> one.day() + " " + one.kind() + " " + one.monthlyAmount())
        .toList();
  }

  private static SubscriptionTerm every(String interval) {
    return SubscriptionTerm.every(Period.parse(interval));
  }

  @Test
  void aYearIsATwelfthAMonthUntilItEnds() {
    add(
        Happenings.with(
            Happenings.of("f1", "2024-03-10", "club", Change.STARTED, 9_600), every("P1Y")));
    assertThat(movements("2025-03-20")).containsExactly("2024-03-10 NEW 800");
    assertThat(movements("2025-04-20"))
        .containsExactly("2024-03-10 NEW 800", "2025-03-24 CHURN -800");
  }

  @Test
  void aSilentEndIsKnownAfterItsGraceAndBeganBefore() {
    add(
        Happenings.with(
            Happenings.of("f1", "2024-03-10", "club", Change.STARTED, 9_600), every("P1Y")));
    pay("f2", "2025-03-01", "club", Change.STARTED, 800);
    add(Happenings.of("f2", "2025-03-24", "club", Change.CANCELED, 0));
    List<SubscriptionMovement> ends =
        until("2025-04-20")
            .movements(new DateRange(Instant.EPOCH, Happenings.at("2025-04-20"), ZoneOffset.UTC))
            .stream()
            .filter(one -> one.kind() == SubscriptionMovement.Kind.CHURN)
            .toList();
    // Both are of one day, but only one of them was silent.
    assertThat(ends).extracting(one -> one.day().toString()).containsOnly("2025-03-24");
    assertThat(ends)
        .extracting(one -> one.began().toString())
        .containsExactly("2025-03-10", "2025-03-24");
  }

  @Test
  void theTimeUntilWhichItPaysTellsTheInterval() {
    SubscriptionTerm quarter = SubscriptionTerm.UNKNOWN.until(Happenings.at("2025-05-01"));
    add(Happenings.with(Happenings.of("f1", "2025-02-01", "club", Change.STARTED, 3_000), quarter));
    SubscriptionTerm week = SubscriptionTerm.UNKNOWN.until(Happenings.at("2025-02-08"));
    add(Happenings.with(Happenings.of("f2", "2025-02-01", "week", Change.STARTED, 700), week));
    assertThat(movements("2025-05-10"))
        .containsExactly("2025-02-01 NEW 4044", "2025-02-22 CHURN -3044");
  }

  @Test
  void aPlanThatNobodyRenewsAndThatCostsAYearOfMonthsIsYearly() {
    pay("f1", "2025-01-20", "patron", Change.STARTED, 8_000);
    for (int month = 1; month <= 6; month++) {
      pay(
          "f2",
          "2025-0%d-20".formatted(month),
          "friend",
          month == 1 ? Change.STARTED : Change.RENEWED,
          800);
    }
    assertThat(movements("2025-07-01")).containsExactly("2025-01-20 NEW 1467");
  }

  @Test
  void aDearPlanThatIsRenewedMonthlyStaysMonthly() {
    pay("f1", "2025-01-20", "patron", Change.STARTED, 8_000);
    pay("f3", "2025-01-20", "patron", Change.STARTED, 8_000);
    pay("f3", "2025-02-20", "patron", Change.RENEWED, 8_000);
    for (int month = 1; month <= 3; month++) {
      pay(
          "f2",
          "2025-0%d-20".formatted(month),
          "friend",
          month == 1 ? Change.STARTED : Change.RENEWED,
          800);
    }
    assertThat(movements("2025-04-05"))
        .containsExactly("2025-01-20 NEW 16800", "2025-03-06 CHURN -8000");
  }

  @Test
  void theRhythmOfAProductIsThatOfItsPayments() {
    pay("f1", "2024-01-20", "club", Change.STARTED, 6_000);
    pay("f1", "2025-01-19", "club", Change.RENEWED, 6_000);
    pay("f2", "2024-12-01", "club", Change.STARTED, 7_200);
    assertThat(movements("2025-06-30")).containsExactly("2024-01-20 NEW 500", "2024-12-01 NEW 600");
  }

  @Test
  void aTrialIsNoSubscriberUntilItPays() {
    SubscriptionTerm trial = SubscriptionTerm.UNKNOWN.asTrial();
    for (String fan : List.of("f1", "f2", "f3")) {
      add(Happenings.with(Happenings.of(fan, "2025-05-02", "pro", Change.STARTED, 0), trial));
    }
    pay("f1", "2025-05-09", "pro", Change.CANCELED, 0);
    pay("f2", "2025-05-09", "pro", Change.RENEWED, 1_250);
    // Never paid, never ended.
    assertThat(movements("2025-06-01")).containsExactly("2025-05-09 NEW 1250");
  }

  @Test
  void aStartThatCostsNothingOrWhosePaymentFailedIsNoSubscriber() {
    pay("f1", "2025-05-02", "pro", Change.STARTED, 0);
    add(Happenings.unpriced(Happenings.of("f2", "2025-05-02", "pro", Change.STARTED, 0)));
    pay("f2", "2025-05-02", "pro", Change.FAILED, 900);
    add(Happenings.unpriced(Happenings.of("f3", "2025-05-02", "pro", Change.STARTED, 0)));
    pay("f3", "2025-06-01", "pro", Change.RENEWED, 900);
    assertThat(movements("2025-06-10")).containsExactly("2025-05-02 NEW 900");
  }

  @Test
  void aListOfMembersProvesWhatItDoesNotShow() {
    add(
        Happenings.since(
            Happenings.of("f1", "2025-09-15", "fan", Change.RENEWED, 700), "2025-02-15"));
    add(Happenings.unpriced(Happenings.of("f2", "2025-02-15", "fan", Change.STARTED, 0)));
    add(
        Happenings.since(
            Happenings.of("f2", "2025-09-15", "fan", Change.RENEWED, 500), "2025-02-15"));
    add(
        Happenings.since(
            Happenings.of("f3", "2025-09-15", "fan", Change.FAILED, 300), "2025-02-15"));
    pay("f3", "2025-02-15", "fan", Change.STARTED, 300);
    assertThat(movements("2025-09-30"))
        .containsExactly("2025-02-15 NEW 1500", "2025-09-29 CHURN -300");
  }

  @Test
  void aLaterEndExtendsWithoutAPayment() {
    SubscriptionTerm monthly = every("P1M");
    add(
        Happenings.with(
            Happenings.of("f1", "2025-03-01", "monthly", Change.STARTED, 600), monthly));
    add(
        Happenings.unpriced(
            Happenings.with(
                Happenings.of("f1", "2025-03-01", "monthly", Change.RENEWED, 0),
                monthly.until(Happenings.at("2025-09-01")))));
    assertThat(movements("2025-08-20")).containsExactly("2025-03-01 NEW 600");
    pay("f1", "2025-09-01", "monthly", Change.CANCELED, 0);
    assertThat(movements("2025-09-20"))
        .containsExactly("2025-03-01 NEW 600", "2025-09-01 CHURN -600");
  }

  @Test
  void aCancelationTakesEffectWhenItSays() {
    pay("f1", "2025-03-01", "fan", Change.STARTED, 600);
    add(
        Happenings.with(
            Happenings.of("f1", "2025-03-05", "fan", Change.CANCELED, 0),
            SubscriptionTerm.UNKNOWN.until(Happenings.at("2025-04-01"))));
    assertThat(movements("2025-05-20"))
        .containsExactly("2025-03-01 NEW 600", "2025-04-01 CHURN -600");
  }

  @Test
  void graceAndRetriesAreThoseOfThePlatform() {
    pay("f1", "2025-03-01", "fan", Change.STARTED, 600);
    add(
        Happenings.with(
            Happenings.of("f1", "2025-04-01", "fan", Change.FAILED, 600),
            SubscriptionTerm.UNKNOWN.until(Happenings.at("2025-04-29"))));
    pay("f2", "2025-03-10", "fan", Change.STARTED, 500);
    pay("f2", "2025-04-10", "fan", Change.FAILED, 500);
    pay("f2", "2025-04-12", "fan", Change.CANCELED, 0);
    pay("f3", "2025-03-10", "fan", Change.STARTED, 400);
    pay("f3", "2025-04-10", "fan", Change.FAILED, 400);
    pay("f3", "2025-04-14", "fan", Change.RENEWED, 400);
    assertThat(movements("2025-05-05"))
        .containsExactly(
            "2025-03-01 NEW 600",
            "2025-03-10 NEW 900",
            "2025-04-12 CHURN -500",
            "2025-04-29 CHURN -600");
    DateRange all = new DateRange(Instant.EPOCH, Happenings.at("2025-05-05"), ZoneOffset.UTC);
    assertThat(until("2025-05-05").failures(all))
        .isEqualTo(new FailedPayments(3, 1_500, 1, 400, 0, 0));
    assertThat(until("2025-04-28").failures(all))
        .isEqualTo(new FailedPayments(3, 1_500, 1, 400, 1, 600));
  }

  @Test
  void giftsEndByThemselvesOrAreConverted() {
    add(Happenings.gifted(Happenings.of("f1", "2025-03-01", "fan", Change.STARTED, 500)));
    add(Happenings.gifted(Happenings.of("f2", "2025-03-01", "fan", Change.STARTED, 500)));
    pay("f2", "2025-04-01", "fan", Change.RENEWED, 500);
    assertThat(movements("2025-04-20"))
        .containsExactly("2025-03-01 NEW 1000", "2025-04-01 CHURN -500", "2025-04-01 CONVERSION 0");
  }

  @Test
  void theRateOfExchangeIsNoChangeOfPlan() {
    to =
        new Conversion(
            ExchangeRates.of(
                List.of(
                    rate("2025-03-01", "0.80"),
                    rate("2025-04-01", "0.75"),
                    rate("2025-05-01", "0.75"))),
            Money.currency("USD"));
    for (String day : List.of("2025-03-01", "2025-04-01", "2025-05-01")) {
      add(
          Happenings.priced(
              Happenings.of(
                  "f1", day, "fan", day.contains("-03-") ? Change.STARTED : Change.RENEWED, 0),
              Optional.of(Money.ofMinor(day.contains("-05-") ? 3_000 : 2_000, "CAD"))));
    }
    assertThat(movements("2025-05-05"))
        .containsExactly(
            "2025-03-01 NEW 1600", "2025-04-01 CURRENCY -100", "2025-05-01 EXPANSION 750");
  }

  private static ExchangeRates.Rate rate(String day, String rate) {
    return new ExchangeRates.Rate(
        LocalDate.parse(day), Money.currency("CAD"), Money.currency("USD"), new BigDecimal(rate));
  }

  @Test
  void anUpgradeIsAnExpansionAndAParallelProductIsNot() {
    pay("f1", "2025-01-05", "basic", Change.STARTED, 300);
    pay("f1", "2025-01-11", "gold", Change.STARTED, 1_500);
    pay("f1", "2025-02-05", "basic", Change.RENEWED, 300);
    pay("f1", "2025-02-11", "gold", Change.RENEWED, 1_500);
    pay("f1", "2025-02-20", "basic", Change.CANCELED, 0);
    pay("f1", "2025-03-11", "platinum", Change.RENEWED, 2_500);
    assertThat(movements("2025-04-01"))
        .containsExactly(
            "2025-01-05 NEW 300",
            "2025-01-11 NEW 1500",
            "2025-02-20 CHURN -300",
            "2025-03-11 EXPANSION 1000");
  }
}
