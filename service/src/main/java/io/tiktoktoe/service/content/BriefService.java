package io.tiktoktoe.service.content;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.content.ContentValueAssessor;
import io.tiktoktoe.content.brief.BriefScoring;
import io.tiktoktoe.content.brief.ContentBrief;
import io.tiktoktoe.content.brief.ContentBriefing;
import io.tiktoktoe.content.brief.PastBrief;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentSource;
import io.tiktoktoe.content.insight.MarketTrends;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.Decision;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventBuilder;
import io.tiktoktoe.service.CreatorDirectory;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.content.BriefAnswer;
import io.tiktoktoe.service.model.content.ContentRequest;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a creator of a store should make next. */
public final class BriefService {

  private final Store store;
  private final Function<LocalDate, Optional<MarketTrends>> market;

  private BriefService(Store store, Function<LocalDate, Optional<MarketTrends>> market) {
    this.store = store;
    this.market = market;
  }

  /** The service over this store, which stays open; it knows of no market. */
  public static BriefService of(Store store) {
    return new BriefService(store, day -> Optional.empty());
  }

  /**
   * The same with what was released of the market.
   *
   * @param released the newest trends up to a day, as {@code MarketService} finds them
   */
  public BriefService withMarket(Function<LocalDate, Optional<MarketTrends>> released) {
    return new BriefService(store, released);
  }

  /**
   * The brief as of a day; see {@link ContentService#contents}.
   *
   * @param request about whom; which content and how many are not looked at
   * @param record keeps the brief as a decision that was taken; the same of the same day once
   * @throws io.tiktoktoe.service.model.ServiceException if the creator is unknown, names no
   *     contents or the request cannot be
   * @throws io.tiktoktoe.event.MissingRateException if an amount cannot be converted
   */
  public BriefAnswer brief(ContentRequest request, boolean record, Call call) {
    CreatorProfile profile =
        CreatorDirectory.profile(store, request.creator(), request.zone(), request.currency());
    BriefAnswer answer = store.contents(source -> brief(source, profile, request, call));
    if (!record || answer.brief().isEmpty()) {
      return answer;
    }
    record(answer, answer.brief().get(), call);
    return new BriefAnswer(
        answer.creator(),
        answer.through(),
        answer.contents(),
        answer.brief(),
        answer.past(),
        true,
        answer.provenance());
  }

  private BriefAnswer brief(
      ContentSource source, CreatorProfile profile, ContentRequest request, Call call) {
    LocalDate through = ContentService.through(source, profile, request, call.now());
    ContentHistory history = ContentService.history(source, profile, through, call);
    double[] direct =
        ContentValueAssessor.of(request.options().withProgress(call.progress()))
            .metrics(profile, history)
            .directWithin(Duration.ofDays(ContentBriefing.DAYS));
    Optional<ContentBrief> brief =
        ContentBriefing.of(
            history,
            direct,
            profile.zone(),
            through,
            request.options().seed(),
            market.apply(through));
    return new BriefAnswer(
        profile,
        through,
        history.contents().size(),
        brief,
        BriefScoring.of(past(source, profile, through), history, direct, profile.zone()),
        false,
        new Provenance(
            history.dataThrough(),
            "random effects of choices on direct value",
            Map.of("days", Integer.toString(ContentBriefing.DAYS)),
            request.options().seed(),
            Provenance.VERSION));
  }

  /** The briefs that were kept up to a day, oldest first. */
  private static List<PastBrief> past(
      ContentSource source, CreatorProfile profile, LocalDate through) {
    return source.decisions(profile, through).stream()
        .map(PastBrief::parse)
        .flatMap(Optional::stream)
        .toList();
  }

  private void record(BriefAnswer answer, ContentBrief brief, Call call) {
    String what = "publish " + brief.type().label() + " on " + brief.platform();
    CreatorProfile creator = answer.creator();
    Instant end = DateRange.ofDays(answer.through(), answer.through(), creator.zone()).to();
    EventBuilder decided =
        Event.decided(
                Decision.of(what)
                    .advised(what)
                    .by("creator")
                    .expecting(
                        brief.expected(),
                        "direct value of %d days, minor %s"
                            .formatted(ContentBriefing.DAYS, creator.currency().getCurrencyCode())))
            .from(
                Provenance.OWN_SOURCE,
                "brief/%s/%s/%s".formatted(creator.creator(), answer.through(), what))
            .at(end.isBefore(call.now()) ? end : call.now())
            .creator(creator.creator())
            .attribute("day", brief.day().toString());
    PastBrief.of(brief, answer.through()).attributes().forEach(decided::attribute);
    store
        .events()
        .append(
            List.of(decided.build()), IngestOptions.of("brief " + answer.through(), call.now()));
  }
}
