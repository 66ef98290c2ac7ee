package io.tiktoktoe.store;

import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.BudgetLedger;
import io.tiktoktoe.privacy.ledger.BudgetWindow;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.LedgerEntry;
import io.tiktoktoe.privacy.ledger.Price;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.store.ledger.LedgerFile;
import io.tiktoktoe.store.ledger.LedgerRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Privacy budget ledger: what was released from a store, beside the store's file. Charges are
 * durable before any data are read, answers before anybody sees them, and 64 threads or processes
 * that want the last budget get it once. Backups leave it out, and restoring a store leaves it as
 * it is: what was published stays published. Thread safe.
 */
public final class PrivacyLedger implements BudgetLedger {

  /** A clock may be set back this far, as clocks are by the network, before it is noticed. */
  private static final Duration CLOCK_SLACK = Duration.ofMinutes(5);

  private final LedgerFile file;
  private final InstantSource clock;
  private final Price limit;

  private PrivacyLedger(LedgerFile file, InstantSource clock, Price limit) {
    this.file = file;
    this.clock = clock;
    this.limit = limit;
  }

  /**
   * The ledger of a store, with the project's limit for each account: epsilon 0.1 and delta 1e-6
   * over any 30 days.
   *
   * @param store the store's file, which need not be open, nor exist
   * @param witnesses a folder elsewhere, such as in the user's home, where a second witness is kept
   *     that a restored copy of the store's folder does not take back
   */
  public static PrivacyLedger beside(Path store, Path witnesses, InstantSource clock) {
    Path place = Store.place(store);
    Path ledger = place.resolveSibling(place.getFileName() + ".ledger");
    // The second witness goes by the place of the ledger that it watches.
    UUID name = UUID.nameUUIDFromBytes(ledger.toString().getBytes(StandardCharsets.UTF_8));
    List<Path> both =
        List.of(
            place.resolveSibling(place.getFileName() + ".ledger.head"),
            witnesses.resolve(name + ".head"));
    return new PrivacyLedger(new LedgerFile(ledger, both), clock, Price.of(PrivacyBudget.USUAL));
  }

  @Override
  public Charge charge(BudgetAccount account, String key, String about, Price price) {
    if (price.microEpsilon() < 1) {
      throw new IllegalArgumentException(
          "a price (%d millionths of epsilon) must be at least 1.".formatted(price.microEpsilon()));
    }
    return file.hold(
        hold -> {
          Optional<String> distrust = distrust(hold);
          if (distrust.isPresent()) {
            return new Charge.Untrusted(distrust.get());
          }
          Instant now = now(hold);
          Optional<byte[]> answer = answer(hold, account, key);
          if (answer.isPresent()) {
            return new Charge.Answered(answer.get());
          }
          Map<Question, LedgerEntry> entries = entries(hold);
          BudgetWindow window = window(account, entries);
          LedgerEntry before = entries.get(new Question(account, key));
          if (before != null && BudgetWindow.backAt(before).isAfter(now)) {
            // It was charged by a process that ended before it kept an answer: nobody saw one.
            return new Charge.Granted();
          }
          Price left = left(hold, window, now);
          if (!price.fitsInto(left)) {
            return new Charge.Overspent(price, left, limit, fitsAt(hold, window, price, now));
          }
          hold.append(
              new LedgerRecord.Charged(
                  now, account, key, about, System.getProperty("user.name", ""), price));
          return new Charge.Granted();
        });
  }

  @Override
  public byte[] keep(BudgetAccount account, String key, byte[] answer) {
    return file.hold(
        hold -> {
          Optional<byte[]> earlier = answer(hold, account, key);
          if (earlier.isPresent()) {
            return earlier.get();
          }
          Instant now = now(hold);
          LedgerEntry entry = entries(hold).get(new Question(account, key));
          if (entry == null || !BudgetWindow.backAt(entry).isAfter(now)) {
            throw new IllegalStateException(
                "the question (%s) is not charged, or was more than 30 days ago. Ask again."
                    .formatted(key));
          }
          requireTrusted(hold);
          hold.append(LedgerRecord.Kept.of(now, account, key, answer));
          return answer.clone();
        });
  }

  private void requireTrusted(LedgerFile.Hold hold) {
    Optional<String> distrust = distrust(hold);
    if (distrust.isPresent()) {
      throw new IllegalStateException(distrust.get());
    }
  }

  /** What was spent, by account, in the order in which accounts began; and what is wrong. */
  public Statement statement() {
    return file.hold(
        hold -> {
          Instant now = clock.instant();
          Map<Question, LedgerEntry> entries = entries(hold);
          Map<BudgetAccount, Account> accounts = new LinkedHashMap<>();
          for (LedgerEntry one : entries.values()) {
            accounts.computeIfAbsent(
                one.account(),
                account -> {
                  BudgetWindow window = window(account, entries);
                  return new Account(
                      account,
                      limit,
                      window.spent(now),
                      left(hold, window, now),
                      window.counting(now));
                });
          }
          return new Statement(
              file.file(),
              distrust(hold),
              renewed(hold).map(time -> time.plus(BudgetWindow.LENGTH)).filter(now::isBefore),
              limit,
              List.copyOf(accounts.values()));
        });
  }

  /**
   * Begins a ledger anew that cannot be trusted. Since nobody knows what was spent, everybody's
   * budget counts as spent for 30 days; the old file is kept beside it.
   *
   * @return when the budget comes back
   * @throws IllegalArgumentException if nothing is wrong with the ledger
   */
  public Instant renew() {
    return file.hold(
        hold -> {
          if (distrust(hold).isEmpty()) {
            throw new IllegalArgumentException(
                "ledger (%s) is whole. There is nothing to renew.".formatted(file.file()));
          }
          Instant now = clock.instant();
          String name = file.file().getFileName() + ".before-" + now.toEpochMilli();
          hold.renew(new LedgerRecord.Renewed(now), file.file().resolveSibling(name));
          return now.plus(BudgetWindow.LENGTH);
        });
  }

  /**
   * What was spent.
   *
   * @param file the ledger
   * @param fault why it cannot be trusted, with what helps
   * @param closedUntil when it was begun anew: until then nothing is left
   * @param limit of each account over any 30 days
   * @param accounts all that ever spent
   */
  public record Statement(
      Path file,
      Optional<String> fault,
      Optional<Instant> closedUntil,
      Price limit,
      List<Account> accounts) {}

  /**
   * An account's last 30 days.
   *
   * @param account whose
   * @param limit over any 30 days
   * @param spent within the last 30 days
   * @param left what may be spent now
   * @param counting charges of the last 30 days, oldest first
   */
  public record Account(
      BudgetAccount account, Price limit, Price spent, Price left, List<LedgerEntry> counting) {}

  private record Question(BudgetAccount account, String key) {}

  private Optional<String> distrust(LedgerFile.Hold hold) {
    if (hold.fault().isPresent()) {
      return Optional.of(
          "the privacy ledger %s cannot be trusted: %s. Put its newest copy back, or run 'privacy ledger --renew', after which nothing is released for 30 days."
              .formatted(file.file(), hold.fault().get()));
    }
    Instant now = clock.instant();
    return last(hold)
        .filter(time -> now.isBefore(time.minus(CLOCK_SLACK)))
        .map(
            time ->
                "the clock says %s, but the privacy ledger was last written at %s. Set the clock right, or wait until then."
                    .formatted(now, time));
  }

  private static Optional<Instant> last(LedgerFile.Hold hold) {
    return hold.records().stream().map(LedgerRecord::time).max(Instant::compareTo);
  }

  /** Never before what was written last, however the clock is set. */
  private Instant now(LedgerFile.Hold hold) {
    Instant now = clock.instant();
    return last(hold).filter(now::isBefore).orElse(now);
  }

  private static Optional<byte[]> answer(LedgerFile.Hold hold, BudgetAccount account, String key) {
    for (LedgerRecord one : hold.records()) {
      if (one instanceof LedgerRecord.Kept kept
          && kept.key().equals(key)
          && kept.account().equals(account)) {
        return Optional.of(kept.bytes());
      }
    }
    return Optional.empty();
  }

  /** The newest charge of each question, with the time of its answer. */
  private static Map<Question, LedgerEntry> entries(LedgerFile.Hold hold) {
    Map<Question, LedgerEntry> entries = new LinkedHashMap<>();
    for (LedgerRecord record : hold.records()) {
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
        case LedgerRecord.Kept one ->
            entries.computeIfPresent(
                new Question(one.account(), one.key()),
                (question, entry) -> entry.answeredAt(one.time()));
        case LedgerRecord.Renewed one -> entries.clear();
      }
    }
    return entries;
  }

  private BudgetWindow window(BudgetAccount account, Map<Question, LedgerEntry> entries) {
    return BudgetWindow.of(account, limit, new ArrayList<>(entries.values()));
  }

  private static Optional<Instant> renewed(LedgerFile.Hold hold) {
    return hold.records().stream()
        .filter(LedgerRecord.Renewed.class::isInstance)
        .map(LedgerRecord::time)
        .max(Instant::compareTo);
  }

  private Price left(LedgerFile.Hold hold, BudgetWindow window, Instant now) {
    boolean closed =
        renewed(hold).filter(time -> time.plus(BudgetWindow.LENGTH).isAfter(now)).isPresent();
    return closed ? Price.NOTHING : window.left(now);
  }

  private Optional<Instant> fitsAt(
      LedgerFile.Hold hold, BudgetWindow window, Price price, Instant now) {
    Instant open = renewed(hold).map(time -> time.plus(BudgetWindow.LENGTH)).orElse(now);
    return window.fitsAt(price, now).map(at -> at.isBefore(open) ? open : at);
  }
}
