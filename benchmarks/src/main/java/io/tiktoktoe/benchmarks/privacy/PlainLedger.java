package io.tiktoktoe.benchmarks.privacy;

import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.BudgetLedger;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.Price;

/** A ledger for measuring: it grants everything and remembers nothing. */
final class PlainLedger implements BudgetLedger {

  @Override
  public Charge charge(BudgetAccount account, String key, String about, Price price) {
    return new Charge.Granted();
  }

  @Override
  public byte[] keep(BudgetAccount account, String key, byte[] answer) {
    return answer;
  }
}
