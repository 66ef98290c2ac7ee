package io.tiktoktoe.outlook;

import io.tiktoktoe.calendar.CalendarEvent;
import io.tiktoktoe.calendar.Campaign;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.work.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Options and known future of a forecast: horizon, seed, special days, similar series. To ask "what
 * if", forecast twice with the same seed and another calendar or other planned drivers: the
 * difference is the change's effect.
 *
 * @param dataThrough time of the newest event behind the history
 * @param steps how many steps ahead, 1 to {@link #MAX_STEPS}
 * @param horizons the horizons whose sums are wanted; those beyond {@code steps} are left out
 * @param seed of every random draw
 * @param paths how many joint futures to draw, 100 to 100,000; long horizons draw fewer, see {@link
 *     SamplePaths#MAX_VALUES}
 * @param calendar days that are known to be special, such as holidays and planned content
 * @param campaigns past, running and planned stretches that grow to an end of their own
 * @param alike histories of similar creators (analogues) by series id, for a cold start: a series
 *     with too little of its own
 * @param progress hears of progress and may cancel
 */
public record PredictionContext(
    Instant dataThrough,
    int steps,
    List<Horizon> horizons,
    long seed,
    int paths,
    List<CalendarEvent> calendar,
    List<Campaign> campaigns,
    Map<String, List<Series>> alike,
    Progress progress) {

  /** Most steps that are forecast at once. */
  public static final int MAX_STEPS = 10_000;

  public PredictionContext {
    if (steps < 1 || steps > MAX_STEPS) {
      throw new IllegalArgumentException(
          "horizon (%d steps) must be between 1 and %d.".formatted(steps, MAX_STEPS));
    }
    if (paths < 100 || paths > 100_000) {
      throw new IllegalArgumentException(
          "paths (%d) must be between 100 and 100000.".formatted(paths));
    }
    horizons = List.copyOf(horizons);
    calendar = List.copyOf(calendar);
    campaigns = List.copyOf(campaigns);
    alike = Map.copyOf(alike);
  }

  /** The standard horizons up to 90 days of daily steps, 1,000 paths, no special days. */
  public static PredictionContext daily(Instant dataThrough, long seed) {
    return new PredictionContext(
        dataThrough,
        90,
        Horizon.STANDARD,
        seed,
        1_000,
        List.of(),
        List.of(),
        Map.of(),
        Progress.SILENT);
  }

  /** The same this many steps ahead. */
  public PredictionContext withSteps(int newSteps) {
    return new PredictionContext(
        dataThrough, newSteps, horizons, seed, paths, calendar, campaigns, alike, progress);
  }

  /** The same with the sums over these horizons. */
  public PredictionContext withHorizons(List<Horizon> newHorizons) {
    return new PredictionContext(
        dataThrough, steps, newHorizons, seed, paths, calendar, campaigns, alike, progress);
  }

  /** The same with this many joint futures. */
  public PredictionContext withPaths(int newPaths) {
    return new PredictionContext(
        dataThrough, steps, horizons, seed, newPaths, calendar, campaigns, alike, progress);
  }

  /** The same with this calendar. */
  public PredictionContext withCalendar(List<CalendarEvent> newCalendar) {
    return new PredictionContext(
        dataThrough, steps, horizons, seed, paths, newCalendar, campaigns, alike, progress);
  }

  /** The same with these campaigns. */
  public PredictionContext withCampaigns(List<Campaign> newCampaigns) {
    return new PredictionContext(
        dataThrough, steps, horizons, seed, paths, calendar, newCampaigns, alike, progress);
  }

  /** The same with the histories of similar creators, by series id. */
  public PredictionContext withAlike(Map<String, List<Series>> newAlike) {
    return new PredictionContext(
        dataThrough, steps, horizons, seed, paths, calendar, campaigns, newAlike, progress);
  }

  /** The same that reports here. */
  public PredictionContext withProgress(Progress newProgress) {
    return new PredictionContext(
        dataThrough, steps, horizons, seed, paths, calendar, campaigns, alike, newProgress);
  }
}
