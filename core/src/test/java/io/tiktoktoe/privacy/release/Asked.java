package io.tiktoktoe.privacy.release;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.question.Partitions;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/** Requests of tests, and data for them. */
final class Asked {

  static final DateRange MARCH =
      DateRange.ofDays(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 30), ZoneOffset.UTC);

  static final BudgetAccount ACCOUNT = new BudgetAccount("stage", "partners");

  private Asked() {}

  static ReleaseRequest of(double epsilon, double delta, Statistic... statistics) {
    return new ReleaseRequest(
        ACCOUNT, "store", MARCH, new PrivacyBudget(epsilon, delta), List.of(statistics));
  }

  static Partitions.Known labels(int count) {
    return new Partitions.Known(IntStream.range(0, count).mapToObj(i -> "l" + i).toList());
  }

  /** The same for every window, whatever was released before. */
  static WindowSource window(Contributions raw) {
    return released -> new WindowSource.Snapshot(1, statistic -> raw);
  }

  /** One row each. */
  record Row(long person, String label, int events, long amount) {}

  static Contributions contributions(List<Row> rows) {
    Contributions raw = new Contributions();
    for (Row row : rows) {
      raw.add(row.person(), raw.partition(row.label()), row.events(), row.amount());
    }
    return raw;
  }
}
