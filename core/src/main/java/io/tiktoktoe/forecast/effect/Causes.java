package io.tiktoktoe.forecast.effect;

import io.tiktoktoe.calendar.CalendarEvent;
import io.tiktoktoe.calendar.Holidays;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.series.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Covariates, also called exogenous regressors: what may move a series beside itself, as numbers at
 * each step of history and future. Special days are 0 or 1 (dummy variables), drivers standardised.
 */
final class Causes {

  /** Ridge penalty of a special day: about one occurrence. */
  private static final double DAY_PENALTY = 1.25;

  /** Ridge penalty of what one holiday does beyond what all do. */
  private static final double OWN_PENALTY = 2.5;

  /** Ridge penalty of a standardised driver: about five steps of a typical change. */
  private static final double DRIVER_PENALTY = 5;

  /** Steps by which a driver may run ahead. */
  private static final int[] LAGS = {0, 1, 2, 3, 7};

  private Causes() {}

  /** What a cause is. */
  enum Kind {
    /** What all holidays have in common. */
    ALL_HOLIDAYS,
    /** What one holiday does beyond that. */
    HOLIDAY,
    /** A planned or special day. */
    EVENT,
    /** A day of every month. */
    MONTH_DAY,
    /** Another series. */
    DRIVER
  }

  /**
   * One covariate.
   *
   * @param kind what it is
   * @param name in explanations
   * @param marks its size at each step of history and future
   * @param errors standard error of its size at each step of the future
   * @param penalty ridge penalty before evidence
   * @param unit what a size of 1 is in the cause's own unit
   * @param mean its mean in its own unit, which is size 0
   */
  record Cause(
      Kind kind,
      String name,
      double[] marks,
      double[] errors,
      double penalty,
      double unit,
      double mean) {

    static Cause day(Kind kind, String name, double[] marks, int steps, double penalty) {
      return new Cause(kind, name, marks, new double[steps], penalty, 1, 0);
    }

    /** The same for a future that begins {@code later} steps later. */
    Cause after(int later) {
      double[] left = Arrays.copyOfRange(errors, later, errors.length);
      return new Cause(kind, name, marks, left, penalty, unit, mean);
    }
  }

  /** Causes of which one set is used or none, such as the same driver at several lags. */
  record Group(List<List<Cause>> alternatives) {}

  /** The groups that touch this history. */
  static List<Group> of(
      HistoricalMetrics history, PredictionContext context, DriverForecast forecast) {
    int steps = context.steps();
    int length = history.length() + steps;
    Map<String, double[]> days = new LinkedHashMap<>();
    StepsOfDays stepsOfDays = new StepsOfDays(history, length);
    for (CalendarEvent event : context.calendar()) {
      double[] marks = days.computeIfAbsent(event.kind(), kind -> new double[length]);
      stepsOfDays.mark(event.day(), marks);
    }
    List<Group> groups = new ArrayList<>();
    List<Cause> holidays = new ArrayList<>();
    double[] any = new double[length];
    days.forEach(
        (kind, marks) -> {
          if (kind.startsWith(Holidays.PREFIX)) {
            for (int t = 0; t < length; t++) {
              any[t] = Math.max(any[t], marks[t]);
            }
            holidays.add(Cause.day(Kind.HOLIDAY, kind, marks, steps, OWN_PENALTY));
          } else if (touches(marks, history.length())) {
            List<Cause> one = List.of(Cause.day(Kind.EVENT, kind, marks, steps, DAY_PENALTY));
            groups.add(new Group(List.of(one)));
          }
        });
    if (touches(any, history.length())) {
      holidays.addFirst(Cause.day(Kind.ALL_HOLIDAYS, "holiday", any, steps, DAY_PENALTY));
      groups.add(new Group(List.of(holidays)));
    }
    for (MonthCauses.Marked day : MonthCauses.of(history, length)) {
      groups.add(
          new Group(
              List.of(
                  List.of(
                      Cause.day(Kind.MONTH_DAY, day.name(), day.marks(), steps, DAY_PENALTY)))));
    }
    for (Series driver : history.drivers()) {
      groups.add(new Group(driver(history.length(), driver, steps, forecast)));
    }
    return groups;
  }

  private static boolean touches(double[] marks, int until) {
    return Arrays.stream(marks, 0, until).anyMatch(mark -> mark != 0);
  }

  /** One alternative when it is known ahead, else one for each lag, forecast where unknown. */
  private static List<List<Cause>> driver(
      int known, Series driver, int steps, DriverForecast forecast) {
    double[] whole = new double[known + steps];
    double[] errors = new double[steps];
    boolean ahead = driver.length() >= whole.length;
    int given = Math.min(driver.length(), whole.length);
    for (int t = 0; t < given; t++) {
      whole[t] = driver.value(t);
    }
    if (!ahead) {
      extend(whole, given, errors, forecast);
    }
    double mean = Arrays.stream(whole, 0, known).filter(Double::isFinite).average().orElse(0);
    double square =
        Arrays.stream(whole, 0, known)
            .filter(Double::isFinite)
            .map(value -> (value - mean) * (value - mean))
            .average()
            .orElse(0);
    double spread = Math.sqrt(square);
    if (!(spread > 0)) {
      return List.of();
    }
    List<List<Cause>> alternatives = new ArrayList<>();
    for (int lag : ahead ? new int[] {0} : LAGS) {
      double[] marks = new double[whole.length];
      double[] lagged = new double[steps];
      for (int t = lag; t < whole.length; t++) {
        double value = (whole[t - lag] - mean) / spread;
        marks[t] = Double.isNaN(value) ? 0 : value;
        if (t - lag >= known) {
          lagged[t - known] = errors[t - lag - known] / spread;
        }
      }
      String name = lag == 0 ? driver.id() : "%s %d before".formatted(driver.id(), lag);
      alternatives.add(
          List.of(new Cause(Kind.DRIVER, name, marks, lagged, DRIVER_PENALTY, spread, mean)));
    }
    return alternatives;
  }

  /** Fills a driver from where it ends with its own forecast, and how wrong that may be. */
  private static void extend(double[] whole, int given, double[] errors, DriverForecast forecast) {
    int steps = whole.length - given;
    int before = errors.length - steps;
    Marginals marginals = forecast.of(Arrays.copyOf(whole, given), steps);
    for (int h = 0; h < steps; h++) {
      boolean said = h < marginals.steps();
      whole[given + h] = said ? marginals.mean()[h] : Double.NaN;
      errors[before + h] = said ? marginals.outlook(h).band68().width() / 2 : 0;
    }
  }

  /** Finds the steps of a day. */
  private static final class StepsOfDays {

    private final Map<LocalDate, int[]> steps = new TreeMap<>();

    StepsOfDays(HistoricalMetrics history, int length) {
      for (int step = 0; step < length; step++) {
        LocalDate day = history.granularity().plus(history.start(), step).toLocalDate();
        LocalDate end = history.granularity().plus(history.start(), step + 1L).toLocalDate();
        int at = step;
        do {
          steps.merge(
              day,
              new int[] {at, at},
              (one, other) -> new int[] {Math.min(one[0], other[0]), Math.max(one[1], other[1])});
          day = day.plusDays(1);
        } while (day.isBefore(end));
      }
    }

    void mark(LocalDate day, double[] marks) {
      int[] range = steps.get(day);
      if (range != null) {
        Arrays.fill(marks, range[0], range[1] + 1, 1);
      }
    }
  }
}
