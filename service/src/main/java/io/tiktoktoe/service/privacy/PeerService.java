package io.tiktoktoe.service.privacy;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.MissingRateException;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.pipeline.IntegratedAnalyticsPipeline;
import io.tiktoktoe.pipeline.NotReleasedException;
import io.tiktoktoe.pipeline.insight.AnalyticsConfig;
import io.tiktoktoe.pipeline.insight.PeerBenchmark;
import io.tiktoktoe.privacy.ledger.BudgetLedger;
import io.tiktoktoe.privacy.ledger.Price;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.release.PrivateReleases;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.privacy.PlatformRequest;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.PlatformSlice;
import io.tiktoktoe.store.model.ViewsAndTips;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Benchmarks between creators as private releases: how many creators of about the same number of
 * views earn how much in tips per thousand views, month by month. Released once for a month; what
 * is released is a market trend for whoever asks, and costs nothing more.
 */
public final class PeerService {

  /** Budgets of benchmarks are their own: creators read them, not the platform. */
  static final String PURPOSE = "benchmarks";

  private static final Currency CURRENCY = Money.currency("USD");

  /** So many whole months back a release is looked for. */
  private static final int MONTHS = 24;

  private final Store store;
  private final BudgetLedger ledger;

  private PeerService(Store store, BudgetLedger ledger) {
    this.store = store;
    this.ledger = ledger;
  }

  /** The service over this store and its ledger of budgets, which both stay open. */
  public static PeerService of(Store store, BudgetLedger ledger) {
    return new PeerService(store, ledger);
  }

  /**
   * Releases a month, or tells it again at no cost.
   *
   * @param to the newest whole month up to this day; by the clock when empty
   * @throws ServiceException if the budget does not suffice, the month is not over, or none was
   *     named and the store was not fed through that of the clock
   */
  public PeerBenchmark release(Optional<LocalDate> to, Call call) {
    DateRange month =
        PlatformPeriod.month(PlatformPeriod.newest(to, 1, store.commits(), call.now()));
    PlatformRequest request = request(LedgerService.budget(ledger, PURPOSE));
    return PlatformService.answered(request, () -> benchmark(ledger, request, month));
  }

  private static PlatformRequest request(PrivacyBudget budget) {
    return PlatformRequest.usual()
        .withPurpose(PURPOSE)
        .withBudget(budget.epsilon(), budget.delta());
  }

  private PeerBenchmark benchmark(BudgetLedger charged, PlatformRequest request, DateRange month) {
    AnalyticsConfig config = PlatformService.config(request, month, CURRENCY, "peers");
    return store.platform(
        PlatformSlice.of(month.from(), month.to()),
        CURRENCY,
        data ->
            IntegratedAnalyticsPipeline.of(PrivateReleases.chargedTo(charged))
                .benchmarkPeers(data, config));
  }

  /**
   * The newest benchmark of the last two years that was released, whatever its purpose's share was
   * then; charges and reads nothing.
   */
  public Optional<PeerBenchmark> newest(Call call) {
    YearMonth last = PlatformPeriod.newest(call.now());
    List<Price> prices = ledger.prices(PlatformService.account(PURPOSE));
    for (int back = 0; back < MONTHS; back++) {
      DateRange month = PlatformPeriod.month(last.minusMonths(back));
      Optional<PeerBenchmark> found =
          prices.stream()
              .filter(price -> price.microEpsilon() >= 10 && price.picoDelta() > 0)
              .map(price -> released(price, month))
              .flatMap(Optional::stream)
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<PeerBenchmark> released(Price price, DateRange month) {
    PlatformRequest request = request(new PrivacyBudget(price.epsilon(), price.delta()));
    try {
      return Optional.of(benchmark(new AnsweredOnly(ledger), request, month));
    } catch (NotReleasedException e) {
      // It was never asked for at this price.
      return Optional.empty();
    }
  }

  /**
   * Where a creator stands among peers, by the newest benchmark; empty without one, where noise
   * drowns their peers, or where an amount has no rate.
   */
  public Optional<PeerBenchmark.Standing> standing(String creator, Call call) {
    return newest(call)
        .flatMap(
            benchmark -> {
              DateRange period = benchmark.period();
              try {
                ViewsAndTips own =
                    store.viewsAndTips(
                        creator, PlatformSlice.of(period.from(), period.to()), CURRENCY);
                return IntegratedAnalyticsPipeline.standing(benchmark, own.views(), own.tips());
              } catch (MissingRateException e) {
                return Optional.empty();
              }
            });
  }
}
