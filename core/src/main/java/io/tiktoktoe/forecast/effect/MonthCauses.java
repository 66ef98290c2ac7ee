package io.tiktoktoe.forecast.effect;

import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.series.MonthDays;
import io.tiktoktoe.series.Series;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Days of the month that bring more or less than others, such as the first, when memberships are
 * charged, the last working day or the second Saturday: screened by a t statistic, and only where
 * the days of the month differ at all. Whether they are used is decided as for every other cause.
 * Series that are mostly zero have none.
 */
final class MonthCauses {

  /** Standard errors by which a day must differ from the rest. */
  private static final double CLEAR = 4;

  /** A day must have come so often. */
  private static final int LEAST_TIMES = 3;

  /** Share of values that must not be 0. */
  private static final double MOSTLY = 0.76;

  /** Days from the start of the month that every month has; the last day is another. */
  private static final int COMMON_DAYS = 28;

  /** Days before the last that are told apart. */
  private static final int MOST_LEFT = 5;

  private static final List<String> PLACES = List.of("first", "second", "third", "fourth", "last");

  private MonthCauses() {}

  /**
   * A day of the month.
   *
   * @param name in explanations
   * @param marks 1 where a step is that day, else 0
   */
  @SuppressWarnings("ArrayRecordComponent") // Only carried.
  record Marked(String name, double[] marks) {}

  /** The days that differ in any of the series, over history and future. */
  static List<Marked> of(HistoricalMetrics history, int length) {
    LocalDate first = history.start().toLocalDate();
    boolean days = history.granularity() == Granularity.DAY;
    List<double[]> different =
        history.series().stream()
            .map(Series::toArray)
            .filter(values -> days && mostlySold(values) && MonthDays.differ(values, first))
            .toList();
    if (different.isEmpty()) {
      return List.of();
    }
    LocalDate[] dates = new LocalDate[length];
    Arrays.setAll(dates, first::plusDays);
    List<Marked> marked = new ArrayList<>();
    for (Rule rule : Rule.all()) {
      double[] marks = rule.marks(dates, rule.meant());
      double[] others = rule.marks(dates, date -> rule.among(date) && !rule.meant().test(date));
      if (different.stream().anyMatch(values -> differs(values, marks, others))) {
        marked.add(new Marked(rule.name(), marks));
      }
    }
    return marked;
  }

  /**
   * A rule for days of the month.
   *
   * @param name in explanations
   * @param meant whether a date is such a day
   * @param weekday compares with other days of the same weekday alone; 0 with all
   */
  private record Rule(String name, Predicate<LocalDate> meant, int weekday) {

    /** Days of the month, days before its end, working days at its ends, weekdays in it. */
    static List<Rule> all() {
      List<Rule> rules = new ArrayList<>();
      for (int day = 1; day <= COMMON_DAYS; day++) {
        int own = day;
        rules.add(
            new Rule("day %d of the month".formatted(day), date -> date.getDayOfMonth() == own, 0));
      }
      for (int left = 0; left <= MOST_LEFT; left++) {
        int own = left;
        String name = left == 0 ? "end of the month" : "%d days before the end of the month";
        rules.add(
            new Rule(
                name.formatted(left),
                date -> date.lengthOfMonth() - date.getDayOfMonth() == own,
                0));
      }
      rules.add(new Rule("first working day of the month", MonthCauses::firstWorkingDay, 0));
      rules.add(new Rule("last working day of the month", MonthCauses::lastWorkingDay, 0));
      for (DayOfWeek weekday : DayOfWeek.values()) {
        for (int place = 0; place < PLACES.size(); place++) {
          int own = place;
          String day = weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
          rules.add(
              new Rule(
                  "%s %s of the month".formatted(PLACES.get(place), day),
                  date -> date.getDayOfWeek() == weekday && place(date) == own,
                  weekday.getValue()));
        }
      }
      return rules;
    }

    boolean among(LocalDate date) {
      return weekday == 0 || date.getDayOfWeek().getValue() == weekday;
    }

    double[] marks(LocalDate[] dates, Predicate<LocalDate> which) {
      return Arrays.stream(dates).mapToDouble(date -> which.test(date) ? 1 : 0).toArray();
    }
  }

  private static int place(LocalDate date) {
    return MonthDays.place(date.getDayOfMonth() - 1, date.lengthOfMonth() - date.getDayOfMonth());
  }

  private static boolean working(LocalDate date) {
    return date.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
  }

  private static boolean firstWorkingDay(LocalDate date) {
    LocalDate day = date.withDayOfMonth(1);
    while (!working(day)) {
      day = day.plusDays(1);
    }
    return day.equals(date);
  }

  private static boolean lastWorkingDay(LocalDate date) {
    LocalDate day = date.withDayOfMonth(date.lengthOfMonth());
    while (!working(day)) {
      day = day.minusDays(1);
    }
    return day.equals(date);
  }

  private static boolean mostlySold(double[] values) {
    long known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    long sold = Arrays.stream(values).filter(value -> Math.abs(value) > 0).count();
    return sold >= MOSTLY * known;
  }

  private static boolean differs(double[] values, double[] marks, double[] others) {
    double[] on = new double[3];
    double[] off = new double[3];
    for (int step = 0; step < values.length; step++) {
      if (!Double.isNaN(values[step]) && (marks[step] == 1 || others[step] == 1)) {
        double[] sums = marks[step] == 1 ? on : off;
        sums[0]++;
        sums[1] += values[step];
        sums[2] += values[step] * values[step];
      }
    }
    if (on[0] < LEAST_TIMES || off[0] < LEAST_TIMES) {
      return false;
    }
    double distance = on[1] / on[0] - off[1] / off[0];
    double variance = Math.max(0, off[2] / off[0] - off[1] * off[1] / (off[0] * off[0]));
    return Math.abs(distance) > CLEAR * Math.sqrt(variance / on[0]);
  }
}
