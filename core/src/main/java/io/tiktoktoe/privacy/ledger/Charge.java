package io.tiktoktoe.privacy.ledger;

import java.time.Instant;
import java.util.Optional;

/** What a ledger says to a charge. */
public sealed interface Charge {

  /** The price was taken, now or by an earlier try that was not finished: read the data. */
  record Granted() implements Charge {}

  /**
   * The question was answered before; that costs nothing.
   *
   * @param bytes the answer as it was kept
   */
  record Answered(byte[] bytes) implements Charge {}

  /**
   * The budget does not suffice.
   *
   * @param price what the release would take
   * @param left what is left
   * @param limit what the account has over any 30 days
   * @param backAt when enough will have come back; never if the price is above the limit
   */
  record Overspent(Price price, Price left, Price limit, Optional<Instant> backAt)
      implements Charge {}

  /**
   * The ledger cannot be trusted: nothing is released.
   *
   * @param reason what is wrong and what helps
   */
  record Untrusted(String reason) implements Charge {}
}
