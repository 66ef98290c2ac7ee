package io.tiktoktoe.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.metric.SubscriptionMovement.Kind;
import io.tiktoktoe.store.query.Happening.Change;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionChainsTest {

  private static final Instant END = Instant.parse("2026-06-20T00:00:00Z");
  private static final DateRange ALL =
      new DateRange(Instant.parse("2026-01-01T00:00:00Z"), END, ZoneOffset.UTC);

  private final List<Happening> happenings = new ArrayList<>();

  private SubscriptionChainsTest add(String day, String product, Change change, long amount) {
    happenings.add(Happenings.of("f1", day, product, change, amount));
    return this;
  }

  private List<String> movements() {
    return new Subscriptions(happenings, Happenings.USD, END)
        .movements(ALL).stream().map(SubscriptionChainsTest::text).toList();
  }

  private static String text(SubscriptionMovement one) {
    return one.day() + " " + one.kind() + " " + one.monthlyAmount();
  }

  @Test
  void twoProductsAtOnceAreTwoSubscriptions() {
    add("2026-04-05", "basic", Change.STARTED, 500)
        .add("2026-04-10", "studio", Change.STARTED, 2_000)
        .add("2026-05-05", "basic", Change.RENEWED, 500)
        .add("2026-05-10", "studio", Change.RENEWED, 2_000)
        .add("2026-05-20", "basic", Change.CANCELED, 0)
        .add("2026-06-10", "studio", Change.RENEWED, 2_000);
    assertThat(movements())
        .containsExactly(
            "2026-04-05 " + Kind.NEW + " 500",
            "2026-04-10 " + Kind.NEW + " 2000",
            "2026-05-20 " + Kind.CHURN + " -500");
  }

  @Test
  void aRenewalOfAnotherProductIsAChangeOfPlanWhenTheOwnOneStaysAway() {
    add("2026-03-05", "basic", Change.STARTED, 500)
        .add("2026-04-05", "studio", Change.RENEWED, 2_000)
        .add("2026-05-05", "studio", Change.RENEWED, 2_000)
        .add("2026-06-05", "basic", Change.RENEWED, 500);
    assertThat(movements())
        .containsExactly(
            "2026-03-05 " + Kind.NEW + " 500",
            "2026-04-05 " + Kind.EXPANSION + " 1500",
            "2026-06-05 " + Kind.CONTRACTION + " -1500");
  }

  @Test
  void aRenewalThatWasNeverSeenToStartIsItsOwnWhileTheOtherGoesOn() {
    add("2026-05-05", "basic", Change.RENEWED, 500)
        .add("2026-05-10", "studio", Change.RENEWED, 2_000)
        .add("2026-06-05", "basic", Change.RENEWED, 500)
        .add("2026-06-10", "studio", Change.RENEWED, 2_000);
    assertThat(movements())
        .containsExactly("2026-05-05 " + Kind.NEW + " 500", "2026-05-10 " + Kind.NEW + " 2000");
  }

  @Test
  void whatNamesNoProductIsOfTheSubscriptionThatWasPaidLast() {
    add("2026-05-05", "basic", Change.STARTED, 500)
        .add("2026-05-10", "studio", Change.STARTED, 2_000)
        .add("2026-05-20", "", Change.CANCELED, 0)
        .add("2026-06-05", "basic", Change.RENEWED, 500);
    assertThat(movements())
        .containsExactly(
            "2026-05-05 " + Kind.NEW + " 500",
            "2026-05-10 " + Kind.NEW + " 2000",
            "2026-05-20 " + Kind.CHURN + " -2000");
  }

  @Test
  void aStartWithinADayOfACancelationIsAChangeOfPlan() {
    add("2026-03-05", "basic", Change.STARTED, 500)
        .add("2026-04-03", "basic", Change.CANCELED, 0)
        .add("2026-04-03", "studio", Change.STARTED, 2_000)
        .add("2026-05-03", "studio", Change.RENEWED, 2_000)
        .add("2026-06-03", "studio", Change.RENEWED, 2_000);
    assertThat(movements())
        .containsExactly(
            "2026-03-05 " + Kind.NEW + " 500", "2026-04-03 " + Kind.EXPANSION + " 1500");
  }
}
