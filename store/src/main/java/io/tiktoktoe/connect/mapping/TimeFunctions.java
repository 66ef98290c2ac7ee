package io.tiktoktoe.connect.mapping;

import io.tiktoktoe.file.WrongValueException;
import io.tiktoktoe.text.DateText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The functions on times and lengths of time. */
final class TimeFunctions {

  /** Above this an epoch counts milliseconds: as seconds it would be the year 5138. */
  private static final long MILLISECONDS_FROM = 100_000_000_000L;

  private TimeFunctions() {}

  static String compute(Function function, List<String> values, DateText dates) {
    String first = values.getFirst();
    if (first.isEmpty()) {
      return "";
    }
    return switch (function) {
      case TIME -> instant(values, dates).toString();
      case DAY -> instant(values, dates).atOffset(ZoneOffset.UTC).toLocalDate().toString();
      case EPOCH -> epoch(first);
      case MILLISECONDS -> milliseconds(first, values.get(1));
      case CLOCK -> clock(first);
      default -> throw new IllegalStateException(function + " is no function on times.");
    };
  }

  private static Instant instant(List<String> values, DateText dates) {
    List<String> patterns = new ArrayList<>();
    ZoneId zone = ZoneOffset.UTC;
    for (String argument : values.subList(1, values.size())) {
      Optional<ZoneId> named = Zones.named(argument);
      if (named.isPresent()) {
        zone = named.get();
      } else if (!argument.isEmpty()) {
        patterns.add(argument);
      }
    }
    return dates.read(values.getFirst(), patterns, zone);
  }

  private static String epoch(String text) {
    BigDecimal number = NumberFunctions.plain(text);
    boolean millis = number.abs().compareTo(BigDecimal.valueOf(MILLISECONDS_FROM)) >= 0;
    BigDecimal seconds = millis ? number.movePointLeft(3) : number;
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    try {
      return Instant.ofEpochSecond(
              whole.longValueExact(), seconds.subtract(whole).movePointRight(9).longValue())
          .toString();
    } catch (DateTimeException | ArithmeticException e) {
      throw new WrongValueException(text, "is no time that exists");
    }
  }

  private static String milliseconds(String number, String unit) {
    long scale =
        switch (unit) {
          case "hours" -> 3_600_000;
          case "minutes" -> 60_000;
          case "seconds" -> 1_000;
          default ->
              throw new WrongValueException(unit, "is no unit: use hours, minutes or seconds");
        };
    BigDecimal value = NumberFunctions.plain(number).multiply(BigDecimal.valueOf(scale));
    return NumberFunctions.whole(value.setScale(0, RoundingMode.HALF_UP), number);
  }

  /** {@code 1:02:03}, {@code 02:03} or plain seconds. */
  private static String clock(String text) {
    long seconds = 0;
    String[] parts = text.split(":", -1);
    if (parts.length > 3) {
      throw new WrongValueException(text, "is not hours:minutes:seconds");
    }
    for (String part : parts) {
      if (!part.matches("\\d{1,6}")) {
        throw new WrongValueException(text, "is not hours:minutes:seconds");
      }
      seconds = seconds * 60 + Long.parseLong(part);
    }
    return Long.toString(seconds * 1000);
  }
}
