package io.tiktoktoe.forecast;

import io.tiktoktoe.metric.Progress;
import java.time.Instant;
import java.util.List;

/**
 * What a forecast is made under.
 *
 * @param dataThrough time of the newest event behind the history
 * @param steps how many steps ahead
 * @param horizons the horizons whose sums are wanted; those beyond {@code steps} are left out
 * @param seed of every random draw
 * @param paths how many joint futures to draw
 * @param calendar days that are known to be special, such as holidays and planned content
 * @param progress hears of progress and may cancel
 */
public record PredictionContext(
    Instant dataThrough,
    int steps,
    List<Horizon> horizons,
    long seed,
    int paths,
    List<CalendarEvent> calendar,
    Progress progress) {

  /** Most steps that are forecast at once. */
  public static final int MAX_STEPS = 10_000;

  public PredictionContext {
    if (steps < 1 || steps > MAX_STEPS) {
      throw new IllegalArgumentException(
          "horizon (%d steps) must be between 1 and %d.".formatted(steps, MAX_STEPS));
    }
    horizons = List.copyOf(horizons);
    calendar = List.copyOf(calendar);
  }

  /** The standard horizons up to 90 days of daily steps, 1,000 paths, no special days. */
  public static PredictionContext daily(Instant dataThrough, long seed) {
    return new PredictionContext(
        dataThrough, 90, Horizon.STANDARD, seed, 1_000, List.of(), Progress.SILENT);
  }

  /** The same with this calendar. */
  public PredictionContext withCalendar(List<CalendarEvent> newCalendar) {
    return new PredictionContext(dataThrough, steps, horizons, seed, paths, newCalendar, progress);
  }

  /** The same that reports here. */
  public PredictionContext withProgress(Progress newProgress) {
    return new PredictionContext(dataThrough, steps, horizons, seed, paths, calendar, newProgress);
  }
}
