package io.tiktoktoe.pipeline;

import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.BudgetLedger;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.Price;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A ledger that forgets; it grants so many charges. */
final class MemoryLedger implements BudgetLedger {

  private final Map<String, byte[]> answers = new HashMap<>();
  private int left;
  private int charges;

  MemoryLedger(int grants) {
    this.left = grants;
  }

  int charges() {
    return charges;
  }

  @Override
  public Charge charge(BudgetAccount account, String key, String about, Price price) {
    byte[] known = answers.get(account + key);
    if (known != null) {
      return new Charge.Answered(known);
    }
    if (left == 0) {
      return new Charge.Overspent(
          price, Price.NOTHING, price, Optional.of(Instant.parse("2026-12-30T00:00:00Z")));
    }
    left--;
    charges++;
    return new Charge.Granted();
  }

  @Override
  public byte[] keep(BudgetAccount account, String key, byte[] answer) {
    answers.putIfAbsent(account + key, answer);
    return answers.get(account + key);
  }
}
