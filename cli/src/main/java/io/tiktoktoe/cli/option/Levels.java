package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.terminal.UsageException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the confidence of bands, in percent. */
public final class Levels {

  /** What bands have unless told otherwise. */
  public static final List<BigDecimal> STANDARD =
      List.of(BigDecimal.valueOf(68), BigDecimal.valueOf(95));

  /** Bands beyond 99% lie outside the quantiles that are kept. */
  private static final BigDecimal MAX = BigDecimal.valueOf(99);

  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(\\.\\d{1,6})?");

  private Levels() {}

  /** Levels such as 68 and 97.5, each once. */
  public static List<BigDecimal> parse(List<String> texts) {
    List<BigDecimal> levels = new ArrayList<>();
    for (String text : texts) {
      BigDecimal level = level(text.strip());
      if (levels.contains(level)) {
        throw new UsageException("--levels names %s twice. Name it once.".formatted(text.strip()));
      }
      levels.add(level);
    }
    return List.copyOf(levels);
  }

  private static BigDecimal level(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new UsageException(
          "--levels (%s) is no percentage. Write it like 68,97.5".formatted(text));
    }
    BigDecimal level = new BigDecimal(text).stripTrailingZeros();
    // Without a negative scale, so that 90 equals 90.0 and is written 90.
    level = level.scale() < 0 ? level.setScale(0) : level;
    if (level.signum() <= 0 || level.compareTo(MAX) > 0) {
      throw new UsageException("--levels (%s) must lie above 0 and be at most 99".formatted(text));
    }
    return level;
  }
}
