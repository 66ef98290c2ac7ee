package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.terminal.UsageException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lengths of time of the command line. */
public final class Lengths {

  private static final Pattern LENGTH = Pattern.compile("(\\d{1,5})([hdw])");

  private Lengths() {}

  /** Hours, days or weeks such as 6h, 30d or 4w, given as {@code option}. */
  public static Duration parse(String option, String text) {
    Matcher length = LENGTH.matcher(text.strip());
    if (!length.matches()) {
      throw new UsageException(
          "%s (%s) is no length. Write hours, days or weeks: 6h, 30d or 4w."
              .formatted(option, text));
    }
    long number = Long.parseLong(length.group(1));
    return switch (length.group(2)) {
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> Duration.ofDays(7 * number);
    };
  }
}
