package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.PrivacyCost;
import io.tiktoktoe.privacy.ledger.BudgetLedger;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.Price;
import io.tiktoktoe.privacy.noise.BitSource;
import io.tiktoktoe.privacy.noise.SecureBits;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Private releases: charges the budget, reads, bounds, adds exact noise, keeps the answer, and only
 * then shows it. Thread safe.
 */
public final class PrivateReleases {

  private final BudgetLedger ledger;
  private final Supplier<BitSource> bits;

  private PrivateReleases(BudgetLedger ledger, Supplier<BitSource> bits) {
    this.ledger = ledger;
    this.bits = bits;
  }

  /** Releases whose charges go to this ledger, with noise of the secure source. */
  public static PrivateReleases chargedTo(BudgetLedger ledger) {
    return new PrivateReleases(ledger, SecureBits::fresh);
  }

  /** The same with bits that a test chooses. */
  static PrivateReleases seededForTests(BudgetLedger ledger, Supplier<BitSource> bits) {
    return new PrivateReleases(ledger, bits);
  }

  /**
   * How a request would spend its budget and how wrong it would be; reads and charges nothing.
   * About 10 ms.
   *
   * @throws IllegalArgumentException if the request cannot be met: partitions are selected with a
   *     delta of 0, or numbers have no room for their noise
   */
  public static ReleasePlan plan(ReleaseRequest request) {
    return plan(request, Spending.of(request));
  }

  private static ReleasePlan plan(ReleaseRequest request, Spending spending) {
    PrivacyCost spent = spending.cost();
    if (!(spent.pld() <= request.budget().epsilon())) {
      throw new IllegalStateException(
          "the plan costs epsilon %s, above the budget's %s. Report this as a fault."
              .formatted(spent.pld(), request.budget().epsilon()));
    }
    List<PlannedStatistic> statistics = new ArrayList<>();
    for (int place = 0; place < request.statistics().size(); place++) {
      statistics.add(PlannedErrors.of(request.statistics().get(place), place, spending));
    }
    return new ReleasePlan(
        request, spending.noise(), Price.of(request.budget()), spent, statistics);
  }

  /**
   * Answers a request. A request that was answered before gets the same answer again, without cost
   * and without reading any data.
   *
   * @param source read after the charge, once for each statistic
   */
  public ReleaseOutcome release(ReleaseRequest request, ContributionSource source) {
    Spending spending = Spending.of(request);
    ReleasePlan plan = plan(request, spending);
    String key = RequestKey.of(request);
    Charge charge = ledger.charge(request.account(), key, about(request), plan.price());
    return switch (charge) {
      case Charge.Overspent overspent -> new ReleaseOutcome.Refused(overspent);
      case Charge.Untrusted(String reason) -> new ReleaseOutcome.Blocked(reason);
      case Charge.Answered(byte[] bytes) -> shown(plan, bytes, true);
      case Charge.Granted() -> {
        byte[] drawn = draw(request, spending, source).bytes();
        // What another caller has kept meanwhile stands: one charge, one answer.
        byte[] kept = ledger.keep(request.account(), key, drawn);
        yield shown(plan, kept, false);
      }
    };
  }

  private NoisyAnswer draw(ReleaseRequest request, Spending spending, ContributionSource source) {
    Drawing drawing = new Drawing(request, spending, bits.get());
    List<NoisyAnswer.Noisy> drawn = new ArrayList<>();
    for (int place = 0; place < request.statistics().size(); place++) {
      Statistic statistic = request.statistics().get(place);
      NoisyAnswer.Noisy noisy = drawing.draw(place, source.read(statistic));
      drawn.add(Spending.selects(statistic) ? published(statistic, noisy, source) : noisy);
    }
    return new NoisyAnswer(drawn);
  }

  private static NoisyAnswer.Noisy published(
      Statistic statistic, NoisyAnswer.Noisy noisy, ContributionSource source) {
    List<String> labels =
        noisy.labels().stream().map(label -> source.published(statistic, label)).toList();
    return new NoisyAnswer.Noisy(labels, noisy.highest(), noisy.counts(), noisy.sums());
  }

  private static ReleaseOutcome shown(ReleasePlan plan, byte[] bytes, boolean repeated) {
    return new ReleaseOutcome.Released(
        new Publishing(plan).release(NoisyAnswer.of(bytes), repeated));
  }

  private static String about(ReleaseRequest request) {
    return "%s of %s to %s"
        .formatted(request.names(), request.period().from(), request.period().to());
  }
}
