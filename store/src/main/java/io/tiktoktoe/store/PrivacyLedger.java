package io.tiktoktoe.store;

import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.BudgetLedger;
import io.tiktoktoe.privacy.ledger.BudgetWindow;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.Price;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.ledger.StepCharge;
import io.tiktoktoe.privacy.ledger.StreamLedger;
import io.tiktoktoe.privacy.ledger.StreamStep;
import io.tiktoktoe.store.ledger.LedgerBook;
import io.tiktoktoe.store.ledger.LedgerFile;
import io.tiktoktoe.store.ledger.LedgerRecord;
import io.tiktoktoe.store.model.LedgerStatement;
import java.io.IOException;
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
public final class PrivacyLedger implements BudgetLedger, StreamLedger {

  /** A clock may be set back this far, as clocks are by the network, before it is noticed. */
  private static final Duration CLOCK_SLACK = Duration.ofMinutes(5);

  private static final long MICRO = 1_000_000;

  /** A share of .3 is 300,000 millionths, though .3 has no binary fraction. */
  private static final double ROUNDING = 1e-6;

  private final LedgerFile file;
  private final Path witnesses;
  private final InstantSource clock;
  private final Price limit;

  private PrivacyLedger(LedgerFile file, Path witnesses, InstantSource clock, Price limit) {
    this.file = file;
    this.witnesses = witnesses;
    this.clock = clock;
    this.limit = limit;
  }

  /**
   * The ledger of a store, with the project's limit for each tenant over all purposes: epsilon 0.1
   * and delta 1e-6 over any 30 days.
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
    return new PrivacyLedger(
        new LedgerFile(ledger, both), witnesses, clock, Price.of(PrivacyBudget.USUAL));
  }

  /**
   * The same for a store that knows its own name: releases from a copy of it are found out, as far
   * as this user made them.
   *
   * @param identity {@link Settings#identity()}
   */
  public PrivacyLedger knownAs(String identity) {
    Path copies = witnesses.resolve("store-" + identity + ".head");
    return new PrivacyLedger(file.witnessedBy(copies), witnesses, clock, limit);
  }

  @Override
  public Charge charge(BudgetAccount account, String key, String about, Price price) {
    requirePrice(price);
    return file.hold(
        hold -> {
          Optional<String> distrust = distrust(hold);
          if (distrust.isPresent()) {
            return new Charge.Untrusted(distrust.get());
          }
          LedgerBook book = book(hold);
          Instant now = now(book);
          Optional<byte[]> answer = book.answer(account, key);
          if (answer.isPresent()) {
            return new Charge.Answered(answer.get());
          }
          // What was charged by a process that ended before it kept an answer: nobody saw one.
          return book.holds(account, key, now)
              ? new Charge.Granted()
              : charged(hold, book, new LedgerRecord.Charged(now, account, key, about, by(), price))
                  .map(Charge.class::cast)
                  .orElseGet(Charge.Granted::new);
        });
  }

  /** Takes a price if it is left; else says why not. */
  private Optional<Charge.Overspent> charged(
      LedgerFile.Hold hold, LedgerBook book, LedgerRecord.Charged record) throws IOException {
    BudgetAccount account = record.account();
    Price left = book.left(account, record.time());
    if (!record.price().fitsInto(left)) {
      return Optional.of(
          new Charge.Overspent(
              record.price(),
              left,
              book.limit(account),
              book.fitsAt(account, record.price(), record.time())));
    }
    hold.append(record);
    return Optional.empty();
  }

  private static String by() {
    return System.getProperty("user.name", "");
  }

  private static void requirePrice(Price price) {
    if (price.microEpsilon() < 1) {
      throw new IllegalArgumentException(
          "a price (%d millionths of epsilon) must be at least 1.".formatted(price.microEpsilon()));
    }
  }

  @Override
  public StepCharge charge(BudgetAccount account, StreamStep step) {
    requirePrice(step.price());
    return file.hold(
        hold -> {
          Optional<String> distrust = distrust(hold);
          if (distrust.isPresent()) {
            return new StepCharge.Otherwise(new Charge.Untrusted(distrust.get()));
          }
          LedgerBook book = book(hold);
          Instant now = now(book);
          Optional<byte[]> answer = book.answer(account, step.key());
          if (answer.isPresent()) {
            return new StepCharge.Otherwise(new Charge.Answered(answer.get()));
          }
          Optional<Charge.Overspent> refused = refused(hold, book, account, step, now);
          if (refused.isPresent()) {
            return new StepCharge.Otherwise(refused.get());
          }
          List<LedgerRecord.Kept> steps = book.steps(account, step.stream());
          return new StepCharge.Granted(
              steps.size(),
              steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast().bytes()));
        });
  }

  /** Sees to it that a stream's price is held and that it may answer once more. */
  private Optional<Charge.Overspent> refused(
      LedgerFile.Hold hold, LedgerBook book, BudgetAccount account, StreamStep step, Instant now)
      throws IOException {
    Instant next = book.nextStepAt(account, step, now);
    if (next.isAfter(now)) {
      return Optional.of(
          new Charge.Overspent(
              step.price(), Price.NOTHING, book.limit(account), Optional.of(next)));
    }
    return book.holds(account, step.stream(), now)
        ? Optional.empty()
        : charged(
            hold,
            book,
            new LedgerRecord.Charged(
                now, account, step.stream(), step.about(), by(), step.price()));
  }

  @Override
  public List<byte[]> answers(BudgetAccount account, String stream) {
    return file.isUnused()
        ? List.of()
        : file.hold(
            hold ->
                book(hold).steps(account, stream).stream().map(LedgerRecord.Kept::bytes).toList());
  }

  @Override
  public boolean isAnswered(BudgetAccount account, String key) {
    return !file.isUnused() && file.hold(hold -> book(hold).answer(account, key).isPresent());
  }

  @Override
  public byte[] keep(BudgetAccount account, String key, byte[] answer) {
    return file.hold(
        hold -> {
          LedgerBook book = book(hold);
          Optional<byte[]> earlier = book.answer(account, key);
          if (earlier.isPresent()) {
            return earlier.get();
          }
          Instant now = now(book);
          requireHeld(hold, book, account, key, now);
          hold.append(LedgerRecord.Kept.of(now, account, Optional.empty(), key, answer));
          return answer.clone();
        });
  }

  @Override
  public Optional<byte[]> keep(BudgetAccount account, StreamStep step, long number, byte[] answer) {
    return file.hold(
        hold -> {
          LedgerBook book = book(hold);
          Optional<byte[]> earlier = book.answer(account, step.key());
          if (earlier.isPresent()) {
            return earlier;
          }
          if (book.steps(account, step.stream()).size() != number) {
            return Optional.empty();
          }
          Instant now = now(book);
          requireHeld(hold, book, account, step.stream(), now);
          hold.append(
              LedgerRecord.Kept.of(now, account, Optional.of(step.stream()), step.key(), answer));
          return Optional.of(answer.clone());
        });
  }

  private void requireHeld(
      LedgerFile.Hold hold, LedgerBook book, BudgetAccount account, String key, Instant now) {
    if (!book.holds(account, key, now)) {
      throw new IllegalStateException(
          "the question (%s) is not charged, or was more than 30 days ago. Ask again."
              .formatted(key));
    }
    requireTrusted(hold);
  }

  /**
   * Gives a purpose a share of its tenant's budget; see {@link #share(Map)}.
   *
   * @param share above 0 and up to 1; 0 takes an earlier one away
   */
  public void share(BudgetAccount account, double share) {
    share(Map.of(account, share));
  }

  /**
   * Gives purposes shares of their tenants' budgets: all of them or, where one cannot be, none.
   * What all purposes spend together stays within the whole, whatever the shares.
   *
   * @param shares above 0 and up to 1; 0 takes an earlier one away, so that the purpose takes from
   *     what no other has
   * @throws IllegalArgumentException if one is out of range, or all shares are more than the whole
   * @throws IllegalStateException if the ledger cannot be trusted
   */
  public void share(Map<BudgetAccount, Double> shares) {
    Map<BudgetAccount, Long> micros = new LinkedHashMap<>();
    shares.forEach((account, share) -> micros.put(account, micro(account, share)));
    file.hold(
        hold -> {
          requireTrusted(hold);
          LedgerBook book = book(hold);
          for (LedgerRecord.Shared one : book.shared(micros, now(book))) {
            hold.append(one);
          }
          return micros.size();
        });
  }

  private static long micro(BudgetAccount account, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "share (%s) of %s must lie between 0 and 1.".formatted(share, account.purpose()));
    }
    return (long) Math.floor(share * MICRO + ROUNDING);
  }

  @Override
  public Price limit(BudgetAccount account) {
    return file.isUnused() ? limit : file.hold(hold -> book(hold).limit(account));
  }

  @Override
  public List<Price> prices(BudgetAccount account) {
    return file.isUnused() ? List.of() : file.hold(hold -> book(hold).prices(account));
  }

  private void requireTrusted(LedgerFile.Hold hold) {
    Optional<String> distrust = distrust(hold);
    if (distrust.isPresent()) {
      throw new IllegalStateException(distrust.get());
    }
  }

  /** What was spent, by account, in the order in which accounts began; and what is wrong. */
  public LedgerStatement statement() {
    if (file.isUnused()) {
      return new LedgerStatement(
          file.file(), Optional.empty(), Optional.empty(), List.of(), List.of());
    }
    return file.hold(
        hold -> {
          Instant now = clock.instant();
          LedgerBook book = book(hold);
          List<LedgerStatement.Account> accounts = new ArrayList<>();
          Map<String, LedgerStatement.Tenant> tenants = new LinkedHashMap<>();
          for (BudgetAccount one : book.accounts()) {
            BudgetWindow own = book.window(one);
            accounts.add(
                new LedgerStatement.Account(
                    one,
                    book.share(one).isPresent(),
                    book.limit(one),
                    own.spent(now),
                    book.left(one, now),
                    own.counting(now)));
            BudgetWindow all = book.window(one.tenant());
            tenants.putIfAbsent(
                one.tenant(),
                new LedgerStatement.Tenant(one.tenant(), limit, all.spent(now), all.left(now)));
          }
          return new LedgerStatement(
              file.file(),
              distrust(hold),
              book.closedUntil().filter(now::isBefore),
              List.copyOf(tenants.values()),
              accounts);
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

  private LedgerBook book(LedgerFile.Hold hold) {
    return new LedgerBook(hold.records(), limit);
  }

  private Optional<String> distrust(LedgerFile.Hold hold) {
    if (hold.fault().isPresent()) {
      return Optional.of(
          "the privacy ledger %s cannot be trusted: %s. Put its newest copy back, or run 'privacy ledger --renew', after which nothing is released for 30 days."
              .formatted(file.file(), hold.fault().get()));
    }
    Instant now = clock.instant();
    return book(hold)
        .last()
        .filter(time -> now.isBefore(time.minus(CLOCK_SLACK)))
        .map(
            time ->
                "the clock says %s, but the privacy ledger was last written at %s. Set the clock right, or wait until then."
                    .formatted(now, time));
  }

  /** Never before what was written last, however the clock is set. */
  private Instant now(LedgerBook book) {
    Instant now = clock.instant();
    return book.last().filter(now::isBefore).orElse(now);
  }
}
