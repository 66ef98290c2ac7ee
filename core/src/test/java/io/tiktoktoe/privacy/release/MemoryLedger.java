package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.BudgetLedger;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.Price;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A ledger that forgets when the test ends. */
final class MemoryLedger implements BudgetLedger {

  private final Price limit;
  private final Map<String, Optional<byte[]>> answers = new HashMap<>();
  private Price spent = Price.NOTHING;
  private int charges;

  MemoryLedger(PrivacyBudget limit) {
    this.limit = Price.of(limit);
  }

  @Override
  public synchronized Charge charge(BudgetAccount account, String key, String about, Price price) {
    Optional<byte[]> answer = answers.getOrDefault(key, Optional.empty());
    if (answer.isPresent()) {
      return new Charge.Answered(answer.get());
    }
    if (answers.containsKey(key)) {
      return new Charge.Granted();
    }
    if (!spent.plus(price).fitsInto(limit)) {
      return new Charge.Overspent(price, limit.less(spent), limit, Optional.empty());
    }
    spent = spent.plus(price);
    charges++;
    answers.put(key, Optional.empty());
    return new Charge.Granted();
  }

  @Override
  public synchronized byte[] keep(BudgetAccount account, String key, byte[] answer) {
    answers.computeIfPresent(key, (k, earlier) -> Optional.of(earlier.orElse(answer)));
    return answers.get(key).orElseThrow();
  }

  synchronized int charges() {
    return charges;
  }
}
