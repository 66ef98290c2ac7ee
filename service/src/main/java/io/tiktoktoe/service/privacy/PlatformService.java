package io.tiktoktoe.service.privacy;

import io.tiktoktoe.calendar.WholeDays;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.pipeline.IntegratedAnalyticsPipeline;
import io.tiktoktoe.pipeline.NotReleasedException;
import io.tiktoktoe.pipeline.insight.AnalyticsConfig;
import io.tiktoktoe.pipeline.insight.AnalyticsInsights;
import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.BudgetLedger;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.ledger.StreamLedger;
import io.tiktoktoe.privacy.release.PrivateReleases;
import io.tiktoktoe.privacy.release.ReleaseOutcome;
import io.tiktoktoe.privacy.release.StreamReleases;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.privacy.PlatformAnswer;
import io.tiktoktoe.service.model.privacy.PlatformRequest;
import io.tiktoktoe.service.model.privacy.WindowAnswer;
import io.tiktoktoe.service.text.PlatformWords;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.PlatformCoverage;
import io.tiktoktoe.store.model.PlatformSlice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.function.Supplier;

/**
 * What a platform may know of its people: a release is charged, then read, protected, kept and
 * shown. The same question again gives the same answer at no cost.
 */
public final class PlatformService {

  /** Whose budget it is: a store is one tenant's. */
  static final String TENANT = "store";

  private static final String DATA = "events";

  private final Store store;
  private final PrivateReleases releases;
  private final StreamReleases streams;

  private PlatformService(Store store, PrivateReleases releases, StreamReleases streams) {
    this.store = store;
    this.releases = releases;
    this.streams = streams;
  }

  /** The service over this store and its ledger of budgets, which both stay open. */
  public static <L extends BudgetLedger & StreamLedger> PlatformService of(Store store, L ledger) {
    return new PlatformService(
        store, PrivateReleases.chargedTo(ledger), StreamReleases.chargedTo(ledger));
  }

  /**
   * A release about a period. What it costs is taken from the purpose's budget before a person's
   * event is read.
   *
   * @throws ServiceException if the request cannot be, or the budget does not suffice: then it says
   *     when it will
   */
  public PlatformAnswer platform(PlatformRequest request, Call call) {
    PlatformCoverage coverage = store.platformCoverage();
    DateRange period = period(request, coverage, call.now());
    Currency currency = currency(request, coverage);
    AnalyticsConfig config = config(request, period, currency, DATA);
    call.progress().report("reading people", 0, -1);
    AnalyticsInsights insights =
        answered(
            request,
            () ->
                store.platform(
                    PlatformSlice.of(period.from(), period.to()),
                    currency,
                    data ->
                        IntegratedAnalyticsPipeline.of(releases).processAnalytics(data, config)));
    return new PlatformAnswer(insights, currency, PlatformWords.in(currency).of(insights));
  }

  /**
   * The windows of a stream that have closed: each is released once, when it closes; those of any
   * 30 days together cost the budget. An event that comes after its window has closed counts in the
   * one that is open then.
   *
   * @param width of a window
   * @throws ServiceException if the request cannot be; a budget that is used up is told in the
   *     answer, beside the windows that were released before
   */
  public WindowAnswer windows(PlatformRequest request, Duration width, Call call) {
    PlatformRequest.requireWindow(width);
    return new PlatformWindows(store, streams, request, width, store.platformCoverage())
        .closed(call);
  }

  static Currency currency(PlatformRequest request, PlatformCoverage coverage) {
    return request.currency().orElseGet(() -> Money.currency(coverage.currency().orElse("USD")));
  }

  static AnalyticsConfig config(
      PlatformRequest request, DateRange period, Currency currency, String data) {
    return AnalyticsConfig.of(account(request.purpose()), data, period, currency)
        .withBudget(Budgets.above0(request.epsilon(), request.delta()));
  }

  static BudgetAccount account(String purpose) {
    try {
      return new BudgetAccount(TENANT, purpose);
    } catch (IllegalArgumentException e) {
      throw new ServiceException.BadRequest(
          "purpose", "{purpose}: %s", String.valueOf(e.getMessage()));
    }
  }

  /** What asks the ledger; a refusal becomes a message with its remedy. */
  static <T> T answered(PlatformRequest request, Supplier<T> asking) {
    try {
      return asking.get();
    } catch (NotReleasedException e) {
      throw refusal(request, e).because(e);
    }
  }

  private static ServiceException refusal(PlatformRequest request, NotReleasedException refused) {
    return switch (refused.outcome()) {
      case ReleaseOutcome.Refused(Charge.Overspent charge) ->
          new ServiceException.NothingThere(
              "The budget of {purpose} %s does not suffice: this release takes epsilon %s, of %s"
                  + " over any 30 days %s is left. %s, or ask for what was released before"
                  + " (free) with its {epsilon} and {delta}%s.",
              request.purpose(),
              charge.price().epsilon(),
              charge.limit().epsilon(),
              charge.left().epsilon(),
              charge
                  .backAt()
                  .map(when -> "Enough comes back at " + nextMinute(when) + ": wait")
                  .orElse("It is more than the budget ever has: lower it"),
              less(request, charge));
      case ReleaseOutcome.Blocked(String reason) -> new ServiceException.NothingThere("%s", reason);
      case ReleaseOutcome.Released released -> throw new IllegalStateException(released.toString());
    };
  }

  /** What else helps: to ask for less, where something is left. */
  private static String less(PlatformRequest request, Charge.Overspent charge) {
    if (charge.left().epsilon() < PrivacyBudget.LEAST_EPSILON) {
      return "";
    }
    return request.purpose().equals(PeerService.PURPOSE)
        ? ", or set less aside for it (privacy ledger {share})"
        : ", or for a smaller {epsilon}";
  }

  /** Rounded up, so that asking again then does succeed. */
  private static Instant nextMinute(Instant when) {
    return when.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
  }

  /** Whole days; those asked for, else the newest. */
  private static DateRange period(PlatformRequest request, PlatformCoverage coverage, Instant now) {
    Instant newest = coverage.newest().filter(time -> time.isBefore(now)).orElse(now);
    LocalDate whole = WholeDays.last(newest, request.zone());
    LocalDate last = request.to().orElse(whole);
    LocalDate first = request.from().orElse(last.minusDays(request.period() - 1L));
    if (first.isAfter(last)) {
      throw new ServiceException.BadRequest(
          "from", "{from} (%s) is after {to} (%s). Swap them, or leave one out", first, last);
    }
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    if (days < 2 || days > PlatformRequest.MOST_DAYS) {
      throw new ServiceException.BadRequest(
          "from",
          "{from} (%s) to {to} (%s) are %,d days; a release is about 2 to %,d. Choose other days",
          first,
          last,
          days,
          PlatformRequest.MOST_DAYS);
    }
    DateRange period = DateRange.ofDays(first, last, request.zone());
    if (period.to().isAfter(now)) {
      throw new ServiceException.UnusableInput(
          "The period {from} (%s) to {to} (%s) is not over: a release answers once and for all."
              + " Choose days that have ended, the last %s.",
          first, last, LocalDate.ofInstant(now, request.zone()).minusDays(1));
    }
    return period;
  }
}
