package io.tiktoktoe.store;

import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.Price;
import io.tiktoktoe.privacy.ledger.StepCharge;
import io.tiktoktoe.privacy.ledger.StreamStep;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Charges and keeps one question after the other, and a window of a stream after each, saying all,
 * until it is killed.
 */
final class LedgerVictim {

  static final BudgetAccount ACCOUNT = new BudgetAccount("stage", "killed");
  static final Price PRICE = new Price(10, 10);

  private LedgerVictim() {}

  /** A window of the one stream. */
  static StreamStep step(String key) {
    return new StreamStep("stream", "window " + key, "windows", PRICE, 100_000);
  }

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
      if (ledger.charge(ACCOUNT, step(key)) instanceof StepCharge.Granted granted) {
        System.out.println("granted " + key);
        byte[] answer = key.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        if (ledger.keep(ACCOUNT, step(key), granted.number(), answer).isPresent()) {
          System.out.println("told " + key);
        }
      }
    }
  }
}
