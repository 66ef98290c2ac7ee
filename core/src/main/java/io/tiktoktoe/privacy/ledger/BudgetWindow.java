package io.tiktoktoe.privacy.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Sliding window of a budget: what an account spent within the last 30 days, and when it comes
 * back. Charges add up (basic composition), so that any 30 days together stay within the limit.
 *
 * @param limit what may be spent within any 30 days
 * @param entries of one account, by the time from which they count
 */
public record BudgetWindow(Price limit, List<LedgerEntry> entries) {

  /** How long a charge counts. */
  public static final Duration LENGTH = Duration.ofDays(30);

  public BudgetWindow {
    entries = entries.stream().sorted(Comparator.comparing(LedgerEntry::counts)).toList();
  }

  /** The window of an account among the entries of all. */
  public static BudgetWindow of(
      BudgetAccount account, Price limit, Collection<LedgerEntry> entries) {
    List<LedgerEntry> own = new ArrayList<>();
    for (LedgerEntry one : entries) {
      if (one.account().equals(account)) {
        own.add(one);
      }
    }
    return new BudgetWindow(limit, own);
  }

  /** When an entry no longer counts. */
  public static Instant backAt(LedgerEntry entry) {
    return entry.counts().plus(LENGTH);
  }

  /** Entries that still count. */
  public List<LedgerEntry> counting(Instant now) {
    return entries.stream().filter(one -> backAt(one).isAfter(now)).toList();
  }

  /** What was spent and has not come back. */
  public Price spent(Instant now) {
    return counting(now).stream().map(LedgerEntry::price).reduce(Price.NOTHING, Price::plus);
  }

  /** What may still be spent. */
  public Price left(Instant now) {
    return limit.less(spent(now));
  }

  /** When a price will fit, if nothing else is spent; never if it is above the limit. */
  public Optional<Instant> fitsAt(Price price, Instant now) {
    if (!price.fitsInto(limit)) {
      return Optional.empty();
    }
    Price spent = spent(now);
    Instant at = now;
    for (LedgerEntry entry : counting(now)) {
      if (spent.plus(price).fitsInto(limit)) {
        break;
      }
      spent = spent.less(entry.price());
      at = backAt(entry);
    }
    return Optional.of(at);
  }
}
