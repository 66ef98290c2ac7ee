package io.tiktoktoe.service.privacy;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.pipeline.IntegratedAnalyticsPipeline;
import io.tiktoktoe.pipeline.WindowChanges;
import io.tiktoktoe.pipeline.insight.AnalyticsConfig;
import io.tiktoktoe.pipeline.insight.WindowTotals;
import io.tiktoktoe.privacy.release.StreamReleases;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.privacy.PlatformRequest;
import io.tiktoktoe.service.model.privacy.WindowAnswer;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.PlatformCoverage;
import io.tiktoktoe.store.model.PlatformCoverage.Commit;
import io.tiktoktoe.store.model.PlatformSlice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Windows of a stream, released once each as they close. A window closes with the first commit that
 * brings an event an hour or more after its end. What comes for it later counts in the window that
 * is open when it comes. The windows of any 30 days share what those may cost.
 */
final class PlatformWindows {

  /** So long after its end events still count in a window. */
  private static final Duration GRACE = Duration.ofHours(1);

  /** Over so many days a person's budget holds. */
  private static final Duration BUDGET_SPAN = Duration.ofDays(30);

  /** Windows told at once. */
  private static final int MOST_WINDOWS = 60;

  private final Store store;
  private final StreamReleases stream;
  private final PlatformRequest request;
  private final Duration width;
  private final PlatformCoverage coverage;
  private final Currency currency;

  PlatformWindows(
      Store store,
      StreamReleases stream,
      PlatformRequest request,
      Duration width,
      PlatformCoverage coverage) {
    this.store = store;
    this.stream = stream;
    this.request = request;
    this.width = width;
    this.coverage = coverage;
    this.currency = PlatformService.currency(request, coverage);
  }

  /** How many windows share a month's budget. */
  static int inMonth(Duration width) {
    return Math.toIntExact(
        Math.max(1, (BUDGET_SPAN.toSeconds() + width.toSeconds() - 1) / width.toSeconds()));
  }

  /** Releases what has closed and was not released yet, and tells it with what was. */
  WindowAnswer closed(Call call) {
    List<WindowTotals> told = new ArrayList<>();
    Optional<String> refused = Optional.empty();
    Instant newest = coverage.newest().filter(call.now()::isAfter).orElse(call.now());
    Instant open = start(newest.minus(GRACE));
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
        open.plus(width).plus(GRACE),
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

  /** Starts of the windows that are closed and asked for, oldest first. */
  private List<Instant> starts(Instant open) {
    Optional<Instant> oldest =
        request
            .from()
            .map(day -> start(day.atStartOfDay(request.zone()).toInstant()))
            .or(() -> coverage.first().map(this::start));
    int most = request.from().isPresent() ? MOST_WINDOWS : Math.min(MOST_WINDOWS, inMonth(width));
    Instant earliest = open.minus(width.multipliedBy(most));
    Instant from = oldest.filter(earliest::isBefore).orElse(earliest);
    Instant end =
        request
            .to()
            .map(day -> day.plusDays(1).atStartOfDay(request.zone()).toInstant())
            .filter(open::isAfter)
            .orElse(open);
    List<Instant> starts = new ArrayList<>();
    if (oldest.isPresent()) {
      for (Instant at = from; !at.plus(width).isAfter(end); at = at.plus(width)) {
        starts.add(at);
      }
    }
    return starts;
  }

  /** Windows begin at multiples of their width since 1970. */
  private Instant start(Instant time) {
    long seconds = width.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }

  private Supplier<WindowTotals> totals(Instant start) {
    DateRange window = new DateRange(start, start.plus(width), ZoneOffset.UTC);
    AnalyticsConfig config =
        PlatformService.config(request, window, currency, "windows of " + width);
    PlatformSlice slice =
        new PlatformSlice(
            window.from(),
            window.to(),
            closing(window.from()).map(Commit::chunk).orElse(PlatformSlice.NONE_LATE),
            closing(window.to()).map(Commit::chunk).orElse(PlatformSlice.ALL));
    return () ->
        store.platform(
            slice,
            currency,
            data ->
                IntegratedAnalyticsPipeline.processWindow(data, config, stream, inMonth(width)));
  }

  /** The commit that closed the window which ended then. */
  private Optional<Commit> closing(Instant end) {
    return coverage.reaching(end.plus(GRACE));
  }
}
