package io.tiktoktoe.store.ledger;

import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.BudgetWindow;
import io.tiktoktoe.privacy.ledger.LedgerEntry;
import io.tiktoktoe.privacy.ledger.Price;
import io.tiktoktoe.privacy.ledger.StreamStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a ledger's records come to: charges that count, answers, shares, and what is left. A tenant
 * has one budget over all purposes; a purpose with a share may spend that much of it and no more,
 * and those without one share what nobody else has.
 */
public final class LedgerBook {

  private static final long WHOLE = 1_000_000;

  private final List<LedgerRecord> records;
  private final Price total;
  private final SequencedMap<Question, LedgerEntry> entries = new LinkedHashMap<>();
  private final SequencedMap<BudgetAccount, Long> shares = new LinkedHashMap<>();
  private Optional<Instant> renewed = Optional.empty();

  private record Question(BudgetAccount account, String key) {}

  /**
   * Reads records.
   *
   * @param total of each tenant over any 30 days
   */
  public LedgerBook(List<LedgerRecord> records, Price total) {
    this.records = List.copyOf(records);
    this.total = total;
    this.records.forEach(this::read);
  }

  private void read(LedgerRecord record) {
    switch (record) {
      case LedgerRecord.Charged one ->
          entries.put(
              new Question(one.account(), one.key()),
              new LedgerEntry(
                  one.account(),
                  one.key(),
                  one.about(),
                  one.by(),
                  one.price(),
                  one.time(),
                  Optional.empty()));
      // A stream's price counts from its newest answer on.
      case LedgerRecord.Kept one -> answered(one.account(), one.charged(), one.time());
      case LedgerRecord.Shared one -> shares.put(one.account(), one.share());
      case LedgerRecord.Renewed one -> {
        entries.clear();
        renewed = Optional.of(one.time());
      }
    }
  }

  private void answered(BudgetAccount account, String key, Instant time) {
    entries.computeIfPresent(
        new Question(account, key), (question, entry) -> entry.answeredAt(time));
  }

  /** When the newest record was written. */
  public Optional<Instant> last() {
    return records.stream().map(LedgerRecord::time).max(Instant::compareTo);
  }

  /** The answer that was kept to a question, or to a step of a stream. */
  public Optional<byte[]> answer(BudgetAccount account, String key) {
    for (LedgerRecord record : records) {
      if (record instanceof LedgerRecord.Kept one && is(one.account(), one.key(), account, key)) {
        return Optional.of(one.bytes());
      }
    }
    return Optional.empty();
  }

  private static boolean is(BudgetAccount a, String key, BudgetAccount account, String other) {
    return key.equals(other) && a.equals(account);
  }

  /** Whether a question is charged, so that it may be answered at no further cost. */
  public boolean holds(BudgetAccount account, String key, Instant now) {
    LedgerEntry entry = entries.get(new Question(account, key));
    return entry != null && BudgetWindow.backAt(entry).isAfter(now);
  }

  /** The answers of a stream, oldest first. */
  public List<LedgerRecord.Kept> steps(BudgetAccount account, String stream) {
    List<LedgerRecord.Kept> steps = new ArrayList<>();
    for (LedgerRecord record : records) {
      if (record instanceof LedgerRecord.Kept one
          && one.stream().filter(stream::equals).isPresent()
          && one.account().equals(account)) {
        steps.add(one);
      }
    }
    return steps;
  }

  /** When a stream may answer once more: now, or when enough of its answers are 30 days old. */
  public Instant nextStepAt(BudgetAccount account, StreamStep step, Instant now) {
    List<LedgerRecord.Kept> steps = steps(account, step.stream());
    if (steps.size() < step.most()) {
      return now;
    }
    Instant back = steps.get(steps.size() - step.most()).time().plus(BudgetWindow.LENGTH);
    return back.isAfter(now) ? back : now;
  }

  /** What the questions of an account took, whenever that was; each price once, newest first. */
  public List<Price> prices(BudgetAccount account) {
    return entries(one -> one.account().equals(account)).reversed().stream()
        .map(LedgerEntry::price)
        .distinct()
        .toList();
  }

  /** Every account that spent or has a share, in the order in which they began. */
  public List<BudgetAccount> accounts() {
    return Stream.concat(
            entries.values().stream().map(LedgerEntry::account),
            shares.keySet().stream().filter(account -> share(account).isPresent()))
        .distinct()
        .toList();
  }

  /** The share of a purpose, millionths; empty for those that share what is left over. */
  public Optional<Long> share(BudgetAccount account) {
    return Optional.ofNullable(shares.get(account)).filter(share -> share > 0);
  }

  /** What all shares of a tenant but this account's come to, millionths. */
  public long otherShares(BudgetAccount account) {
    return shares.entrySet().stream()
        .filter(one -> one.getKey().tenant().equals(account.tenant()))
        .filter(one -> !one.getKey().equals(account))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /**
   * Records that give accounts new shares, those that become smaller first: a kill between two of
   * them leaves no more than the whole.
   *
   * @param wanted shares by account, millionths; 0 takes one away
   * @throws IllegalArgumentException if a tenant's shares would be more than the whole
   */
  public List<LedgerRecord.Shared> shared(Map<BudgetAccount, Long> wanted, Instant time) {
    wanted.forEach((account, share) -> requireRoom(account, share, wanted));
    return wanted.entrySet().stream()
        .sorted(Comparator.comparingLong(one -> one.getValue() - share(one.getKey()).orElse(0L)))
        .map(one -> new LedgerRecord.Shared(time, one.getKey(), one.getValue()))
        .toList();
  }

  private void requireRoom(BudgetAccount account, long share, Map<BudgetAccount, Long> wanted) {
    long others = otherShares(account);
    for (Map.Entry<BudgetAccount, Long> one : wanted.entrySet()) {
      if (one.getKey().tenant().equals(account.tenant()) && !one.getKey().equals(account)) {
        others += one.getValue() - share(one.getKey()).orElse(0L);
      }
    }
    if (share > 0 && share + others > WHOLE) {
      throw new IllegalArgumentException(
          "share (%s) of %s is more than what is left of the whole by others' shares (%s). Make one of them smaller first."
              .formatted(
                  share / (double) WHOLE,
                  account.purpose(),
                  Math.max(0, WHOLE - others) / (double) WHOLE));
    }
  }

  /** What an account may spend within any 30 days. */
  public Price limit(BudgetAccount account) {
    return part(share(account).orElseGet(() -> WHOLE - otherShares(account)));
  }

  private Price part(long share) {
    return new Price(total.microEpsilon() * share / WHOLE, total.picoDelta() * share / WHOLE);
  }

  /** Charges of an account that count, oldest first. */
  public BudgetWindow window(BudgetAccount account) {
    return BudgetWindow.of(account, limit(account), entries.values());
  }

  /** Charges of a tenant that count, whatever for. */
  public BudgetWindow window(String tenant) {
    return new BudgetWindow(total, entries(one -> one.account().tenant().equals(tenant)));
  }

  private List<LedgerEntry> entries(Predicate<LedgerEntry> which) {
    return entries.values().stream().filter(which).toList();
  }

  /** What an account may spend now. */
  public Price left(BudgetAccount account, Instant now) {
    if (closedUntil().filter(now::isBefore).isPresent()) {
      return Price.NOTHING;
    }
    Price ofAll = window(account.tenant()).left(now);
    if (share(account).isPresent()) {
      return least(window(account).left(now), ofAll);
    }
    for (BudgetAccount other : shares.keySet()) {
      if (other.tenant().equals(account.tenant()) && share(other).isPresent()) {
        ofAll = ofAll.less(window(other).left(now));
      }
    }
    return ofAll;
  }

  private static Price least(Price a, Price b) {
    return new Price(
        Math.min(a.microEpsilon(), b.microEpsilon()), Math.min(a.picoDelta(), b.picoDelta()));
  }

  /** When a price will fit, if nothing else is spent; never if it is above the limit. */
  public Optional<Instant> fitsAt(BudgetAccount account, Price price, Instant now) {
    if (!price.fitsInto(limit(account))) {
      return Optional.empty();
    }
    return Stream.concat(
            closedUntil().stream(),
            entries(one -> one.account().tenant().equals(account.tenant())).stream()
                .map(BudgetWindow::backAt))
        .filter(now::isBefore)
        .sorted()
        .filter(at -> price.fitsInto(left(account, at)))
        .findFirst();
  }

  /** Until when nothing is left, because the ledger was begun anew. */
  public Optional<Instant> closedUntil() {
    return renewed.map(time -> time.plus(BudgetWindow.LENGTH));
  }
}
