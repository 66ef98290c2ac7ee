package io.tiktoktoe.benchmarks.privacy;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.question.Partitions;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import io.tiktoktoe.privacy.release.Contributions;
import io.tiktoktoe.privacy.release.PrivateReleases;
import io.tiktoktoe.privacy.release.ProtectedRelease;
import io.tiktoktoe.privacy.release.ReleaseOutcome;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/** Releases of simulated persons. */
final class Releasing {

  private Releasing() {}

  static Partitions.Known cells(int count) {
    return new Partitions.Known(IntStream.range(0, count).mapToObj(i -> "c" + i).toList());
  }

  static ReleaseRequest request(double epsilon, double delta, Statistic... statistics) {
    return new ReleaseRequest(
        new BudgetAccount("simulated", "benchmark"),
        "simulated",
        DateRange.ofDays(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 30), ZoneOffset.UTC),
        new PrivacyBudget(epsilon, delta),
        List.of(statistics));
  }

  static ProtectedRelease release(ReleaseRequest request, Contributions raw) {
    ReleaseOutcome outcome =
        PrivateReleases.chargedTo(new LooseLedger()).release(request, statistic -> raw);
    return switch (outcome) {
      case ReleaseOutcome.Released(ProtectedRelease release) -> release;
      case ReleaseOutcome.Refused refused -> throw new IllegalStateException(refused.toString());
      case ReleaseOutcome.Blocked(String reason) -> throw new IllegalStateException(reason);
    };
  }
}
