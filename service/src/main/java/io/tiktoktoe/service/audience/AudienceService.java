package io.tiktoktoe.service.audience;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.audience.AudienceValueOptimizer;
import io.tiktoktoe.audience.insight.AudienceInsights;
import io.tiktoktoe.audience.insight.AudienceOptions;
import io.tiktoktoe.audience.insight.AudienceSegments;
import io.tiktoktoe.audience.insight.AudienceSource;
import io.tiktoktoe.audience.insight.DecisionTrial;
import io.tiktoktoe.audience.insight.LeavingOutlook.LikelyLeaver;
import io.tiktoktoe.audience.insight.PastDecision;
import io.tiktoktoe.audience.strategy.ActionCatalogue;
import io.tiktoktoe.audience.strategy.PlanScoring;
import io.tiktoktoe.calendar.WholeDays;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.Decision;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.MissingRateException;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.service.CreatorDirectory;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.audience.AudienceRequest;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Who the audience of a store's creator is, what it is worth and what to do for it. */
public final class AudienceService {

  /** Days of decisions that are scored: each takes up to four more readings of the audience. */
  private static final int MOST_TRIALS = 3;

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
    AudienceRequest usual = withActions(request, profile);
    AudienceInsights insights = store.audience(source -> insights(source, profile, usual, call));
    if (request.record()) {
      record(insights, call);
    }
    return insights;
  }

  /** What most creators can do, unless the request has a catalogue, and the creator's own. */
  private AudienceRequest withActions(AudienceRequest request, CreatorProfile profile) {
    AudienceOptions options = request.options();
    ActionCatalogue given = options.catalogue();
    ActionCatalogue usual =
        given.actions().isEmpty() ? ActionCatalogue.usual(dollar(profile)) : given;
    double unit = Math.pow(10, profile.currency().getDefaultFractionDigits());
    return request.withOptions(
        options.withCatalogue(
            request.actions().map(file -> ActionFile.addedTo(usual, file, unit)).orElse(usual)));
  }

  /** Minor units that a dollar is about; where no rate is known, a unit of the currency. */
  private double dollar(CreatorProfile profile) {
    try {
      LocalDate day = LocalDate.ofInstant(store.revenue().dataThrough(profile), ZoneOffset.UTC);
      return store
          .settings()
          .rates()
          .convert(Money.ofMinor(100, "USD"), profile.currency(), day)
          .minorUnits();
    } catch (MissingRateException e) {
      return Math.pow(10, Math.max(2, profile.currency().getDefaultFractionDigits()));
    }
  }

  private static AudienceInsights insights(
      AudienceSource source, CreatorProfile profile, AudienceRequest request, Call call) {
    LocalDate through = through(source, profile, request, call.now());
    LocalDate from = from(request, through);
    AudienceOptions options = request.options().withProgress(call.progress());
    Reading reading = new Reading(source, profile);
    call.progress().report("reading fans", 0, -1);
    AudienceSegments audience = reading.asOf(through);
    requireFans(request.options().segments().segments(), audience);
    AudienceInsights insights =
        AudienceValueOptimizer.of(options)
            .analyze(
                profile,
                audience,
                reading.before(from),
                trials(reading, audience.facts().decisions(), through));
    return named(insights, source);
  }

  private static void requireFans(OptionalInt segments, AudienceSegments audience) {
    int fans = audience.fans().size();
    if (segments.isPresent() && segments.getAsInt() > fans) {
      throw new ServiceException.UnusableInput(
          "{segments} (%d) must be at most the number of fans (%d). Ask for fewer, or for auto.",
          segments.getAsInt(), fans);
    }
  }

  /** Audiences of one creator as of several days, each read once. */
  private static final class Reading {
    private final AudienceSource source;
    private final CreatorProfile creator;
    private final Map<LocalDate, AudienceSegments> read = new HashMap<>();

    Reading(AudienceSource source, CreatorProfile creator) {
      this.source = source;
      this.creator = creator;
    }

    AudienceSegments asOf(LocalDate day) {
      return read.computeIfAbsent(
          day, through -> AudienceValueOptimizer.audience(source, creator, through));
    }

    /** The day before a period, unless nobody was there. */
    Optional<AudienceSegments> before(LocalDate from) {
      return Optional.of(asOf(from.minusDays(1))).filter(one -> one.fans().size() > 0);
    }
  }

  /** The audiences around the newest decisions whose days are over. */
  private static List<DecisionTrial> trials(
      Reading reading, List<PastDecision> decisions, LocalDate through) {
    int days = AudienceOptions.PLAN_DAYS;
    return decisions.stream()
        .map(PastDecision::asOf)
        .filter(asOf -> !asOf.plusDays(days).isAfter(through))
        .distinct()
        .sorted(Comparator.reverseOrder())
        .limit(MOST_TRIALS)
        .map(
            asOf ->
                new DecisionTrial(
                    asOf,
                    reading.asOf(asOf.minusDays(days)),
                    reading.asOf(asOf),
                    reading.asOf(asOf.plusDays(days)),
                    reading.before(asOf.withDayOfMonth(1))))
        .toList();
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
      AudienceSource source, CreatorProfile profile, AudienceRequest request, Instant now) {
    Instant newest = source.dataThrough(profile);
    LocalDate last = WholeDays.last(newest, profile.zone());
    LocalDate to = request.to().orElse(last);
    LocalDate first = LocalDate.ofInstant(source.dataFrom(profile), profile.zone());
    LocalDate today = LocalDate.ofInstant(newest.isBefore(now) ? now : newest, profile.zone());
    if (to.isAfter(today)) {
      throw new ServiceException.UnusableInput(
          "{to} (%s) lies ahead: data reach to %s. Choose an earlier day.", to, last);
    }
    if (to.isBefore(first)) {
      throw new ServiceException.UnusableInput(
          "{to} (%s) is before %s, the first day that has data. Choose a later day.", to, first);
    }
    return to;
  }

  /** With the names of those whom a person looks up. */
  private static AudienceInsights named(AudienceInsights insights, AudienceSource source) {
    long[] ids = insights.leavers().stream().mapToLong(one -> Long.parseLong(one.fan())).toArray();
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
              .from(Provenance.OWN_SOURCE, id)
              .at(decided(insights, call))
              .creator(insights.creator().creator())
              .attribute(PastDecision.AS_OF, insights.through().toString())
              .build());
    }
    if (!events.isEmpty()) {
      store.events().append(events, IngestOptions.of("plan " + insights.through(), call.now()));
    }
  }

  /** When the day ended that the plan knew, or now if it has not ended yet. */
  private static Instant decided(AudienceInsights insights, Call call) {
    CreatorProfile creator = insights.creator();
    Instant end = DateRange.ofDays(insights.through(), insights.through(), creator.zone()).to();
    return end.isBefore(call.now()) ? end : call.now();
  }
}
