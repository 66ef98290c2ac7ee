package io.tiktoktoe.service.privacy;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.pipeline.IntegratedAnalyticsPipeline;
import io.tiktoktoe.pipeline.WindowChanges;
import io.tiktoktoe.pipeline.insight.AnalyticsConfig;
import io.tiktoktoe.pipeline.insight.WindowTotals;
import io.tiktoktoe.privacy.ledger.StreamRecord;
import io.tiktoktoe.privacy.release.StreamReleases;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.privacy.PlatformRequest;
import io.tiktoktoe.service.model.privacy.WindowAnswer;
import io.tiktoktoe.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Windows of a stream, released once each when they are over. Which are is told by the clock, which
 * were by the ledger, and never by an event ({@link StreamRecord}): what is committed for a window
 * after its release counts in the next one. The windows of any 30 days share what those may cost.
 */
final class PlatformWindows {

  /** Over so many days a person's budget holds. */
  private static final Duration BUDGET_SPAN = Duration.ofDays(30);

  /** Windows told at once. */
  private static final int MOST_WINDOWS = 60;

  private final Store store;
  private final StreamReleases stream;
  private final PlatformRequest request;
  private final Duration width;
  private final Duration lateness;
  private final Currency currency;

  PlatformWindows(
      Store store,
      StreamReleases stream,
      PlatformRequest request,
      Duration width,
      Duration lateness) {
    this.store = store;
    this.stream = stream;
    this.request = request;
    this.width = width;
    this.lateness = lateness;
    this.currency = PlatformService.currency(request, store);
  }

  /** How many windows share a month's budget. */
  static int inMonth(Duration width) {
    return Math.toIntExact(
        Math.max(1, (BUDGET_SPAN.toSeconds() + width.toSeconds() - 1) / width.toSeconds()));
  }

  /** Releases what is over and was not released yet, and tells it with what was. */
  WindowAnswer closed(Call call) {
    List<WindowTotals> told = new ArrayList<>();
    Optional<String> refused = Optional.empty();
    Instant open = start(call.now().minus(lateness));
    List<Instant> starts = starts(open);
    for (int at = 0; at < starts.size(); at++) {
      call.progress().report("closing windows", at, starts.size());
      try {
        told.add(PlatformService.answered(request, totals(starts.get(at))));
      } catch (ServiceException.NothingThere e) {
        // Those that were released before are told all the same.
        refused = refused.or(() -> Optional.of(String.valueOf(e.getMessage())));
      }
    }
    return new WindowAnswer(
        width,
        request.epsilon(),
        request.delta(),
        inMonth(width),
        currency,
        told,
        isUnbroken(told) ? WindowChanges.of(told) : List.of(),
        open,
        open.plus(width).plus(lateness),
        refused);
  }

  /** Whether windows follow each other, so that the newest may be set beside those before. */
  private static boolean isUnbroken(List<WindowTotals> told) {
    for (int at = 1; at < told.size(); at++) {
      if (!told.get(at).window().from().equals(told.get(at - 1).window().to())) {
        return false;
      }
    }
    return true;
  }

  /** Starts of the windows that are over and asked for, oldest first; of many the newest. */
  private List<Instant> starts(Instant open) {
    Instant end =
        request
            .to()
            .map(day -> start(day.plusDays(1).atStartOfDay(request.zone()).toInstant()))
            .filter(open::isAfter)
            .orElse(open);
    int most = request.from().isPresent() ? MOST_WINDOWS : Math.min(MOST_WINDOWS, inMonth(width));
    Instant earliest = end.minus(width.multipliedBy(most));
    Instant oldest =
        request
            .from()
            .map(day -> start(day.atStartOfDay(request.zone()).toInstant()))
            .orElseGet(() -> begun(open));
    List<Instant> starts = new ArrayList<>();
    for (Instant at = oldest.isAfter(earliest) ? oldest : earliest;
        at.isBefore(end);
        at = at.plus(width)) {
      starts.add(at);
    }
    return starts;
  }

  /** Where the stream began: with what was released first, else with the newest that is over. */
  private Instant begun(Instant open) {
    Instant newest = open.minus(width);
    StreamRecord before =
        IntegratedAnalyticsPipeline.released(config(newest), stream, inMonth(width));
    // Older programs did not keep which windows they released: their questions are tried.
    Instant oldest = before.isPartial() ? open.minus(width.multipliedBy(inMonth(width))) : newest;
    while (oldest.isBefore(newest)
        && !IntegratedAnalyticsPipeline.isReleased(config(oldest), stream)) {
      oldest = oldest.plus(width);
    }
    Instant first = oldest;
    return before.span().map(DateRange::from).filter(first::isAfter).orElse(first);
  }

  /** Windows begin at multiples of their width since 1970. */
  private Instant start(Instant time) {
    long seconds = width.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }

  private Supplier<WindowTotals> totals(Instant start) {
    AnalyticsConfig config = config(start);
    return () ->
        IntegratedAnalyticsPipeline.processWindow(
            (released, counting) -> store.window(config.period(), released, currency, counting),
            config,
            stream,
            inMonth(width));
  }

  private AnalyticsConfig config(Instant start) {
    DateRange window = new DateRange(start, start.plus(width), ZoneOffset.UTC);
    return PlatformService.config(request, window, currency, "windows of " + width);
  }
}
