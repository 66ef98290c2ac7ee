package io.tiktoktoe.privacy.ledger;

import java.util.Optional;

/** What a ledger says to a step of a stream. */
public sealed interface StepCharge {

  /**
   * The stream's price is held: read the data.
   *
   * @param number of answers that the stream had before, ever
   * @param before the answer of the step before, whatever it was about; absent for the first
   */
  record Granted(long number, Optional<byte[]> before) implements StepCharge {}

  /**
   * It is not granted, for one of the reasons of other charges; or it was answered before.
   *
   * @param charge never {@link Charge.Granted}
   */
  record Otherwise(Charge charge) implements StepCharge {}
}
