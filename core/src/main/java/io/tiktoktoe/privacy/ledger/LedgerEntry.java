package io.tiktoktoe.privacy.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A charge as a ledger holds it.
 *
 * @param account whose budget it took
 * @param key the question
 * @param about the question for people to read
 * @param by who ran the program
 * @param price what it took
 * @param charged when
 * @param answered when its answer was kept; absent if its process ended before that
 */
public record LedgerEntry(
    BudgetAccount account,
    String key,
    String about,
    String by,
    Price price,
    Instant charged,
    Optional<Instant> answered) {

  /** From when on it counts for the length of a window: an answer that comes late counts late. */
  public Instant counts() {
    return answered.orElse(charged);
  }

  /** The same with its answer kept at this time. */
  public LedgerEntry answeredAt(Instant time) {
    return new LedgerEntry(account, key, about, by, price, charged, Optional.of(time));
  }
}
