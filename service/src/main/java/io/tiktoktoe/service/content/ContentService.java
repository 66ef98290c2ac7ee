package io.tiktoktoe.service.content;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.calendar.WholeDays;
import io.tiktoktoe.content.ContentMetrics;
import io.tiktoktoe.content.ContentValueAssessor;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentInsights;
import io.tiktoktoe.content.insight.ContentSource;
import io.tiktoktoe.content.insight.CreatorContent;
import io.tiktoktoe.content.insight.MarketTrends;
import io.tiktoktoe.service.CreatorDirectory;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.content.ContentRequest;
import io.tiktoktoe.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What the contents of a store's creator are worth. */
public final class ContentService {

  /** Contents that a message names. */
  private static final int SUGGESTIONS = 5;

  private final Store store;
  private final Function<LocalDate, Optional<MarketTrends>> market;

  private ContentService(Store store, Function<LocalDate, Optional<MarketTrends>> market) {
    this.store = store;
    this.market = market;
  }

  /** The service over this store, which stays open; it knows of no market. */
  public static ContentService of(Store store) {
    return new ContentService(store, day -> Optional.empty());
  }

  /**
   * The same with what was released of the market.
   *
   * @param released the newest trends up to a day, as {@code MarketService} finds them
   */
  public ContentService withMarket(Function<LocalDate, Optional<MarketTrends>> released) {
    return new ContentService(store, released);
  }

  /**
   * A creator's contents as of a day, the most valuable first, or one of them. The same store, day
   * and seed give the same answer; nothing that happened after the day is looked at.
   *
   * @throws ServiceException if the creator or content is unknown or the request cannot be
   * @throws io.tiktoktoe.event.MissingRateException if an amount cannot be converted
   * @throws java.util.concurrent.CancellationException if the call's progress cancels
   */
  public ContentInsights contents(ContentRequest request, Call call) {
    CreatorProfile profile =
        CreatorDirectory.profile(store, request.creator(), request.zone(), request.currency());
    if (request.most() < 1) {
      throw new ServiceException.BadRequest(
          "most", "{most} (%s) must be at least 1. Ask for more", request.most());
    }
    ContentInsights insights = store.contents(source -> contents(source, profile, request, call));
    return insights.withMarket(market.apply(insights.through()));
  }

  private static ContentInsights contents(
      ContentSource source, CreatorProfile profile, ContentRequest request, Call call) {
    LocalDate through = through(source, profile, request, call.now());
    ContentHistory history = history(source, profile, through, call);
    requireContent(request, history, profile);
    ContentValueAssessor assessor =
        ContentValueAssessor.of(request.options().withProgress(call.progress()));
    ContentMetrics metrics = assessor.metrics(profile, history);
    return assessor.rank(
        profile, through, metrics, request.content().flatMap(metrics::place), request.most());
  }

  /** The history up to a day, which has contents. */
  static ContentHistory history(
      ContentSource source, CreatorProfile profile, LocalDate through, Call call) {
    call.progress().report("reading contents", 0, -1);
    ContentHistory history = source.read(profile, through);
    if (history.contents().isEmpty()) {
      throw new ServiceException.NothingThere(
          "creator %s has no event up to %s that names a content. Ingest views that do, such as"
              + " docs/examples/watching.csv.",
          profile.creator(), through);
    }
    return history;
  }

  private static void requireContent(
      ContentRequest request, ContentHistory history, CreatorProfile profile) {
    Optional<String> wanted = request.content();
    if (wanted.isPresent()
        && history.contents().stream()
            .noneMatch(
                one -> one.id().equals(wanted.get()) || one.copies().contains(wanted.get()))) {
      throw new ServiceException.UnusableInput(
          "{content} (%s) is no content of %s. There are %,d, such as %s.",
          wanted.get(),
          profile.creator(),
          history.contents().size(),
          String.join(", ", alike(history.contents(), wanted.get())));
    }
  }

  /** Those whose ids are most alike, the newest of equally alike ones first. */
  private static List<String> alike(List<CreatorContent> contents, String wanted) {
    String lower = wanted.toLowerCase(Locale.ROOT);
    return contents.stream()
        .sorted(
            Comparator.comparing(
                    (CreatorContent one) -> !one.id().toLowerCase(Locale.ROOT).contains(lower))
                .thenComparing(one -> -common(one.id().toLowerCase(Locale.ROOT), lower))
                .thenComparing(CreatorContent::published, Comparator.reverseOrder()))
        .limit(SUGGESTIONS)
        .map(CreatorContent::id)
        .toList();
  }

  private static int common(String one, String other) {
    int at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  /** The day as of which is told: that asked for, else the newest whole day. */
  static LocalDate through(
      ContentSource source, CreatorProfile profile, ContentRequest request, Instant now) {
    Instant newest = source.dataThrough(profile);
    LocalDate last = WholeDays.last(newest, profile.zone());
    LocalDate to = request.to().orElse(last);
    LocalDate first = LocalDate.ofInstant(source.dataFrom(profile), profile.zone());
    LocalDate today = LocalDate.ofInstant(newest.isBefore(now) ? now : newest, profile.zone());
    if (to.isAfter(today)) {
      throw new ServiceException.UnusableInput(
          "{to} (%s) lies ahead: data reach to %s. Choose an earlier day.", to, last);
    }
    if (to.isBefore(first) && request.to().isEmpty()) {
      throw new ServiceException.UnusableInput(
          "data of creator %s begin on %s, and no day of them is whole yet."
              + " Give {to} %s to take that day as it is.",
          profile.creator(), first, first);
    }
    if (to.isBefore(first)) {
      throw new ServiceException.UnusableInput(
          "{to} (%s) is before %s, the first day that has data. Choose a later day.", to, first);
    }
    return to;
  }
}
