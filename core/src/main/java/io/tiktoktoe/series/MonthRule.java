package io.tiktoktoe.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A recurrence rule by month, as in calendars (RFC 5545): a day of the month, a day before its end,
 * a working day (Monday to Friday; holidays are not known), a weekday in the month, or a payday,
 * which moves off the weekend.
 *
 * @param name in explanations, such as {@code day 15 of the month}
 * @param meant whether a date is such a day
 * @param weekday 1 for Monday to 7 when the rule is of that weekday alone; 0 for all
 */
public record MonthRule(String name, Predicate<LocalDate> meant, int weekday) {

  /** Days from the start of the month that every month has; the last day is another. */
  private static final int COMMON_DAYS = 28;

  /** Longest month but its last day. */
  private static final int LONGEST = 30;

  /** Days before the last that are told apart. */
  private static final int MOST_LEFT = 5;

  private static final List<String> PLACES = List.of("first", "second", "third", "fourth", "last");

  private static final int WEEK = 7;

  /** Days of the month, days before its end, working days at its ends, weekdays in it. */
  public static List<MonthRule> days() {
    List<MonthRule> rules = new ArrayList<>();
    for (int day = 1; day <= COMMON_DAYS; day++) {
      int own = day;
      rules.add(
          everyDay("day %d of the month".formatted(day), date -> date.getDayOfMonth() == own));
    }
    for (int left = 0; left <= MOST_LEFT; left++) {
      int own = left;
      String name = left == 0 ? "end of the month" : "%d days before the end of the month";
      rules.add(
          everyDay(
              name.formatted(left), date -> date.lengthOfMonth() - date.getDayOfMonth() == own));
    }
    rules.add(everyDay("first working day of the month", date -> after(date, 1)));
    rules.add(everyDay("last working day of the month", date -> before(date, WEEK * WEEK)));
    for (DayOfWeek weekday : DayOfWeek.values()) {
      for (int place = 0; place < PLACES.size(); place++) {
        int own = place;
        String day = weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        rules.add(
            new MonthRule(
                "%s %s of the month".formatted(PLACES.get(place), day),
                date -> date.getDayOfWeek() == weekday && place(date) == own,
                weekday.getValue()));
      }
    }
    return rules;
  }

  /**
   * Rules of which at most one is meant: each day of the month with its paydays, every other rule
   * by itself.
   */
  public static List<List<MonthRule>> alternatives() {
    List<List<MonthRule>> alternatives = new ArrayList<>();
    List<MonthRule> paydays = paydays();
    for (MonthRule day : days()) {
      List<MonthRule> either = new ArrayList<>(List.of(day));
      paydays.stream().filter(one -> one.name.startsWith(day.name + " or ")).forEach(either::add);
      alternatives.add(either);
    }
    for (int day = COMMON_DAYS + 1; day <= LONGEST; day++) {
      String name = "day %d of the month or ".formatted(day);
      alternatives.add(paydays.stream().filter(one -> one.name.startsWith(name)).toList());
    }
    return alternatives;
  }

  /**
   * Paydays: a day of the month, or the last day of shorter ones; and the same moved to the working
   * day before, or after, when it falls on a weekend.
   */
  public static List<MonthRule> paydays() {
    List<MonthRule> rules = new ArrayList<>();
    for (int day = 2; day <= LONGEST; day++) {
      int own = day;
      String name = "day %d of the month".formatted(day);
      if (day > COMMON_DAYS) {
        rules.add(everyDay(name + " or its last", date -> meant(date, own)));
      }
      rules.add(everyDay(name + " or the working day before", date -> before(date, own)));
      rules.add(everyDay(name + " or the working day after", date -> after(date, own)));
    }
    return rules;
  }

  private static MonthRule everyDay(String name, Predicate<LocalDate> meant) {
    return new MonthRule(name, meant, 0);
  }

  /** Whether a date is of those that the rule is compared with. */
  public boolean among(LocalDate date) {
    return weekday == 0 || date.getDayOfWeek().getValue() == weekday;
  }

  /** 1 where a date is one of those that are asked for, else 0. */
  public static double[] marks(LocalDate[] dates, Predicate<LocalDate> which) {
    return Arrays.stream(dates).mapToDouble(date -> which.test(date) ? 1 : 0).toArray();
  }

  private static int place(LocalDate date) {
    return MonthDays.place(date.getDayOfMonth() - 1, date.lengthOfMonth() - date.getDayOfMonth());
  }

  /** Whether a date is a day of its month, or the last of a shorter one. */
  private static boolean meant(LocalDate date, int day) {
    return date.getDayOfMonth() == Math.min(day, date.lengthOfMonth());
  }

  /** Whether a date is such a day, moved to the working day before. */
  private static boolean before(LocalDate date, int day) {
    boolean friday = date.getDayOfWeek() == DayOfWeek.FRIDAY;
    return working(date)
        && (meant(date, day)
            || friday && (meant(date.plusDays(1), day) || meant(date.plusDays(2), day)));
  }

  /** Whether a date is such a day, moved to the working day after. */
  private static boolean after(LocalDate date, int day) {
    boolean monday = date.getDayOfWeek() == DayOfWeek.MONDAY;
    return working(date)
        && (meant(date, day)
            || monday && (meant(date.minusDays(1), day) || meant(date.minusDays(2), day)));
  }

  private static boolean working(LocalDate date) {
    return date.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
  }
}
