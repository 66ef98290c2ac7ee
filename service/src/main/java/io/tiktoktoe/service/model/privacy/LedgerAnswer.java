package io.tiktoktoe.service.model.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A privacy ledger: what was spent within the last 30 days, by whom, what is left, when it comes
 * back.
 *
 * @param ledger its file
 * @param fault why it cannot be trusted, and what helps; nothing is released then
 * @param closedUntil until when nothing is left, because the ledger was begun anew
 * @param tenants each with its budget over all purposes
 * @param accounts every tenant and purpose that ever spent or has a share
 */
public record LedgerAnswer(
    String ledger,
    Optional<String> fault,
    Optional<Instant> closedUntil,
    List<Tenant> tenants,
    List<Account> accounts) {

  public LedgerAnswer {
    tenants = List.copyOf(tenants);
    accounts = List.copyOf(accounts);
  }

  /**
   * A tenant over all purposes.
   *
   * @param tenant whose data
   * @param epsilonLimit over any 30 days
   * @param epsilonSpent within the last 30 days
   * @param epsilonLeft now, before shares of purposes are set aside
   * @param deltaLimit over any 30 days
   * @param deltaSpent within the last 30 days
   * @param deltaLeft now, before shares of purposes are set aside
   */
  public record Tenant(
      String tenant,
      double epsilonLimit,
      double epsilonSpent,
      double epsilonLeft,
      double deltaLimit,
      double deltaSpent,
      double deltaLeft) {}

  /**
   * One account.
   *
   * @param tenant whose data
   * @param purpose for whom
   * @param shared whether it has a share of its own; else it takes from what no other has
   * @param epsilonLimit over any 30 days
   * @param epsilonSpent within the last 30 days
   * @param epsilonLeft now
   * @param deltaLimit over any 30 days
   * @param deltaSpent within the last 30 days
   * @param deltaLeft now
   * @param charges of the last 30 days, oldest first
   */
  public record Account(
      String tenant,
      String purpose,
      boolean shared,
      double epsilonLimit,
      double epsilonSpent,
      double epsilonLeft,
      double deltaLimit,
      double deltaSpent,
      double deltaLeft,
      List<Charged> charges) {

    public Account {
      charges = List.copyOf(charges);
    }
  }

  /**
   * One charge.
   *
   * @param charged when
   * @param by who ran the program
   * @param about what was asked
   * @param epsilon what it took
   * @param delta what it took
   * @param answered when its answer was kept; absent if its process ended before
   * @param backAt when it no longer counts
   */
  public record Charged(
      Instant charged,
      String by,
      String about,
      double epsilon,
      double delta,
      Optional<Instant> answered,
      Instant backAt) {}
}
