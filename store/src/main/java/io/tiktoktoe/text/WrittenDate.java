package io.tiktoktoe.text;

import io.tiktoktoe.file.WrongValueException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as it is written, in small letters without accents; what is missing is not guessed.
 *
 * @param year absent where none is written
 * @param month 1 to 12
 * @param day 1 where a month alone is written
 */
record WrittenDate(OptionalInt year, int month, int day) {

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.\u5e74 ](\\d{1,2})[-/.\u6708 ](\\d{1,2})\u65e5?");
  private static final Pattern MONTH_ONLY =
      Pattern.compile("^(\\d{4})[-/.\u5e74](\\d{1,2})\u6708?$");
  private static final Pattern COMPACT = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?!\\d)");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?<!\\d)(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2}$)(?!\\d)");
  private static final Pattern NO_YEAR = Pattern.compile("^(\\d{1,2})([-/.])(\\d{1,2})\\.?$");
  private static final Pattern NO_YEAR_EAST =
      Pattern.compile("^(\\d{1,2})\u6708(\\d{1,2})\u65e5?$");
  private static final Pattern BRIEF =
      Pattern.compile("^(\\d{1,2})[- ]([a-z]{3,9})\\.?[- ](\\d{2})$");
  private static final Pattern WORD = Pattern.compile("[a-z]{3,}");
  private static final Pattern DAY = Pattern.compile("(?<![\\d:])(\\d{1,2})(?![\\d:])");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(\\d{4})(?!\\d)");

  /** Years written with two digits are of this century. */
  private static final int CENTURY = 2000;

  /** First letters of the months in English, German, French, Spanish and Portuguese. */
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("ene", 1),
          Map.entry("feb", 2),
          Map.entry("fev", 2),
          Map.entry("mar", 3),
          Map.entry("apr", 4),
          Map.entry("abr", 4),
          Map.entry("avr", 4),
          Map.entry("may", 5),
          Map.entry("mai", 5),
          Map.entry("juin", 6),
          Map.entry("jun", 6),
          Map.entry("juil", 7),
          Map.entry("jul", 7),
          Map.entry("aug", 8),
          Map.entry("ago", 8),
          Map.entry("aou", 8),
          Map.entry("sep", 9),
          Map.entry("set", 9),
          Map.entry("oct", 10),
          Map.entry("okt", 10),
          Map.entry("out", 10),
          Map.entry("nov", 11),
          Map.entry("dec", 12),
          Map.entry("dez", 12),
          Map.entry("dic", 12));

  /** The day that it names in a year. */
  LocalDate in(int otherYear) {
    return LocalDate.of(year.orElse(otherYear), month, day);
  }

  /** Whether day and month of {@code text} may stand in either order. */
  static boolean isSlashed(String text) {
    return slashed(text).isPresent();
  }

  /** The first and the second number of a date whose order is unknown. */
  static Optional<int[]> slashed(String text) {
    Matcher matcher = YEAR_LAST.matcher(text);
    if (!matcher.find()) {
      matcher = NO_YEAR.matcher(text.strip());
      if (!matcher.find()) {
        return Optional.empty();
      }
    }
    return matcher.group(2).equals(".")
        ? Optional.empty()
        : Optional.of(
            new int[] {Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(3))});
  }

  /**
   * The date that {@code text} names.
   *
   * @param text the date without its time of day
   * @param rest what stands behind the time of day, where some write the year
   * @param dayFirst the order of slashed dates
   */
  static WrittenDate of(String text, String rest, Optional<Boolean> dayFirst) {
    Matcher matcher = YEAR_FIRST.matcher(text);
    if (matcher.find()) {
      return of(matcher.group(1), matcher.group(2), matcher.group(3));
    }
    matcher = MONTH_ONLY.matcher(text);
    if (matcher.find()) {
      return of(matcher.group(1), matcher.group(2), "1");
    }
    matcher = YEAR_LAST.matcher(text);
    if (matcher.find()) {
      boolean first = isDayFirst(text, matcher.group(2), dayFirst);
      return of(matcher.group(4), matcher.group(first ? 3 : 1), matcher.group(first ? 1 : 3));
    }
    matcher = COMPACT.matcher(text);
    if (matcher.find()) {
      return of(matcher.group(1), matcher.group(2), matcher.group(3));
    }
    return withoutYear(text, dayFirst).orElseGet(() -> named(text, text + ' ' + rest));
  }

  private static Optional<WrittenDate> withoutYear(String text, Optional<Boolean> dayFirst) {
    Matcher matcher = NO_YEAR_EAST.matcher(text);
    if (matcher.find()) {
      return Optional.of(of("", matcher.group(1), matcher.group(2)));
    }
    matcher = NO_YEAR.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    boolean first = isDayFirst(text, matcher.group(2), dayFirst);
    return Optional.of(of("", matcher.group(first ? 3 : 1), matcher.group(first ? 1 : 3)));
  }

  private static boolean isDayFirst(String text, String separator, Optional<Boolean> dayFirst) {
    return separator.equals(".")
        || dayFirst.orElseThrow(
            () ->
                new WrongValueException(
                    text,
                    "may be day/month or month/day, and no date of the file tells: say which with"
                        + " --dates d/M or --dates M/d"));
  }

  private static WrittenDate named(String text, String everything) {
    Matcher brief = BRIEF.matcher(text);
    if (brief.matches()) {
      return named(brief.group(1) + ' ' + brief.group(2), CENTURY / 100 + brief.group(3));
    }
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      Integer month = MONTHS.get(word.group().substring(0, Math.min(4, word.group().length())));
      if (month == null) {
        month = MONTHS.get(word.group().substring(0, 3));
      }
      Matcher year = YEAR.matcher(everything);
      Matcher day = DAY.matcher(text);
      boolean hasYear = year.find();
      boolean hasDay = day.find();
      if (month != null && (hasYear || hasDay)) {
        return of(
            hasYear ? year.group(1) : "", Integer.toString(month), hasDay ? day.group(1) : "1");
      }
    }
    throw new WrongValueException(
        text,
        "is not a date that is recognised: write it like 2026-05-31 or 2026-05-31T18:00:00Z, or say"
            + " how it is written, as in time(When, 'd/M/yyyy')=time");
  }

  private static WrittenDate of(String year, String month, String day) {
    int written = year.isEmpty() ? 0 : Integer.parseInt(year);
    return new WrittenDate(
        year.isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(year.length() == 2 ? CENTURY + written : written),
        Integer.parseInt(month),
        Integer.parseInt(day));
  }
}
