package io.tiktoktoe.service.privacy;

import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.BudgetLedger;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.Price;
import java.util.Optional;

/**
 * A ledger that only gives answers that are there: it asks for more than any budget holds, so that
 * nothing is ever charged.
 */
record AnsweredOnly(BudgetLedger ledger) implements BudgetLedger {

  private static final Price BEYOND = new Price(1L << 60, 1L << 60);

  @Override
  public Charge charge(BudgetAccount account, String key, String about, Price price) {
    Charge charge = ledger.charge(account, key, about, BEYOND);
    // Charged once and never finished: there is no answer, and none is made here.
    return charge instanceof Charge.Granted
        ? new Charge.Overspent(price, Price.NOTHING, Price.NOTHING, Optional.empty())
        : charge;
  }

  @Override
  public byte[] keep(BudgetAccount account, String key, byte[] answer) {
    throw new IllegalStateException("nothing was charged, so nothing is kept");
  }
}
