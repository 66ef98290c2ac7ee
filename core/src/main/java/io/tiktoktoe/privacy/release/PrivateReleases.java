package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.ledger.BudgetLedger;

/**
 * Private releases: charges the budget, reads, bounds, adds exact noise, keeps the answer, and only
 * then shows it. Thread safe.
 */
public final class PrivateReleases {

  private final BudgetLedger ledger;

  private PrivateReleases(BudgetLedger ledger) {
    this.ledger = ledger;
  }

  /** Releases whose charges go to this ledger, with noise of the secure source. */
  public static PrivateReleases chargedTo(BudgetLedger ledger) {
    return new PrivateReleases(ledger);
  }

  /** How a request would spend its budget and how wrong it would be; reads and charges nothing. */
  public static ReleasePlan plan(ReleaseRequest request) {
    throw new UnsupportedOperationException("filled in the next commit: " + request);
  }

  /**
   * Answers a request. A request that was answered before gets the same answer again, without cost
   * and without reading any data.
   *
   * @param source read after the charge, once for each statistic
   */
  public ReleaseOutcome release(ReleaseRequest request, ContributionSource source) {
    throw new UnsupportedOperationException(
        "filled in the next commit: %s %s %s".formatted(ledger, request, source));
  }
}
