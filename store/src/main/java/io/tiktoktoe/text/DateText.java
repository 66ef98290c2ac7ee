package io.tiktoktoe.text;

import io.tiktoktoe.file.WrongValueException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates and times as exports write them: ISO, {@code Fri Sep 04 2026}, {@code 4 sept. 2026},
 * {@code 04.09.2026}, {@code 2026年9月4日}, {@code 20260904}, {@code 9/4/2026 8:45 PM}. With slashes
 * the order of day and month is what the file's own values prove, never a guess.
 */
public final class DateText {

  /**
   * Where a day without a time of day is put: at noon UTC it is the same calendar day in every zone
   * from UTC-12 to UTC+11:59.
   */
  static final LocalTime NOON = LocalTime.NOON;

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.年 ](\\d{1,2})[-/.月 ](\\d{1,2})日?");
  private static final Pattern COMPACT = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?!\\d)");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?!\\d)");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?(?:\\s*([ap])\\.?m\\.?)?");
  private static final Pattern OFFSET =
      Pattern.compile("(?:(?<=[\\d ])(z|utc|gmt)|([+-]\\d{2}):?(\\d{2})?)\\s*$");
  private static final Pattern EPOCH = Pattern.compile("\\d{10}|\\d{13}");
  private static final Pattern WORD = Pattern.compile("[a-z]{3,}");
  private static final Pattern DAY = Pattern.compile("(?<![\\d:])(\\d{1,2})(?![\\d:])");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(\\d{4})(?!\\d)");

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

  private static final int MAX_LENGTH = 64;

  /** Texts remembered: rows of one minute or day repeat theirs. */
  private static final int MAX_REMEMBERED = 10_000;

  private final Optional<Boolean> dayFirst;
  private final Map<String, Instant> remembered = new HashMap<>();

  private DateText(Optional<Boolean> dayFirst) {
    this.dayFirst = dayFirst;
  }

  /** A reader that takes the order of {@code 9/4/2026} from these samples. */
  public static DateText provenBy(Collection<String> samples) {
    boolean day = false;
    boolean month = false;
    for (String sample : samples) {
      Matcher matcher = YEAR_LAST.matcher(sample);
      if (matcher.find() && !matcher.group(2).equals(".")) {
        day |= Integer.parseInt(matcher.group(1)) > 12;
        month |= Integer.parseInt(matcher.group(3)) > 12;
      }
    }
    return new DateText(day == month ? Optional.empty() : Optional.of(day));
  }

  /**
   * The instant that {@code text} names.
   *
   * @param patterns patterns of {@link DateTimeFormatter} to use instead of recognising
   * @param zone the zone of a text without offset
   */
  public Instant read(String text, List<String> patterns, ZoneId zone) {
    if (text.length() > MAX_LENGTH) {
      throw new WrongValueException(text, "is too long for a date");
    }
    try {
      if (EPOCH.matcher(text).matches()) {
        long number = Long.parseLong(text);
        return text.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
      }
      if (!patterns.isEmpty()) {
        return byPattern(text, patterns, zone);
      }
      long micros = IsoTime.micros(text);
      if (micros != IsoTime.NONE) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
      }
      if (remembered.size() > MAX_REMEMBERED) {
        remembered.clear();
      }
      return remembered.computeIfAbsent(text + zone, key -> recognise(text, zone));
    } catch (DateTimeException e) {
      throw new WrongValueException(text, "is no date that exists");
    }
  }

  private static Instant byPattern(String text, List<String> patterns, ZoneId zone) {
    for (String pattern : patterns) {
      DateTimeFormatter formatter = formatter(pattern);
      try {
        return switch (formatter.parseBest(text, LocalDateTime::from, LocalDate::from)) {
          case LocalDateTime local -> local.atZone(zone).toInstant();
          case LocalDate date -> date.atTime(NOON).toInstant(ZoneOffset.UTC);
          default -> throw new IllegalStateException("A formatter gave what was not asked for.");
        };
      } catch (DateTimeParseException e) {
        // The next pattern may fit; the last failure is reported below.
        continue;
      }
    }
    throw new WrongValueException(text, "is no date like " + String.join(" or ", patterns));
  }

  private static DateTimeFormatter formatter(String pattern) {
    try {
      return DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"), Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException e) {
      throw new WrongValueException(pattern, "is no zone and no pattern such as d/M/yyyy");
    }
  }

  /** A date as written, with what was written beside it. */
  private record Written(LocalDate date, Optional<LocalTime> clock, Optional<ZoneOffset> offset) {}

  /**
   * The time that {@code text} names as it is written: a day without a time of day begins at
   * midnight, a month on its first day.
   *
   * @throws WrongValueException if it is no time, or may be either of two days
   */
  public Timestamp timestamp(String text) {
    Optional<Timestamp> iso = Timestamp.ofIso(text);
    if (iso.isPresent()) {
      return iso.get();
    }
    if (text.length() > MAX_LENGTH) {
      throw new WrongValueException(text, "is too long for a date");
    }
    try {
      Written written = written(text);
      LocalDateTime local = written.date().atTime(written.clock().orElse(LocalTime.MIDNIGHT));
      return Timestamp.of(local, written.offset());
    } catch (DateTimeException e) {
      throw new WrongValueException(text, "is no date that exists");
    }
  }

  /** Whether day and month of {@code text} may stand in either order, as far as is proven. */
  public boolean isAmbiguous(String text) {
    Matcher matcher = YEAR_LAST.matcher(text);
    return dayFirst.isEmpty() && matcher.find() && !matcher.group(2).equals(".");
  }

  private Instant recognise(String text, ZoneId zone) {
    Written written = written(text);
    if (written.clock().isEmpty()) {
      return written.date().atTime(NOON).toInstant(ZoneOffset.UTC);
    }
    LocalDateTime local = written.date().atTime(written.clock().get());
    return written.offset().isPresent()
        ? local.toInstant(written.offset().get())
        : local.atZone(zone).toInstant();
  }

  private Written written(String text) {
    String plain =
        Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    Matcher clock = CLOCK.matcher(plain);
    boolean hasClock = clock.find();
    String datePart = hasClock ? plain.substring(0, clock.start()).replaceAll("t$", "") : plain;
    LocalDate date = date(datePart.strip(), hasClock ? plain.substring(clock.end()) : "");
    if (!hasClock) {
      return new Written(date, Optional.empty(), Optional.empty());
    }
    Optional<LocalTime> time = Optional.of(clock(clock));
    Matcher offset =
        OFFSET.matcher(plain.substring(clock.end(4) > 0 ? clock.end(4) : clock.end(2)));
    if (!offset.find()) {
      return new Written(date, time, Optional.empty());
    }
    if (offset.group(1) != null) {
      return new Written(date, time, Optional.of(ZoneOffset.UTC));
    }
    String minutes = offset.group(3) == null ? "00" : offset.group(3);
    return new Written(date, time, Optional.of(ZoneOffset.of(offset.group(2) + ":" + minutes)));
  }

  private static LocalTime clock(Matcher clock) {
    int hour = Integer.parseInt(clock.group(1));
    if (clock.group(5) != null) {
      hour = hour % 12 + (clock.group(5).equals("p") ? 12 : 0);
    }
    int second = clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
    String fraction = clock.group(4) == null ? "" : clock.group(4);
    int nano = Integer.parseInt((fraction + "000000000").substring(0, 9));
    return LocalTime.of(hour, Integer.parseInt(clock.group(2)), second, nano);
  }

  private LocalDate date(String text, String rest) {
    Matcher matcher = YEAR_FIRST.matcher(text);
    if (matcher.find()) {
      return of(matcher.group(1), matcher.group(2), matcher.group(3));
    }
    matcher = YEAR_LAST.matcher(text);
    if (matcher.find()) {
      boolean first =
          matcher.group(2).equals(".")
              || dayFirst.orElseThrow(
                  () ->
                      new WrongValueException(
                          text,
                          "may be day/month or month/day: map it with time(column, 'M/d/yyyy')"));
      return of(matcher.group(4), matcher.group(first ? 3 : 1), matcher.group(first ? 1 : 3));
    }
    matcher = COMPACT.matcher(text);
    if (matcher.find()) {
      return of(matcher.group(1), matcher.group(2), matcher.group(3));
    }
    return named(text, text + ' ' + rest);
  }

  private static LocalDate named(String text, String everything) {
    Matcher year = YEAR.matcher(everything);
    Matcher day = DAY.matcher(text);
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      Integer month = MONTHS.get(word.group().substring(0, Math.min(4, word.group().length())));
      if (month == null) {
        month = MONTHS.get(word.group().substring(0, 3));
      }
      if (month != null && year.find() && day.find()) {
        return LocalDate.of(Integer.parseInt(year.group(1)), month, Integer.parseInt(day.group(1)));
      }
    }
    throw new WrongValueException(text, "is not a date");
  }

  private static LocalDate of(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }
}
