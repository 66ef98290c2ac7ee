package io.tiktoktoe.service.experiment;

import io.tiktoktoe.event.Money;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.experiment.OutcomeRow;
import io.tiktoktoe.store.model.StoredTest;
import io.tiktoktoe.store.model.TestEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Reads what came of a fan. */
final class Outcomes {

  private static final Map<String, TestEntry.Kind> KINDS =
      Map.of(
          "purchase", TestEntry.Kind.PURCHASE,
          "renewal", TestEntry.Kind.RENEWAL,
          "refund", TestEntry.Kind.REFUND,
          "churn", TestEntry.Kind.CHURN);

  /** More than any sale; ten thousand of them still fit a sum. */
  private static final long MOST = 1_000_000_000_000L;

  private Outcomes() {}

  /** A row that makes sense. */
  record Read(TestEntry.Kind kind, long amount) {}

  /**
   * Reads a row.
   *
   * @param now nothing happens after it
   * @param shown when the fan was assigned
   */
  static Read read(OutcomeRow row, StoredTest test, Instant now, Instant shown) {
    if (row.id().isBlank()) {
      throw wrong("{id} is empty. Give each outcome an id, so that it counts once.");
    }
    TestEntry.Kind kind = KINDS.get(row.kind().strip().toLowerCase(Locale.ROOT));
    if (kind == null) {
      throw wrong("{kind} (%s) must be purchase, renewal, refund or churn.", row.kind());
    }
    row.currency().ifPresent(code -> requireCurrency(code, test));
    row.time().ifPresent(text -> requireTime(text, now, shown));
    return new Read(kind, amount(row, kind, test));
  }

  private static void requireCurrency(String code, StoredTest test) {
    if (!code.isBlank() && !code.strip().equalsIgnoreCase(test.currency().getCurrencyCode())) {
      throw wrong(
          "{currency} (%s) is not that of the test, %s. Convert the amount first.",
          code, test.currency());
    }
  }

  private static void requireTime(String text, Instant now, Instant shown) {
    if (text.isBlank()) {
      return;
    }
    Instant time;
    try {
      time = Instant.parse(text.strip());
    } catch (DateTimeException e) {
      throw wrong("{time} (%s) is no time. Write it like 2026-01-31T14:00:00Z.", text).because(e);
    }
    if (time.isBefore(shown)) {
      throw wrong(
          "{time} (%s) is before the fan was shown an arm (%s): it cannot come of the test.",
          text, shown);
    }
    if (time.isAfter(now)) {
      throw wrong("{time} (%s) lies ahead of %s. Record it when it has happened.", text, now);
    }
  }

  private static long amount(OutcomeRow row, TestEntry.Kind kind, StoredTest test) {
    if (kind == TestEntry.Kind.CHURN) {
      return 0;
    }
    long amount;
    try {
      amount = Money.parse(row.amount(), test.currency()).minorUnits();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw wrong(
              "{amount} (%s) is no amount of %s. Write it like 12.50.",
              row.amount(), test.currency())
          .because(e);
    }
    if (amount < 0 || amount > MOST) {
      throw wrong(
          "{amount} (%s) must be from 0 to %s. A refund is a positive amount of kind refund.",
          row.amount(), new Money(MOST, test.currency()));
    }
    return amount;
  }

  private static ServiceException.UnusableInput wrong(String template, Object... values) {
    return new ServiceException.UnusableInput(template, values);
  }
}
