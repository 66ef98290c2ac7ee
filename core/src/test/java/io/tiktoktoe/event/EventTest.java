package io.tiktoktoe.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
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
  void anEventNeedsAnId() {
    assertThatThrownBy(
            () ->
                new Context(
                    " ", "s", Instant.EPOCH, "c", null, null, null, Demographics.UNKNOWN, Map.of()))
        .hasMessageContaining("id is empty");
  }
}
