package io.tiktoktoe.service;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.audience.AudienceValueOptimizer;
import io.tiktoktoe.audience.insight.AudienceInsights;
import io.tiktoktoe.audience.insight.AudienceOptions;
import io.tiktoktoe.audience.insight.AudienceSegments;
import io.tiktoktoe.audience.insight.AudienceSource;
import io.tiktoktoe.audience.insight.LeavingOutlook.LikelyLeaver;
import io.tiktoktoe.audience.strategy.PlanScoring;
import io.tiktoktoe.calendar.WholeDays;
import io.tiktoktoe.event.Decision;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.service.model.AudienceRequest;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who the audience of a store's creator is, what it is worth and what to do for it. */
public final class AudienceService {

  /** Who reports decisions that were recorded here. */
  private static final String SOURCE = "tiktoktoe";

  private final Store store;

  private AudienceService(Store store) {
    this.store = store;
  }

  /** The service over this store, which stays open. */
  public static AudienceService of(Store store) {
    return new AudienceService(store);
  }

  /**
   * A creator's audience as of a day. The same store, day and seed give the same answer; nothing
   * that happened after the day is looked at.
   *
   * @throws ServiceException if the creator is unknown or the request cannot be
   * @throws io.tiktoktoe.event.MissingRateException if an amount cannot be converted
   * @throws java.util.concurrent.CancellationException if the call's progress cancels
   */
  public AudienceInsights audience(AudienceRequest request, Call call) {
    CreatorProfile profile =
        CreatorDirectory.profile(store, request.creator(), request.zone(), request.currency());
    AudienceInsights insights =
        store.audience(source -> insights(source, profile, request, call));
    if (request.record()) {
      record(insights, call);
    }
    return insights;
  }

  private static AudienceInsights insights(
      AudienceSource source, CreatorProfile profile, AudienceRequest request, Call call) {
    LocalDate through = through(source, profile, request);
    LocalDate from = from(request, through);
    AudienceOptions options = request.options().withProgress(call.progress());
    call.progress().report("reading fans", 0, -1);
    AudienceSegments audience = AudienceValueOptimizer.audience(source, profile, through);
    AudienceSegments before =
        AudienceValueOptimizer.audience(source, profile, from.minusDays(1));
    AudienceInsights insights =
        AudienceValueOptimizer.of(options)
            .analyze(
                profile, audience, Optional.of(before).filter(one -> one.fans().size() > 0));
    return named(insights, source);
  }

  private static LocalDate from(AudienceRequest request, LocalDate through) {
    LocalDate from = request.from().orElse(through.withDayOfMonth(1));
    if (from.isAfter(through)) {
      throw new ServiceException.BadRequest(
          "from", "{from} (%s) is after {to} (%s). Swap them, or leave one out", from, through);
    }
    return from;
  }

  private static LocalDate through(
      AudienceSource source, CreatorProfile profile, AudienceRequest request) {
    Instant newest = source.dataThrough(profile);
    LocalDate last = WholeDays.last(newest, profile.zone());
    LocalDate to = request.to().orElse(last);
    LocalDate first = LocalDate.ofInstant(source.dataFrom(profile), profile.zone());
    if (to.isAfter(LocalDate.ofInstant(newest, profile.zone()))) {
      throw new ServiceException.UnusableInput(
          "{to} (%s) is after %s, the last day that has data. Choose an earlier day.", to, last);
    }
    if (to.isBefore(first)) {
      throw new ServiceException.UnusableInput(
          "{to} (%s) is before %s, the first day that has data. Choose a later day.", to, first);
    }
    return to;
  }

  /** With the names of those whom a person looks up. */
  private static AudienceInsights named(AudienceInsights insights, AudienceSource source) {
    long[] ids =
        insights.leavers().stream().mapToLong(one -> Long.parseLong(one.fan())).toArray();
    List<String> names = source.names(ids);
    List<LikelyLeaver> named = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      named.add(insights.leavers().get(i).named(names.get(i)));
    }
    return insights.withLeavers(named);
  }

  /** Keeps the plan as decisions; the same plan of the same day is kept once. */
  private void record(AudienceInsights insights, Call call) {
    List<Event> events = new ArrayList<>();
    for (Decision decision : PlanScoring.decisions(insights.strategy(), "creator")) {
      String id =
          "plan/%s/%s/%s/%s/%s"
              .formatted(
                  insights.creator().creator(),
                  insights.through(),
                  decision.segment(),
                  decision.chosen(),
                  decision.measure());
      events.add(
          Event.decided(decision)
              .from(SOURCE, id)
              .at(call.now())
              .creator(insights.creator().creator())
              .build());
    }
    if (!events.isEmpty()) {
      store.events().append(events, IngestOptions.of("plan " + insights.through(), call.now()));
    }
  }
}
