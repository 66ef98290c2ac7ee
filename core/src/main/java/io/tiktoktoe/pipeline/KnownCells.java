package io.tiktoktoe.pipeline;

import io.tiktoktoe.metric.Stream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** KnownCells that everybody knows, in the order of the answers. */
final class KnownCells {

  static final String NOT_TOLD = "not told";

  static final List<String> HOURS = hours();

  static final List<String> WEEKDAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  /** Views that are strung together. */
  static final List<String> RUNS = List.of("1", "2", "3 to 5", "6 to 10", "11 and more");

  static final List<String> NEXT = List.of("same creator", "another creator");

  /** How far a person goes. */
  static final List<String> LADDER =
      List.of("watching", "liking", "following", "commenting", "sharing", "paying");

  static final List<String> SESSIONS =
      List.of("under 1 min", "1 to 3 min", "3 to 10 min", "10 to 30 min", "30 to 60 min", "longer");

  static final List<String> LENGTHS =
      List.of(NOT_TOLD, "up to 1 min", "1 to 10 min", "10 to 60 min", "longer");

  static final List<String> COMPLETION = List.of("to the end", "in part");

  static final List<String> DAYS =
      List.of("1 day", "2 days", "3 to 4", "5 to 8", "9 to 16", "17 and more");

  /** What was seen of a person in the first half: the first that holds. */
  static final List<String> SIGNS =
      List.of("unfollowed", "payment trouble", "fading", "nothing special");

  static final List<String> LOYALTY = List.of("up to a half", "up to 4 in 5", "nearly all", "all");

  /** All of ISO 3166-1: that a country is there tells of nobody. */
  static final List<String> COUNTRIES = countries();

  /** Where people of no platform that everybody knows are. */
  static final String OTHER = "other";

  /**
   * Platforms that everybody knows, whoever is connected: the name of a source that one person
   * alone has would tell of that person.
   */
  static final List<String> PLATFORMS =
      List.of(
          "direct",
          "discord",
          "facebook",
          "instagram",
          "kofi",
          "patreon",
          "shop",
          "tiktok",
          "twitch",
          "x",
          "youtube",
          OTHER);

  /** Payers of whom no payment could be converted. */
  static final String NO_RATE = "no exchange rate";

  private static final String LEFT = "left: ";

  private static final String STAYED = "stayed: ";

  private static final long[] LENGTH_ENDS = {0, 60_000, 600_000, 3_600_000};

  private static final long[] SESSION_ENDS = {60, 180, 600, 1_800, 3_600};

  private static final long[] RUN_ENDS = {1, 2, 5, 10};

  private static final long[] DAY_ENDS = {1, 2, 4, 8, 16};

  private KnownCells() {}

  private static List<String> hours() {
    List<String> hours = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      hours.add("%02d".formatted(hour));
    }
    return List.copyOf(hours);
  }

  private static List<String> countries() {
    List<String> countries = new ArrayList<>(List.of(Locale.getISOCountries()));
    countries.sort(Comparator.naturalOrder());
    countries.add(NOT_TOLD);
    return List.copyOf(countries);
  }

  /** Left or stayed, by sign. */
  static List<String> churn() {
    List<String> cells = new ArrayList<>();
    SIGNS.forEach(sign -> cells.add(left(sign)));
    SIGNS.forEach(sign -> cells.add(stayed(sign)));
    return cells;
  }

  static String left(String sign) {
    return LEFT + sign;
  }

  static String stayed(String sign) {
    return STAYED + sign;
  }

  /** The streams for which persons pay. */
  static List<String> streams() {
    return Arrays.stream(Stream.values())
        .filter(stream -> stream != Stream.ADVERTISING)
        .map(stream -> stream.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** Those, and a cell for payers of whom no payment could be converted. */
  static List<String> payers() {
    List<String> cells = new ArrayList<>(streams());
    cells.add(NO_RATE);
    return cells;
  }

  static int length(long ms) {
    return place(LENGTH_ENDS, ms);
  }

  static int session(long seconds) {
    return place(SESSION_ENDS, seconds);
  }

  static int run(long views) {
    return place(RUN_ENDS, views);
  }

  static int days(long days) {
    return place(DAY_ENDS, days);
  }

  static int loyalty(double share) {
    return share <= 0.5 ? 0 : share <= 0.8 ? 1 : share < 1 ? 2 : 3;
  }

  /** The first whose end is not below the value; the last for all beyond. */
  private static int place(long[] ends, long value) {
    int at = 0;
    while (at < ends.length && value > ends[at]) {
      at++;
    }
    return at;
  }

  /** The cell with most, the first of several; -1 where all are empty. */
  static int most(long[] table) {
    int best = -1;
    for (int at = 0; at < table.length; at++) {
      if (table[at] > 0 && (best < 0 || table[at] > table[best])) {
        best = at;
      }
    }
    return best;
  }
}
