package io.tiktoktoe.service.privacy;

import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.BudgetLedger;
import io.tiktoktoe.privacy.ledger.BudgetWindow;
import io.tiktoktoe.privacy.ledger.LedgerEntry;
import io.tiktoktoe.privacy.ledger.Price;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.privacy.LedgerAnswer;
import io.tiktoktoe.store.PrivacyLedger;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.LedgerStatement;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** The privacy ledger of a store: what was spent and what is left. */
public final class LedgerService {

  /** The smallest epsilon that a release understands, in millionths. */
  private static final long LEAST_MICRO = 10;

  private LedgerService() {}

  /**
   * The ledger to which releases from a store are charged.
   *
   * @param home the user's home, where a second witness of the ledger is kept
   */
  public static PrivacyLedger of(Path store, Path home, InstantSource clock) {
    return PrivacyLedger.beside(store, home.resolve(".tiktoktoe").resolve("privacy"), clock);
  }

  /**
   * The ledger of a store that is open: releases from a copy of it are found out, too.
   *
   * @param home the user's home
   */
  public static PrivacyLedger of(Store store, Path home, InstantSource clock) {
    return of(store.file(), home, clock).knownAs(store.settings().identity());
  }

  /** What was spent and what is left. */
  public static LedgerAnswer statement(PrivacyLedger ledger) {
    LedgerStatement statement = ledger.statement();
    return new LedgerAnswer(
        statement.file().toString(),
        statement.fault(),
        statement.closedUntil(),
        statement.tenants().stream().map(LedgerService::tenant).toList(),
        statement.accounts().stream().map(LedgerService::account).toList());
  }

  /**
   * Begins a ledger anew that cannot be trusted.
   *
   * @return when the budget comes back
   * @throws ServiceException.BadRequest if nothing is wrong with it
   */
  public static Instant renew(PrivacyLedger ledger) {
    if (ledger.statement().fault().isEmpty()) {
      throw new ServiceException.BadRequest(
          "renew",
          "{renew} is for a ledger that cannot be trusted, and this one can. Leave it out.");
    }
    return ledger.renew();
  }

  /**
   * Gives purposes shares of the whole budget, all of them or none.
   *
   * @param shares by purpose, 0 to 1; 0 takes a share away
   * @throws ServiceException.BadRequest if a share is out of range, all are more than the whole, or
   *     the ledger cannot be trusted
   */
  public static void share(PrivacyLedger ledger, Map<String, Double> shares) {
    if (shares.isEmpty()) {
      return;
    }
    Map<BudgetAccount, Double> accounts = new LinkedHashMap<>();
    shares.forEach((purpose, share) -> accounts.put(PlatformService.account(purpose), share));
    try {
      ledger.share(accounts);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new ServiceException.BadRequest("share", "{share}: %s", String.valueOf(e.getMessage()))
          .because(e);
    }
  }

  /** The budget of a purpose: its share of the whole, or all that no other has. */
  public static PrivacyBudget budget(BudgetLedger ledger, String purpose) {
    Price limit = ledger.limit(PlatformService.account(purpose));
    if (limit.microEpsilon() < LEAST_MICRO || limit.picoDelta() < 1) {
      throw new ServiceException.NothingThere(
          "{purpose} %s has no budget: other purposes' shares are the whole. Give it a share with"
              + " 'privacy ledger --share %s=0.1', and others less.",
          purpose, purpose);
    }
    return new PrivacyBudget(limit.epsilon(), limit.delta());
  }

  private static LedgerAnswer.Tenant tenant(LedgerStatement.Tenant tenant) {
    return new LedgerAnswer.Tenant(
        tenant.tenant(),
        tenant.limit().epsilon(),
        tenant.spent().epsilon(),
        tenant.left().epsilon(),
        tenant.limit().delta(),
        tenant.spent().delta(),
        tenant.left().delta());
  }

  private static LedgerAnswer.Account account(LedgerStatement.Account account) {
    return new LedgerAnswer.Account(
        account.account().tenant(),
        account.account().purpose(),
        account.shared(),
        account.limit().epsilon(),
        account.spent().epsilon(),
        account.left().epsilon(),
        account.limit().delta(),
        account.spent().delta(),
        account.left().delta(),
        account.counting().stream().map(LedgerService::charged).toList());
  }

  private static LedgerAnswer.Charged charged(LedgerEntry entry) {
    return new LedgerAnswer.Charged(
        entry.charged(),
        entry.by(),
        entry.about(),
        entry.price().epsilon(),
        entry.price().delta(),
        entry.answered(),
        BudgetWindow.backAt(entry));
  }
}
