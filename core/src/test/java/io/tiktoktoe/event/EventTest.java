package io.tiktoktoe.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Period;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTest {

  private static final Context CONTEXT =
      new Context(
          "1", "test", Instant.EPOCH, "alice", null, null, null, Demographics.UNKNOWN, Map.of());

  @ParameterizedTest
  @EnumSource(EventType.class)
  void everyWireNameReadsBack(EventType type) {
    assertThat(EventType.ofWireName(type.wireName())).contains(type);
  }

  @Test
  void anUnknownWireNameIsEmpty() {
    assertThat(EventType.ofWireName("TIP")).isEmpty();
  }

  @Test
  void aNegativeAmountIsRefusedWithItsRemedy() {
    assertThatThrownBy(() -> Payment.of(Money.ofMinor(-1, "USD"))).hasMessageContaining("refund");
  }

  @Test
  void netIsGrossLessFeeAndTax() {
    Payment payment =
        new Payment(
            Money.ofMinor(1000, "USD"),
            Money.ofMinor(120, "USD"),
            Money.ofMinor(80, "USD"),
            1,
            State.FINAL);
    assertThat(payment.net()).isEqualTo(Money.ofMinor(800, "USD"));
  }

  @Test
  void feeInAnotherCurrencyIsRefused() {
    assertThatThrownBy(() -> Payment.of(Money.ofMinor(1000, "USD"), Money.ofMinor(1, "EUR")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aReversalIsARefundOrAChargeback() {
    Payment payment = Payment.of(Money.ofMinor(1, "USD"));
    assertThat(new Event.Reversal(CONTEXT, payment, "9", EventType.CHARGEBACK).type())
        .isEqualTo(EventType.CHARGEBACK);
    assertThatThrownBy(() -> new Event.Reversal(CONTEXT, payment, "9", EventType.TIP))
        .hasMessageContaining("tip");
  }

  @Test
  void anInteractionIsBehaviour() {
    assertThatThrownBy(() -> new Event.Interaction(CONTEXT, EventType.TIP, Behaviour.ONCE))
        .hasMessageContaining("tip");
  }

  @Test
  void aBuilderSaysWhatItIsToldAndNothingElse() {
    Event built =
        Event.tip(Payment.of("12.50", "USD").withFee("1.25").withTax("0.5").withQuantity(2))
            .from("ko-fi", "tx-81")
            .at(Instant.EPOCH)
            .creator("mia")
            .fan("ben")
            .product("cap")
            .country("BR")
            .device("phone")
            .attribute("note", "hi")
            .build();
    assertThat(built)
        .isEqualTo(
            new Event.Tip(
                new Context(
                    "tx-81",
                    "ko-fi",
                    Instant.EPOCH,
                    "mia",
                    "ben",
                    null,
                    "cap",
                    new Demographics("BR", null, null, "phone"),
                    Map.of("note", "hi")),
                new Payment(
                    Money.ofMinor(1250, "USD"),
                    Money.ofMinor(125, "USD"),
                    Money.ofMinor(50, "USD"),
                    2,
                    State.FINAL)));
  }

  @Test
  void aBuilderNamesWhatIsMissing() {
    EventBuilder tip = Event.tip(Payment.of("1", "USD"));
    assertThatThrownBy(tip::build).hasMessageContaining("time is missing");
    tip.at(Instant.EPOCH);
    assertThatThrownBy(tip::build).hasMessageContaining("id is empty");
    tip.from("ko-fi", "1");
    assertThatThrownBy(tip::build).hasMessageContaining("creator is empty");
  }

  @Test
  void everyTypeCanBeBuilt() {
    Money price = Money.ofMinor(100, "USD");
    Payment payment = Payment.of(price);
    SubscriptionTerm term = SubscriptionTerm.every(Period.ofMonths(1));
    assertThat(
            Stream.of(
                    Event.subscriptionStarted(payment, term),
                    Event.subscriptionGifted(payment, term),
                    Event.subscriptionRenewed(payment, term),
                    Event.subscriptionCanceled(),
                    Event.paymentFailed(price),
                    Event.adRevenue(payment),
                    Event.order(payment),
                    Event.brandDeal(payment),
                    Event.refund(payment, "1"),
                    Event.chargeback(payment, "1"),
                    Event.cost(payment),
                    Event.interaction(EventType.VIEW, Behaviour.ONCE),
                    Event.priceShown(price, true, new Assignment("spring", "high", 0.5)),
                    Event.priceObserved(price),
                    Event.decided(Decision.of("none")),
                    Event.linked("b", "twitch"),
                    Event.unlinked("b", "twitch"))
                .map(
                    builder ->
                        builder
                            .from("s", "1")
                            .at(Instant.EPOCH)
                            .creator("c")
                            .fan("f")
                            .product("p")
                            .build()
                            .type()
                            .wireName()))
        .containsExactly(
            "subscription.started",
            "subscription.started",
            "subscription.renewed",
            "subscription.canceled",
            "subscription.payment_failed",
            "ad.revenue",
            "merch.order",
            "brand.deal",
            "refund",
            "chargeback",
            "cost",
            "view",
            "price.exposure",
            "price.observed",
            "decision.taken",
            "identity.linked",
            "identity.unlinked");
  }

  @Test
  void partsThatCannotBeAreRefusedWithTheirRemedy() {
    Payment withFee = Payment.of("5", "USD").withFee("1");
    assertThatThrownBy(() -> new Event.Cost(CONTEXT, withFee))
        .hasMessageContaining("Add them to its amount");
    assertThatThrownBy(() -> new Event.PriceObserved(CONTEXT, withFee.gross(), null))
        .hasMessageContaining("product is missing");
    assertThatThrownBy(() -> new Event.IdentityLink(CONTEXT, "b", null, EventType.IDENTITY_LINKED))
        .hasMessageContaining("needs both ids");
    assertThatThrownBy(() -> SubscriptionTerm.every(Period.ZERO)).hasMessageContaining("P1M");
    assertThatThrownBy(() -> new Assignment("e", "a", 0)).hasMessageContaining("at most 1");
    assertThatThrownBy(() -> Decision.of(" ")).hasMessageContaining("chosen is empty");
  }

  @Test
  void anEventNeedsAnId() {
    assertThatThrownBy(
            () ->
                new Context(
                    " ", "s", Instant.EPOCH, "c", null, null, null, Demographics.UNKNOWN, Map.of()))
        .hasMessageContaining("id is empty");
  }
}
