package io.tiktoktoe.text;

import io.tiktoktoe.file.DateHints;
import io.tiktoktoe.file.WrongValueException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
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
 * the order of day and month is what the file's own values prove or a person says, never a guess;
 * so is the year of dates that name none.
 */
public final class DateText {

  /**
   * Where a day without a time of day is put. At noon UTC it is the same calendar day from UTC-12
   * to UTC+11:59; the microsecond says that the clock is unknown, so that analyses count it on its
   * date in every zone.
   */
  public static final LocalTime NOON = LocalTime.of(12, 0, 0, 1_000);

  private static final Pattern CLOCK =
      Pattern.compile(
          "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?(?:\\s*([ap])\\.?m\\.?)?");
  private static final Pattern OFFSET =
      Pattern.compile("(?:(?<=[\\d ])(z|utc|gmt)|([+-]\\d{2}):?(\\d{2})?)\\s*$");
  private static final Pattern EPOCH =
      Pattern.compile("(\\d{10})(?:[.,](\\d{1,9})\\d*)?|(\\d{13}|\\d{16})(?:[.,]\\d+)?");

  private static final List<String> ORDERS = List.of("d/M", "M/d");

  private static final int MAX_LENGTH = 64;

  /** Texts remembered: rows of one minute or day repeat theirs. */
  private static final int MAX_REMEMBERED = 10_000;

  /** In a year that turns, months from here on are of the year before. */
  private static final int LATE_MONTHS = 7;

  private final Optional<Boolean> dayFirst;
  private final DateHints hints;
  private final boolean turns;
  private final Map<String, Instant> remembered = new HashMap<>();

  private DateText(Optional<Boolean> dayFirst, DateHints hints, boolean turns) {
    this.dayFirst = dayFirst;
    this.hints = hints;
    this.turns = turns;
  }

  /** A reader that takes the order of {@code 9/4/2026} from these samples. */
  public static DateText provenBy(Collection<String> samples) {
    return provenBy(samples, DateHints.NONE);
  }

  /** A reader of what is said, and else of what these samples prove. */
  public static DateText provenBy(Collection<String> samples, DateHints hints) {
    boolean day = false;
    boolean month = false;
    for (String sample : samples) {
      Optional<int[]> numbers = WrittenDate.slashed(sample);
      day |= numbers.isPresent() && numbers.get()[0] > 12;
      month |= numbers.isPresent() && numbers.get()[1] > 12;
    }
    Optional<Boolean> proven = day == month ? Optional.empty() : Optional.of(day);
    Optional<Boolean> order = hints.dayFirst().or(() -> proven);
    DateText reader = new DateText(order, hints, false);
    return hints.year().isPresent() ? new DateText(order, hints, reader.turns(samples)) : reader;
  }

  /** Whether the dates without a year go from December to January. */
  private boolean turns(Collection<String> samples) {
    boolean december = false;
    boolean january = false;
    for (String sample : samples) {
      Optional<WrittenDate> half = halfDate(sample);
      december |= half.isPresent() && half.get().month() == 12;
      january |= half.isPresent() && half.get().month() == 1;
    }
    return december && january;
  }

  private Optional<WrittenDate> halfDate(String text) {
    try {
      return Optional.of(read(plain(text), dayFirst))
          .map(Written::date)
          .filter(one -> one.year().isEmpty());
    } catch (WrongValueException | DateTimeException e) {
      // A sample only: the row is rejected with this reason when it is read.
      return Optional.empty();
    }
  }

  /** The first of these texts that is a date without a year, where none was said. */
  public Optional<String> withoutYear(Collection<String> samples) {
    return hints.year().isPresent()
        ? Optional.empty()
        : samples.stream().filter(sample -> halfDate(sample).isPresent()).findFirst();
  }

  /**
   * The instant that {@code text} names.
   *
   * @param patterns patterns of {@link DateTimeFormatter} to use instead of recognising; one of a
   *     date alone leaves the time of day and the offset behind it to be recognised; {@code M/d} or
   *     {@code d/M} alone is the usual order, which what is proven or said overrules
   * @param zone the zone of a text without offset
   */
  public Instant read(String text, List<String> patterns, ZoneId zone) {
    if (text.length() > MAX_LENGTH) {
      throw new WrongValueException(text, "is too long for a date");
    }
    try {
      Matcher epoch = EPOCH.matcher(text);
      if (epoch.matches()) {
        return epoch(text, epoch);
      }
      Optional<Boolean> order = isOrder(patterns) ? usualOrder(patterns) : dayFirst;
      if (!patterns.isEmpty() && !isOrder(patterns)) {
        return byPattern(text, patterns, zone);
      }
      long micros = IsoTime.micros(text);
      if (micros != IsoTime.NONE) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
      }
      if (remembered.size() > MAX_REMEMBERED) {
        remembered.clear();
      }
      return remembered.computeIfAbsent(
          text + zone,
          key -> {
            Written written = read(plain(text), order);
            return instant(day(text, written.date()), written, zone);
          });
    } catch (DateTimeException e) {
      throw new WrongValueException(text, "is no date that exists");
    }
  }

  /** Whether nothing is said but the order of day and month, as {@code M/d}. */
  public static boolean isOrder(List<String> patterns) {
    return patterns.size() == 1 && ORDERS.contains(patterns.getFirst());
  }

  /** What is proven or said goes before what is usual. */
  private Optional<Boolean> usualOrder(List<String> patterns) {
    return dayFirst.or(() -> Optional.of(patterns.getFirst().startsWith("d")));
  }

  private static Instant epoch(String text, Matcher epoch) {
    if (epoch.group(1) == null) {
      String digits = epoch.group(3);
      BigDecimal seconds =
          new BigDecimal(text.replace(',', '.')).movePointLeft(digits.length() - 10);
      long whole = seconds.longValue();
      return Instant.ofEpochSecond(
          whole, seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    }
    String fraction = epoch.group(2) == null ? "" : epoch.group(2);
    return Instant.ofEpochSecond(Long.parseLong(epoch.group(1)), nanos(fraction));
  }

  private static int nanos(String fraction) {
    return Integer.parseInt((fraction + "000000000").substring(0, 9));
  }

  private Instant byPattern(String text, List<String> patterns, ZoneId zone) {
    Clocked clocked = Clocked.of(plain(text));
    for (String pattern : patterns) {
      DateTimeFormatter formatter = formatter(pattern);
      try {
        return switch (formatter.parseBest(
            text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)) {
          case OffsetDateTime time -> time.toInstant();
          case LocalDateTime local -> local.atZone(zone).toInstant();
          case LocalDate date -> date.atTime(NOON).toInstant(ZoneOffset.UTC);
          default -> throw new IllegalStateException("A formatter gave what was not asked for.");
        };
      } catch (DateTimeParseException e) {
        Optional<LocalDate> date = dateOnly(clocked.date(), formatter);
        if (date.isPresent()) {
          return instant(date.get(), clocked, zone);
        }
      }
    }
    throw new WrongValueException(text, "is no date like " + String.join(" or ", patterns));
  }

  private static Optional<LocalDate> dateOnly(String text, DateTimeFormatter formatter) {
    try {
      return Optional.of(LocalDate.parse(text, formatter));
    } catch (DateTimeException e) {
      // The next pattern may fit; the caller reports where none does.
      return Optional.empty();
    }
  }

  private static DateTimeFormatter formatter(String pattern) {
    try {
      return new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern(pattern.replace('y', 'u'))
          .toFormatter(Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException e) {
      throw new WrongValueException(pattern, "is no zone and no pattern such as d/M/yyyy");
    }
  }

  /** A text before its time of day, the time of day and the offset behind it, and what remains. */
  private record Clocked(
      String date, String rest, Optional<LocalTime> clock, Optional<ZoneOffset> offset) {

    static Clocked of(String plain) {
      Matcher clock = CLOCK.matcher(plain);
      if (!clock.find()) {
        return new Clocked(plain.strip(), "", Optional.empty(), Optional.empty());
      }
      String date = plain.substring(0, clock.start()).replaceAll("[t,]?\\s*$", "").strip();
      Matcher offset =
          OFFSET.matcher(plain.substring(clock.end(4) > 0 ? clock.end(4) : clock.end(2)));
      Optional<ZoneOffset> zone = offset.find() ? Optional.of(offset(offset)) : Optional.empty();
      return new Clocked(date, plain.substring(clock.end()), Optional.of(clock(clock)), zone);
    }

    private static ZoneOffset offset(Matcher offset) {
      if (offset.group(1) != null) {
        return ZoneOffset.UTC;
      }
      String minutes = offset.group(3) == null ? "00" : offset.group(3);
      return ZoneOffset.of(offset.group(2) + ":" + minutes);
    }

    private static LocalTime clock(Matcher clock) {
      int hour = Integer.parseInt(clock.group(1));
      if (clock.group(5) != null) {
        hour = hour % 12 + (clock.group(5).equals("p") ? 12 : 0);
      }
      int second = clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
      String fraction = clock.group(4) == null ? "" : clock.group(4);
      return LocalTime.of(hour, Integer.parseInt(clock.group(2)), second, nanos(fraction));
    }
  }

  /** A date as written, with what was written beside it. */
  private record Written(WrittenDate date, Clocked beside) {}

  private static String plain(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private static Written read(String plain, Optional<Boolean> order) {
    Clocked clocked = Clocked.of(plain);
    return new Written(WrittenDate.of(clocked.date(), clocked.rest(), order), clocked);
  }

  private LocalDate day(String text, WrittenDate date) {
    if (date.year().isPresent()) {
      return date.in(0);
    }
    int year =
        hints
            .year()
            .orElseThrow(
                () -> new WrongValueException(text, "names no year: say it, such as --year 2026"));
    return date.in(turns && date.month() >= LATE_MONTHS ? year - 1 : year);
  }

  private static Instant instant(LocalDate date, Written written, ZoneId zone) {
    return instant(date, written.beside(), zone);
  }

  private static Instant instant(LocalDate date, Clocked beside, ZoneId zone) {
    if (beside.clock().isEmpty()) {
      return date.atTime(NOON).toInstant(ZoneOffset.UTC);
    }
    LocalDateTime local = date.atTime(beside.clock().get());
    return beside.offset().isPresent()
        ? local.toInstant(beside.offset().get())
        : local.atZone(zone).toInstant();
  }

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
      Written written = read(plain(text), dayFirst);
      LocalTime clock = written.beside().clock().orElse(LocalTime.MIDNIGHT);
      return Timestamp.of(day(text, written.date()).atTime(clock), written.beside().offset());
    } catch (DateTimeException e) {
      throw new WrongValueException(text, "is no date that exists");
    }
  }

  /** Whether day and month of {@code text} may stand in either order, as far as is proven. */
  public boolean isAmbiguous(String text) {
    return dayFirst.isEmpty() && WrittenDate.isSlashed(text);
  }
}
