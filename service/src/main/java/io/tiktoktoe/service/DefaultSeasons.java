package io.tiktoktoe.service;

import io.tiktoktoe.series.SeasonEvidence;
import io.tiktoktoe.series.Seasons;
import io.tiktoktoe.table.RetailMonths;
import io.tiktoktoe.table.TimedSeries;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The seasons of a file's series for which none were given: those that the calendar suggests for
 * the width of their steps; where steps have no place on the calendar, the season that most of
 * those series show in their values. Weeks have a shorter season beside the year where most series
 * show one.
 */
final class DefaultSeasons {

  /** Enough series to tell a file's season; the rest follow them. */
  private static final int MOST_ASKED = 200;

  private static final int MONTHS_OF_YEAR = 12;
  private static final int WEEKS_OF_YEAR = 52;
  private static final int DAYS_OF_YEAR = 365;

  private static final Duration WEEK = Duration.ofDays(7);

  /** Seasons of weeks besides the year: about a month, and a quarter. */
  private static final List<Integer> SHORT_OF_WEEKS = List.of(4, 13);

  private DefaultSeasons() {}

  /** For each series, lengths in steps, shortest first; an empty list when it has none. */
  static List<List<Integer>> of(List<TimedSeries> file) {
    List<Integer> common = common(file.stream().filter(one -> one.dates().isEmpty()).toList());
    List<Integer> ofWeeks = ofWeeks(file.stream().filter(DefaultSeasons::weekly).toList());
    return file.stream()
        .map(
            one ->
                weekly(one)
                    ? seen(ofWeeks, one.series().length())
                    : one.dates()
                        .map(dates -> ofCalendar(dates, one.series().length()))
                        .orElse(common))
        .toList();
  }

  private static boolean weekly(TimedSeries one) {
    return one.dates().map(dates -> dates.width().equals(WEEK)).orElse(false);
  }

  /** The year, and the shorter season that most of the series show, if at least half do. */
  private static List<Integer> ofWeeks(List<TimedSeries> weekly) {
    List<TimedSeries> asked = weekly.subList(0, Math.min(MOST_ASKED, weekly.size()));
    int best = 0;
    long most = 0;
    for (int season : SHORT_OF_WEEKS) {
      long shown =
          asked.stream()
              .filter(one -> SeasonEvidence.shows(one.series().toArray(), season))
              .count();
      if (2 * shown >= asked.size() && shown > most) {
        most = shown;
        best = season;
      }
    }
    return best == 0 ? List.of(WEEKS_OF_YEAR) : List.of(best, WEEKS_OF_YEAR);
  }

  /** The season that at least half of the series show. */
  private static List<Integer> common(List<TimedSeries> undated) {
    List<TimedSeries> asked = undated.subList(0, Math.min(MOST_ASKED, undated.size()));
    Map<Integer, Integer> counts = new TreeMap<>();
    for (TimedSeries one : asked) {
      Seasons.strongest(one.series()).ifPresent(season -> counts.merge(season, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .filter(season -> 2 * season.getValue() >= asked.size())
        .map(Map.Entry::getKey)
        .limit(1)
        .toList();
  }

  private static List<Integer> ofCalendar(TimedSeries.Dates dates, int length) {
    if (dates.retail().isPresent()) {
      // Every third month has five weeks.
      return seen(List.of(RetailMonths.QUARTER, MONTHS_OF_YEAR), length);
    }
    List<Integer> seasons =
        switch (dates.width()) {
          case Period months when MONTHS_OF_YEAR % months.toTotalMonths() == 0 ->
              List.of((int) (MONTHS_OF_YEAR / months.toTotalMonths()));
          case Duration duration -> ofDuration(duration);
          default -> List.of();
        };
    return seen(seasons, length);
  }

  private static List<Integer> seen(List<Integer> seasons, int length) {
    return seasons.stream().filter(season -> season >= 2 && length >= 2 * season).toList();
  }

  private static List<Integer> ofDuration(Duration width) {
    Duration day = Duration.ofDays(1);
    if (width.equals(day)) {
      return List.of(7, DAYS_OF_YEAR);
    }
    if (width.compareTo(day) < 0 && day.toMillis() % width.toMillis() == 0) {
      int daily = (int) (day.toMillis() / width.toMillis());
      return List.of(daily, 7 * daily);
    }
    return List.of();
  }
}
