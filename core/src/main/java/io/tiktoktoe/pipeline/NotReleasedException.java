package io.tiktoktoe.pipeline;

import io.tiktoktoe.privacy.release.ReleaseOutcome;

/** A release that was not made: the budget does not suffice, or its ledger cannot be trusted. */
public final class NotReleasedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ReleaseOutcome outcome;

  NotReleasedException(ReleaseOutcome outcome) {
    super("The release was not made: " + outcome);
    this.outcome = outcome;
  }

  /** Why. */
  public ReleaseOutcome outcome() {
    return outcome;
  }
}
