package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.ledger.Charge;

/** What comes of asking for a release. */
public sealed interface ReleaseOutcome {

  /**
   * It was made, or had been.
   *
   * @param release what may be seen
   */
  record Released(ProtectedRelease release) implements ReleaseOutcome {}

  /**
   * The budget does not suffice; no data were read.
   *
   * @param charge why, and when it will
   */
  record Refused(Charge.Overspent charge) implements ReleaseOutcome {}

  /**
   * The ledger cannot be trusted; no data were read.
   *
   * @param reason what is wrong and what helps
   */
  record Blocked(String reason) implements ReleaseOutcome {}
}
