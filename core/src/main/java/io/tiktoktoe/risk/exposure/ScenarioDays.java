package io.tiktoktoe.risk.exposure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days of a stress scenario as told: {@code from 2026-03-01}, {@code until June}, {@code in March},
 * {@code between 2026-03 and 2026-04}. A month without a year is the next one that is not over when
 * the forecast begins, so the days are known only then.
 */
record ScenarioDays(Optional<Bound> from, Optional<Bound> until) {

  /** From the first day that is forecast to the last. */
  static final ScenarioDays ALWAYS = new ScenarioDays(Optional.empty(), Optional.empty());

  private static final String MONTH = "\\p{L}{3,9}\\.?";
  private static final String NUMBER = "\\d{1,2}(?:st|nd|rd|th)?";
  private static final String DATE =
      "(\\d{4}-\\d{2}-\\d{2}|\\d{4}-\\d{2}|"
          + ("(?:" + NUMBER + " (?:of )?)?" + MONTH + "(?: " + NUMBER + "(?!\\d))?(?:,? \\d{4})?")
          + "|\\S+)";

  private static final Pattern BETWEEN =
      pattern("(?:between|from) " + DATE + " (?:and|to|until|till|through) " + DATE);

  private static final Pattern ONE =
      pattern(
          "(from|since|starting|beginning|after|until|till|through|before|in|during|on) " + DATE);

  /** A day that no word leads in. */
  private static final Pattern BARE = pattern("(\\d{4}-\\d{2}(?:-\\d{2})?|today|tomorrow|now)");

  private static final Pattern LASTING =
      pattern("for (?:a |the next |\\d+ |\\p{L}+ )?(?:days?|weeks?|months?|years?)");

  private static final Pattern WORDS =
      Pattern.compile(
          "(?:(?<before>\\d{1,2})\\D{0,6} )?(?<month>\\p{L}{3,9})\\.?(?:"
              + " (?<after>\\d{1,2})(?:st|nd|rd|th)?)?(?:,? (?<year>\\d{4}))?");

  private static Pattern pattern(String what) {
    return Pattern.compile(
        "(?<=^|\\s)" + what + "(?=\\s|$)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * One end: a day or a month.
   *
   * @param year 0 when it was not told
   * @param month 1 to 12
   * @param day 0 for the whole month
   * @param shift days after it: 1 for {@code after}, -1 for {@code before}
   */
  record Bound(int year, int month, int day, int shift) {

    private LocalDate first(LocalDate start) {
      YearMonth of = of(start);
      LocalDate begins = day(of);
      if (shift > 0) {
        return (day > 0 ? begins : of.atEndOfMonth()).plusDays(1);
      }
      // A month that has begun is meant from now on.
      return day == 0 && of.equals(YearMonth.from(start)) ? start : begins;
    }

    private LocalDate last(LocalDate start) {
      YearMonth of = of(start);
      if (shift < 0) {
        return day(of).minusDays(1);
      }
      return day > 0 ? day(of) : of.atEndOfMonth();
    }

    /** The day, the first of the month without one; 28 February for the 29th in most years. */
    private LocalDate day(YearMonth of) {
      return of.atDay(Math.clamp(day, 1, of.lengthOfMonth()));
    }

    private YearMonth of(LocalDate start) {
      if (year > 0) {
        return YearMonth.of(year, month);
      }
      YearMonth next = YearMonth.of(start.getYear(), month);
      LocalDate end = day > 0 ? day(next) : next.atEndOfMonth();
      return end.isBefore(start) ? next.plusYears(1) : next;
    }
  }

  /** First day; the first that is forecast when none was told. */
  Optional<LocalDate> first(LocalDate start) {
    return from.map(bound -> bound.first(start));
  }

  /** Last day; no end when none was told. */
  Optional<LocalDate> last(LocalDate start) {
    return until.map(
        bound -> {
          LocalDate last = bound.last(start);
          // "From November until February" ends in the year after it began.
          boolean wraps = bound.year == 0 && first(start).filter(last::isBefore).isPresent();
          return wraps ? last.plusYears(1) : last;
        });
  }

  /** What was told, and the text that is left without it. */
  record Told(ScenarioDays days, String rest) {}

  /**
   * Takes the days out of a part.
   *
   * @param text the whole part, for messages
   * @param bare without its change
   * @param stays whether what happens {@code in March} lasts, as a closure does
   * @throws IllegalArgumentException if something that should be a day is none
   */
  static Told read(String text, String bare, boolean stays) {
    Matcher between = BETWEEN.matcher(bare);
    if (between.find() && isDate(between.group(1)) && isDate(between.group(2))) {
      ScenarioDays days =
          new ScenarioDays(
              Optional.of(bound(text, between.group(1), 0)),
              Optional.of(bound(text, between.group(2), 0)));
      return new Told(days.ordered(text), without(bare, between));
    }
    ScenarioDays days = ALWAYS;
    String rest = bare;
    int at = 0;
    for (Matcher one = ONE.matcher(rest); one.find(at); one = ONE.matcher(rest)) {
      if (isDate(one.group(2))) {
        days = days.with(text, one.group(1).toLowerCase(Locale.ROOT), one.group(2), stays);
        rest = without(rest, one);
        at = 0;
      } else {
        // "Income from tiktok" names no day.
        at = one.end(1);
      }
    }
    Matcher lasting = LASTING.matcher(rest);
    if (lasting.find()) {
      throw ScenarioText.wrong(
          text,
          "says \"%s\". Name its last day instead, as in: until 2026-03-31"
              .formatted(lasting.group()));
    }
    for (Matcher day = BARE.matcher(rest); day.find(); day = BARE.matcher(rest)) {
      days = days.with(text, "on", day.group(1), stays);
      rest = without(rest, day);
    }
    return new Told(days.ordered(text), rest);
  }

  /** Whether it is meant as a day: has digits, names a month or is a word for a time. */
  private static boolean isDate(String date) {
    return date.matches("(?i).*\\d.*|today|tomorrow|next|now|spring|summer|autumn|fall|winter")
        || month(date.split(" ", 2)[0]).isPresent();
  }

  private ScenarioDays with(String text, String word, String date, boolean stays) {
    return switch (word) {
      case "until", "till", "through" -> new ScenarioDays(from, Optional.of(bound(text, date, 0)));
      case "before" -> new ScenarioDays(from, Optional.of(bound(text, date, -1)));
      case "after" -> new ScenarioDays(Optional.of(bound(text, date, 1)), until);
      case "in", "during", "on" -> {
        // What closes in March stays closed; what falls in March falls in that month.
        Optional<Bound> in = Optional.of(bound(text, date, 0));
        yield new ScenarioDays(in, stays ? until : in);
      }
      default -> new ScenarioDays(Optional.of(bound(text, date, 0)), until);
    };
  }

  private ScenarioDays ordered(String text) {
    if (from.filter(one -> one.year > 0).isPresent()
        && until.filter(one -> one.year > 0).isPresent()) {
      LocalDate first = first(LocalDate.EPOCH).orElseThrow();
      LocalDate last = last(LocalDate.EPOCH).orElseThrow();
      if (first.isAfter(last)) {
        throw ScenarioText.wrong(
            text, "begins %s after it ends %s. Swap them".formatted(first, last));
      }
    }
    return this;
  }

  private static String without(String text, Matcher found) {
    return (text.substring(0, found.start()) + " " + text.substring(found.end()))
        .strip()
        .replaceAll("\\s+", " ");
  }

  private static Bound bound(String text, String date, int shift) {
    try {
      if (date.matches("\\d{4}-\\d{2}")) {
        YearMonth month = YearMonth.parse(date);
        return new Bound(month.getYear(), month.getMonthValue(), 0, shift);
      }
      Matcher words = WORDS.matcher(date);
      Optional<Month> month = words.matches() ? month(words.group("month")) : Optional.empty();
      if (month.isPresent()) {
        return bound(month.get().getValue(), words, shift);
      }
      LocalDate day = LocalDate.parse(date);
      return new Bound(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), shift);
    } catch (DateTimeException e) {
      IllegalArgumentException wrong =
          ScenarioText.wrong(
              text,
              "has %s, which is no day. Write 2026-03-01, 2026-03 or March 2026".formatted(date));
      wrong.initCause(e);
      throw wrong;
    }
  }

  private static Bound bound(int month, Matcher words, int shift) {
    String day = Optional.ofNullable(words.group("before")).orElse("");
    day = day.isEmpty() ? Optional.ofNullable(words.group("after")).orElse("0") : day;
    String year = Optional.ofNullable(words.group("year")).orElse("0");
    Bound bound = new Bound(Integer.parseInt(year), month, Integer.parseInt(day), shift);
    if (bound.day > 0) {
      // Refuses 31 February; of a year that was not told every year's days do.
      LocalDate.of(bound.year > 0 ? bound.year : 2024, month, bound.day);
    }
    return bound;
  }

  private static Optional<Month> month(String word) {
    String letters = word.replace(".", "");
    for (Month month : Month.values()) {
      if (letters.length() >= 3
          && month.name().regionMatches(true, 0, letters, 0, letters.length())) {
        return Optional.of(month);
      }
    }
    return Optional.empty();
  }
}
