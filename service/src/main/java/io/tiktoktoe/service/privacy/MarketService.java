package io.tiktoktoe.service.privacy;

import io.tiktoktoe.content.insight.MarketTrends;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.pipeline.IntegratedAnalyticsPipeline;
import io.tiktoktoe.pipeline.NotReleasedException;
import io.tiktoktoe.pipeline.insight.AnalyticsConfig;
import io.tiktoktoe.privacy.ledger.BudgetLedger;
import io.tiktoktoe.privacy.ledger.Price;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.release.PrivateReleases;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.privacy.PlatformRequest;
import io.tiktoktoe.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Market trends of types and categories as private releases: the newest whole month beside the one
 * before. Nothing is released unless the store's owner asks for it; what was is told again at no
 * cost, to advice on contents too.
 */
public final class MarketService {

  /** Budgets of market trends are their own: creators read them, not the platform. */
  static final String PURPOSE = "market";

  private static final Currency CURRENCY = Money.currency("USD");

  /** So many whole months back a release is looked for. */
  private static final int MONTHS = 3;

  private final Store store;
  private final BudgetLedger ledger;

  private MarketService(Store store, BudgetLedger ledger) {
    this.store = store;
    this.ledger = ledger;
  }

  /** The service over this store and its ledger of budgets, which both stay open. */
  public static MarketService of(Store store, BudgetLedger ledger) {
    return new MarketService(store, ledger);
  }

  /**
   * Releases a whole month beside the one before, or tells it again at no cost.
   *
   * @param to the newest month up to this day; by the clock when empty
   * @throws ServiceException if the budget does not suffice, the month is not over, or none was
   *     named and the store was not fed through those of the clock
   */
  public MarketTrends release(Optional<LocalDate> to, Call call) {
    PlatformRequest request = request(LedgerService.budget(ledger, PURPOSE));
    YearMonth month = PlatformPeriod.newest(to, 2, store.commits(), call.now());
    return PlatformService.answered(request, () -> trends(ledger, request, month));
  }

  private static PlatformRequest request(PrivacyBudget budget) {
    return PlatformRequest.usual()
        .withPurpose(PURPOSE)
        .withBudget(budget.epsilon(), budget.delta());
  }

  private MarketTrends trends(BudgetLedger charged, PlatformRequest request, YearMonth month) {
    DateRange period =
        DateRange.ofDays(month.minusMonths(1).atDay(1), month.atEndOfMonth(), ZoneOffset.UTC);
    AnalyticsConfig config = PlatformService.config(request, period, CURRENCY, "market");
    Instant middle = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return store.market(
        period,
        middle,
        CURRENCY,
        data ->
            IntegratedAnalyticsPipeline.of(PrivateReleases.chargedTo(charged))
                .marketTrends(data, config, middle));
  }

  /**
   * The newest trends of the last months that were released, whatever their purpose's share was
   * then; charges and reads nothing.
   *
   * @param through months that end later are not looked at
   */
  public Optional<MarketTrends> newest(LocalDate through) {
    YearMonth last = PlatformPeriod.through(through);
    List<Price> prices = ledger.prices(PlatformService.account(PURPOSE));
    for (int back = 0; back < MONTHS; back++) {
      YearMonth month = last.minusMonths(back);
      Optional<MarketTrends> found =
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

  private Optional<MarketTrends> released(Price price, YearMonth month) {
    PlatformRequest request = request(new PrivacyBudget(price.epsilon(), price.delta()));
    try {
      return Optional.of(trends(new AnsweredOnly(ledger), request, month));
    } catch (NotReleasedException e) {
      // It was never asked for at this price.
      return Optional.empty();
    }
  }
}
