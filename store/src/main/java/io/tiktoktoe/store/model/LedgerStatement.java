package io.tiktoktoe.store.model;

import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.LedgerEntry;
import io.tiktoktoe.privacy.ledger.Price;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Statement of a privacy ledger: what was spent.
 *
 * @param file the ledger
 * @param fault why it cannot be trusted, with what helps
 * @param closedUntil when it was begun anew: until then nothing is left
 * @param tenants each with its budget over all purposes
 * @param accounts all that ever spent or have a share
 */
public record LedgerStatement(
    Path file,
    Optional<String> fault,
    Optional<Instant> closedUntil,
    List<Tenant> tenants,
    List<Account> accounts) {

  public LedgerStatement {
    tenants = List.copyOf(tenants);
    accounts = List.copyOf(accounts);
  }

  /**
   * A tenant's last 30 days over all purposes.
   *
   * @param tenant whose data
   * @param limit over any 30 days
   * @param spent within the last 30 days
   * @param left before shares of purposes are set aside
   */
  public record Tenant(String tenant, Price limit, Price spent, Price left) {}

  /**
   * An account's last 30 days.
   *
   * @param account whose
   * @param shared whether its purpose has a share of its own
   * @param limit over any 30 days
   * @param spent within the last 30 days
   * @param left what may be spent now
   * @param counting charges of the last 30 days, oldest first
   */
  public record Account(
      BudgetAccount account,
      boolean shared,
      Price limit,
      Price spent,
      Price left,
      List<LedgerEntry> counting) {}
}
