package io.tiktoktoe.privacy.ledger;

import java.util.List;
import java.util.Optional;

/**
 * A durable record of streams: one price is held from the first answer on until 30 days after the
 * newest. Thread safe, and safe between processes.
 */
public interface StreamLedger {

  /**
   * Asks for a step; takes the stream's price if it is not held. Durable before it returns.
   *
   * @throws IllegalArgumentException if the price is nothing
   */
  StepCharge charge(BudgetAccount account, StreamStep step);

  /** The answers of a stream that were kept, oldest first; none if it has none. */
  List<byte[]> answers(BudgetAccount account, String stream);

  /**
   * Whether a step was answered; asked for steps of older programs alone, which a ledger that has
   * none need not know.
   */
  default boolean isAnswered(BudgetAccount account, String key) {
    return false;
  }

  /**
   * Keeps a step's answer; durable before it returns.
   *
   * @param number that the charge told
   * @return the answer that stands, an earlier one of the same step if another caller was quicker;
   *     empty if another step was kept meanwhile: throw this answer away, unseen, and charge again
   */
  Optional<byte[]> keep(BudgetAccount account, StreamStep step, long number, byte[] answer);
}
