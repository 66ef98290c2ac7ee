package io.tiktoktoe.service.privacy;

import io.tiktoktoe.event.DateRange;
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
import io.tiktoktoe.store.model.PlatformSlice;
import java.time.Duration;
import java.time.Instant;
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
    DateRange period = PlatformPeriod.of(request, store.commits(), call.now());
    Currency currency = currency(request, store);
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
   * The windows of a stream that are over by the clock: each is released once; those of any 30 days
   * together cost the budget. An event that is committed after its window was released counts in
   * the next one that is. A stream begins with the window that is newest when it is asked for
   * first, or with the first day that is named.
   *
   * @param width of a window
   * @param lateness for so long after its end a window waits for its events
   * @throws ServiceException if the request cannot be; a budget that is used up is told in the
   *     answer, beside the windows that were released before
   */
  public WindowAnswer windows(
      PlatformRequest request, Duration width, Duration lateness, Call call) {
    PlatformRequest.requireWindow(width);
    PlatformRequest.requireLateness(lateness);
    return new PlatformWindows(store, streams, request, width, lateness).closed(call);
  }

  /**
   * As asked for or set: no event has a say, since it is told without noise.
   *
   * @throws ServiceException.BadRequest if it is neither: amounts in a wrong one cost as much
   */
  static Currency currency(PlatformRequest request, Store store) {
    return request
        .currency()
        .or(() -> store.settings().currency())
        .orElseThrow(
            () ->
                new ServiceException.BadRequest(
                    "currency",
                    "Which currency? None is set: no creator has a profile, and there are no"
                        + " exchange rates. Name that of the amounts with {currency}, such as"
                        + " USD; nothing was charged."));
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
                  + " (free) "
                  + remedies(request, charge)
                  + ".",
              request.purpose(),
              charge.price().epsilon(),
              charge.limit().epsilon(),
              charge.left().epsilon(),
              charge
                  .backAt()
                  .map(when -> "Enough comes back at " + nextMinute(when) + ": wait")
                  .orElse("It is more than the budget ever has: lower it"));
      case ReleaseOutcome.Blocked(String reason) -> new ServiceException.NothingThere("%s", reason);
      case ReleaseOutcome.Released released -> throw new IllegalStateException(released.toString());
    };
  }

  /** What else helps; words in braces are the options' names. */
  private static String remedies(PlatformRequest request, Charge.Overspent charge) {
    boolean isLeft = charge.left().epsilon() >= PrivacyBudget.LEAST_EPSILON;
    boolean months =
        request.purpose().equals(PeerService.PURPOSE)
            || request.purpose().equals(MarketService.PURPOSE);
    if (months) {
      return isLeft
          ? "at this share, or, as long as it spent nothing itself, give it less ('privacy ledger"
              + " --share %s=%s')".formatted(request.purpose(), share(charge))
          : "at this share";
    }
    return "with its {epsilon} and {delta}" + (isLeft ? ", or for a smaller {epsilon}" : "");
  }

  /** What is left as a share of the whole, in hundredths, rounded down where that is not 0. */
  private static double share(Charge.Overspent charge) {
    double share = charge.left().epsilon() / PrivacyBudget.USUAL.epsilon();
    return share < 0.01 ? share : Math.floor(share * 100 + 1e-6) / 100;
  }

  /** Rounded up, so that asking again then does succeed. */
  private static Instant nextMinute(Instant when) {
    return when.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
  }
}
