package io.tiktoktoe.event;

import java.util.Objects;

/**
 * Money that moved: gross, and what of it is kept by others.
 *
 * @param gross what was paid; never negative, the event's type says the direction
 * @param fee the platform's and the payment provider's share, in the gross currency
 * @param tax collected for the state, in the gross currency
 * @param quantity pieces sold; 1 where nothing is counted
 * @param state how final it is
 */
public record Payment(Money gross, Money fee, Money tax, long quantity, State state) {

  public Payment {
    Objects.requireNonNull(state, "state");
    if (gross.minorUnits() < 0) {
      throw new IllegalArgumentException(
          "amount (" + gross + ") is negative. Send a refund that refers to the sale instead.");
    }
    if (quantity < 0) {
      throw new IllegalArgumentException("quantity (" + quantity + ") must be at least 0.");
    }
    if (!fee.currency().equals(gross.currency()) || !tax.currency().equals(gross.currency())) {
      throw new IllegalArgumentException(
          "fee (%s) and tax (%s) must be in the currency of the amount (%s)."
              .formatted(fee, tax, gross));
    }
  }

  /** A final payment of one piece without fee and tax. */
  public static Payment of(Money gross) {
    Money zero = Money.zero(gross.currency());
    return new Payment(gross, zero, zero, 1, State.FINAL);
  }

  /**
   * A final payment of one piece without fee and tax, from decimal text and an ISO 4217 code.
   *
   * @throws IllegalArgumentException if the text is no amount or the code no currency
   */
  public static Payment of(String gross, String currency) {
    return of(Money.parse(gross, Money.currency(currency)));
  }

  /** A final payment of one piece from which {@code fee} is kept. */
  public static Payment of(Money gross, Money fee) {
    return new Payment(gross, fee, Money.zero(gross.currency()), 1, State.FINAL);
  }

  /** What reaches the creator: gross - fee - tax. */
  public Money net() {
    return gross.minus(fee).minus(tax);
  }

  /** The same payment of which this fee is kept, as decimal text in its currency. */
  public Payment withFee(String amount) {
    return new Payment(gross, Money.parse(amount, gross.currency()), tax, quantity, state);
  }

  /** The same payment of which this tax is kept, as decimal text in its currency. */
  public Payment withTax(String amount) {
    return new Payment(gross, fee, Money.parse(amount, gross.currency()), quantity, state);
  }

  /** The same payment for so many pieces. */
  public Payment withQuantity(long pieces) {
    return new Payment(gross, fee, tax, pieces, state);
  }

  /** The same payment in another state. */
  public Payment withState(State newState) {
    return new Payment(gross, fee, tax, quantity, newState);
  }
}
