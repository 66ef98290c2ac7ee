package io.tiktoktoe.privacy.ledger;

import java.util.List;

/**
 * A durable record of what was spent. A release is charged first, then its data are read, then its
 * answer is kept, and only then may anybody see it: whoever asks the same again gets the same
 * answer, at no cost, and a process that is killed has spent its charge. Thread safe, and safe
 * between processes.
 */
public interface BudgetLedger {

  /**
   * Takes a price out of an account; durable before it returns.
   *
   * @param account whose budget
   * @param key the question, the same for the same question
   * @param about the question for people to read
   * @param price at least a micro-unit of epsilon
   */
  Charge charge(BudgetAccount account, String key, String about, Price price);

  /**
   * Keeps the answer to a question that was charged; durable before it returns.
   *
   * @return the answer that stands: an earlier one if another caller was quicker
   */
  byte[] keep(BudgetAccount account, String key, byte[] answer);

  /**
   * What the questions of an account took, whenever that was: each price once, newest first. A
   * ledger that does not tell knows the price of {@link #limit} alone.
   */
  default List<Price> prices(BudgetAccount account) {
    return List.of(limit(account));
  }

  /** What an account may spend within any 30 days: what the project promises unless it is less. */
  default Price limit(BudgetAccount account) {
    return Price.of(PrivacyBudget.USUAL);
  }
}
