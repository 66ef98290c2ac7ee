package io.tiktoktoe.event;

/**
 * Settlement state: how final an amount is. Later states replace earlier ones of the same event.
 */
public enum State {
  /** Reported, still to be corrected, as advertising income is. */
  ESTIMATED,
  /** Settled, not yet paid out. */
  FINAL,
  /** Paid out to the creator. */
  PAID
}
