package io.tiktoktoe.store;

import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.Price;
import java.nio.file.Path;
import java.time.InstantSource;

/** Charges and keeps one question after the other, saying each, until it is killed. */
final class LedgerVictim {

  static final BudgetAccount ACCOUNT = new BudgetAccount("stage", "killed");
  static final Price PRICE = new Price(10, 10);

  private LedgerVictim() {}

  /** Takes the store and the folder of the witness. */
  public static void main(String[] arguments) {
    PrivacyLedger ledger =
        PrivacyLedger.beside(Path.of(arguments[0]), Path.of(arguments[1]), InstantSource.system());
    for (int i = 0; ; i++) {
      String key = ProcessHandle.current().pid() + "-" + i;
      if (ledger.charge(ACCOUNT, key, "about", PRICE) instanceof Charge.Granted) {
        System.out.println("charged " + key);
        ledger.keep(ACCOUNT, key, key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        System.out.println("kept " + key);
      }
    }
  }
}
