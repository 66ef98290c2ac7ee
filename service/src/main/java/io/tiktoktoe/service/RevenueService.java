package io.tiktoktoe.service;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.calendar.WholeDays;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.forecast.LearnedModel;
import io.tiktoktoe.revenue.RevenueAnalytics;
import io.tiktoktoe.revenue.insight.RevenueContext;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.revenue.insight.RevenueSource;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.RevenueRequest;
import io.tiktoktoe.service.model.RiskAnswer;
import io.tiktoktoe.service.model.RiskRequest;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What creators of a store earned, why, what comes next, what can go wrong and what to do. */
public final class RevenueService {

  /** Days of the default period. */
  private static final int DEFAULT_DAYS = 30;

  /** Days of the longest period: a century. Memory and time grow with them. */
  private static final int MAX_DAYS = 36_525;

  private final Store store;

  private RevenueService(Store store) {
    this.store = store;
  }

  /** The service over this store, which stays open. */
  public static RevenueService of(Store store) {
    return new RevenueService(store);
  }

  /**
   * A creator's revenue in a period. The same store, time and seed give the same answer.
   *
   * @throws ServiceException if the creator is unknown or the request cannot be
   * @throws io.tiktoktoe.event.MissingRateException if an amount cannot be converted
   * @throws java.util.concurrent.CancellationException if the call's progress cancels
   */
  public RevenueInsights revenue(RevenueRequest request, Call call) {
    CreatorProfile profile = profile(request);
    LearnedModel learned = store.models().newest();
    return store.snapshot(source -> revenue(source, profile, learned, request, call));
  }

  private static RevenueInsights revenue(
      RevenueSource source,
      CreatorProfile profile,
      LearnedModel learned,
      RevenueRequest request,
      Call call) {
    Instant oldest = source.dataFrom(profile);
    Instant now = call.now();
    LocalDate first = LocalDate.ofInstant(oldest.isBefore(now) ? oldest : now, profile.zone());
    LocalDate last = LocalDate.ofInstant(now, profile.zone()).plusYears(1);
    RevenueContext context =
        RevenueContext.at(now, request.seed())
            .withCalendar(request.calendar().between(first, last))
            .withCampaigns(request.calendar().and(source.campaigns(profile, now)).campaigns())
            .withLearned(learned)
            .withProgress(call.progress());
    return RevenueAnalytics.of(source)
        .analyzeRevenueStreams(profile, period(request, profile, source, now), context);
  }

  /**
   * The risk of a creator's income; see {@link #revenue}.
   *
   * @throws ServiceException also if a scenario or planned spending cannot be, saying what could
   * @throws io.tiktoktoe.table.TableException if planned spending is no table or a row is wrong
   */
  public RiskAnswer risk(RiskRequest request, Call call) {
    RiskTelling reading = new RiskTelling(request);
    RevenueRequest about = request.about();
    CreatorProfile profile = profile(about);
    LearnedModel learned = store.models().newest();
    return store.snapshot(
        source -> {
          RevenueInsights insights = revenue(source, profile, learned, about, call);
          return RiskAnswer.of(insights, reading.exposures(source, insights, about.seed()));
        });
  }

  /** Whom it is for: what the store knows, changed by the request. */
  private CreatorProfile profile(RevenueRequest request) {
    return CreatorDirectory.profile(store, request.creator(), request.zone(), request.currency());
  }

  /** The period asked for; whole local days. */
  private static DateRange period(
      RevenueRequest request, CreatorProfile profile, RevenueSource source, Instant now) {
    LocalDate newest = lastWholeDay(source, profile);
    LocalDate last = request.to().orElse(newest);
    LocalDate first = request.from().orElse(last.minusDays(DEFAULT_DAYS - 1));
    if (first.isAfter(last) && request.to().isEmpty()) {
      throw new ServiceException.UnusableInput(
          "{from} (%s) is after %s, the last day that has data. Choose an earlier day, or name the"
              + " last day with {to}.",
          first, newest);
    }
    if (first.isAfter(last)) {
      throw new ServiceException.BadRequest(
          "from", "{from} (%s) is after {to} (%s). Swap them, or leave one out", first, last);
    }
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    if (days > MAX_DAYS) {
      throw new ServiceException.BadRequest(
          "from",
          "{from} (%s) to {to} (%s) are %,d days, at most %,d can be analysed. Ask for less",
          first,
          last,
          days,
          MAX_DAYS);
    }
    DateRange period = DateRange.ofDays(first, last, profile.zone());
    if (!period.previous().from().isBefore(DateRange.bucket(now))) {
      throw new ServiceException.UnusableInput(
          "The period {from} (%s) to {to} (%s) lies ahead: data reach to %s. Choose one that has"
              + " begun.",
          first, last, newest);
    }
    return period;
  }

  private static LocalDate lastWholeDay(RevenueSource source, CreatorProfile profile) {
    Instant newest = source.dataThrough(profile);
    return newest.equals(Instant.MIN) ? LocalDate.EPOCH : WholeDays.last(newest, profile.zone());
  }
}
