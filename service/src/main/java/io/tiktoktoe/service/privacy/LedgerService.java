package io.tiktoktoe.service.privacy;

import io.tiktoktoe.privacy.ledger.BudgetWindow;
import io.tiktoktoe.privacy.ledger.LedgerEntry;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.privacy.LedgerAnswer;
import io.tiktoktoe.store.PrivacyLedger;
import io.tiktoktoe.store.model.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** The privacy ledger of a store: what was spent and what is left. */
public final class LedgerService {

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
   * What was spent and what is left.
   *
   * @throws StoreException if there is no store
   */
  public static LedgerAnswer statement(Path store, Path home, InstantSource clock) {
    requireStore(store);
    PrivacyLedger.Statement statement = of(store, home, clock).statement();
    return new LedgerAnswer(
        statement.file().toString(),
        statement.fault(),
        statement.closedUntil(),
        statement.accounts().stream().map(LedgerService::account).toList());
  }

  /**
   * Begins a ledger anew that cannot be trusted.
   *
   * @return when the budget comes back
   * @throws ServiceException.BadRequest if nothing is wrong with it
   */
  public static Instant renew(Path store, Path home, InstantSource clock) {
    requireStore(store);
    PrivacyLedger ledger = of(store, home, clock);
    if (ledger.statement().fault().isEmpty()) {
      throw new ServiceException.BadRequest(
          "renew",
          "{renew} is for a ledger that cannot be trusted, and this one can. Leave it out.");
    }
    return ledger.renew();
  }

  private static void requireStore(Path store) {
    if (!Files.exists(store)) {
      throw new StoreException.Missing(store.toAbsolutePath().normalize().toString());
    }
  }

  private static LedgerAnswer.Account account(PrivacyLedger.Account account) {
    return new LedgerAnswer.Account(
        account.account().tenant(),
        account.account().purpose(),
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
