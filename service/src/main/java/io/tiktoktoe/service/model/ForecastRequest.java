package io.tiktoktoe.service.model;

import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.work.Progress;
import java.util.List;

/**
 * Asks what comes next. Steps or seasons that cannot be are refused as {@link
 * ServiceException.BadRequest} when the request is made.
 *
 * @param steps how many steps ahead, 1 to 10,000; days for creators
 * @param periods lengths of the seasons in steps; when empty those of the calendar, or those that
 *     the values show. One creator's income has its own and does not use them
 * @param calendar days that are known to be special
 * @param drivers covariates, past and planned
 * @param seed of every random draw
 */
public record ForecastRequest(
    int steps, List<Integer> periods, SpecialDays calendar, DriverSeries drivers, long seed) {

  /** Days ahead for creators unless told otherwise. */
  public static final int DEFAULT_DAYS = 30;

  public ForecastRequest {
    periods = List.copyOf(periods);
    options(steps, periods);
  }

  /** This many steps ahead with the usual seasons, no special days, no drivers, seed 0. */
  public static ForecastRequest of(int steps) {
    return new ForecastRequest(steps, List.of(), SpecialDays.NONE, DriverSeries.NONE, 0);
  }

  /** The same this many steps ahead. */
  public ForecastRequest withSteps(int newSteps) {
    return new ForecastRequest(newSteps, periods, calendar, drivers, seed);
  }

  /** The same with these seasons. */
  public ForecastRequest withPeriods(List<Integer> newPeriods) {
    return new ForecastRequest(steps, newPeriods, calendar, drivers, seed);
  }

  /** The same with these special days. */
  public ForecastRequest withCalendar(SpecialDays newCalendar) {
    return new ForecastRequest(steps, periods, newCalendar, drivers, seed);
  }

  /** The same with these covariates. */
  public ForecastRequest withDrivers(DriverSeries newDrivers) {
    return new ForecastRequest(steps, periods, calendar, newDrivers, seed);
  }

  /** How series with these seasons are forecast at once. */
  public BatchOptions batch(List<Integer> seasons, Progress progress) {
    return options(steps, seasons)
        .withSeed(seed)
        .withThreads(Runtime.getRuntime().availableProcessors())
        .withProgress(progress);
  }

  private static BatchOptions options(int steps, List<Integer> seasons) {
    try {
      return BatchOptions.of(steps, seasons);
    } catch (IllegalArgumentException e) {
      throw new ServiceException.BadRequest("horizon", "%s", String.valueOf(e.getMessage()))
          .because(e);
    }
  }
}
