package io.tiktoktoe.table;

import io.tiktoktoe.text.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Evenly spaced times with holes: the widest spacing of which every difference is a multiple, or
 * whole months when all times fall on the same day of the month or on its last, or when no calendar
 * month has two of them and most months have one, or {@linkplain RetailMonths retail months}.
 *
 * @param positions of each time on the grid, the first is 0
 * @param width from one position to the next
 */
record TimeGrid(long[] positions, TemporalAmount width) {

  /** Shortest month: closer times are no months. */
  private static final long MONTH_MILLIS = Duration.ofDays(28).toMillis();

  /** A grid with more holes than this per time is a coincidence of uneven times. */
  private static final int MAX_HOLES = 30;

  /** Share of spacings that must ask for a finer grid than the usual one. */
  private static final double MIN_SHARE_OFF = 0.1;

  /** Fewer times on different days of their months are no months. */
  private static final int LEAST_MONTHS = 4;

  /** The grid of {@code count} times in milliseconds; empty when they do not rise evenly. */
  static Optional<TimeGrid> of(long[] times, int count) {
    if (count == 1) {
      return Optional.of(new TimeGrid(new long[1], Duration.ofDays(1)));
    }
    for (int i = 1; i < count; i++) {
      if (times[i] <= times[i - 1]) {
        return Optional.empty();
      }
    }
    Optional<TimeGrid> months = ofMonths(times, count);
    if (months.isPresent()) {
      return months;
    }
    if (RetailMonths.of(times, count).isPresent()) {
      return Optional.of(new TimeGrid(LongStream.range(0, count).toArray(), Period.ofMonths(1)));
    }
    return isEven(times, count) || !isMonthly(times, count)
        ? ofDurations(times, count)
        : Optional.of(ofMonthsAlone(months(times, count)));
  }

  private static boolean isEven(long[] times, int count) {
    for (int i = 2; i < count; i++) {
      if (times[i] - times[i - 1] != times[1] - times[0]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether no calendar month has two times and most follow on the month before: such as the 30th,
   * which February has not, or the last business day.
   */
  private static boolean isMonthly(long[] times, int count) {
    long[] months = months(times, count);
    int next = 0;
    for (int i = 1; i < count; i++) {
      if (months[i] == months[i - 1]) {
        return false;
      }
      next += months[i] == months[i - 1] + 1 ? 1 : 0;
    }
    return count >= LEAST_MONTHS && 2 * next > count - 1;
  }

  /** Months from the first time to each. */
  private static long[] months(long[] times, int count) {
    LocalDateTime first = Timestamp.toLocal(times[0]);
    long[] months = new long[count];
    for (int i = 0; i < count; i++) {
      LocalDateTime time = Timestamp.toLocal(times[i]);
      months[i] =
          (time.getYear() - first.getYear()) * 12L + time.getMonthValue() - first.getMonthValue();
    }
    return months;
  }

  private static TimeGrid ofMonthsAlone(long[] months) {
    long divisor = 0;
    for (long month : months) {
      divisor = greatestCommonDivisor(month, divisor);
    }
    long width = divisor;
    return new TimeGrid(
        Arrays.stream(months).map(month -> month / width).toArray(), Period.ofMonths((int) width));
  }

  /** How many positions it spans, holes included. */
  long length() {
    return positions[positions.length - 1] + 1;
  }

  /** The index of the first time that is not a usual spacing after the one before it. */
  static int firstOff(long[] times, int count) {
    long usual = usualMillis(times, count);
    for (int i = 1; i < count; i++) {
      if ((times[i] - times[i - 1]) % usual != 0) {
        return i;
      }
    }
    return count - 1;
  }

  /** The most frequent spacing, for people. */
  static String usualWidth(long[] times, int count) {
    return Duration.ofMillis(usualMillis(times, count)).toString().substring(2);
  }

  private static long usualMillis(long[] times, int count) {
    Map<Long, Integer> counts = new HashMap<>();
    for (int i = 1; i < count; i++) {
      counts.merge(times[i] - times[i - 1], 1, Integer::sum);
    }
    long usual = times[1] - times[0];
    for (Map.Entry<Long, Integer> entry : counts.entrySet()) {
      int more = Integer.compare(entry.getValue(), counts.getOrDefault(usual, 0));
      if (more > 0 || (more == 0 && entry.getKey() < usual)) {
        usual = entry.getKey();
      }
    }
    return Math.max(usual, 1);
  }

  private static Optional<TimeGrid> ofDurations(long[] times, int count) {
    long divisor = 0;
    for (int i = 1; i < count; i++) {
      divisor = greatestCommonDivisor(times[i] - times[i - 1], divisor);
    }
    long[] positions = new long[count];
    for (int i = 0; i < count; i++) {
      positions[i] = (times[i] - times[0]) / divisor;
    }
    return isAccident(times, count, divisor)
        ? Optional.empty()
        : Optional.of(new TimeGrid(positions, Duration.ofMillis(divisor)));
  }

  /**
   * Whether {@code divisor} is none that anybody meant: uneven times also have a common divisor,
   * but a tiny one, or one that only a few of the times ask for.
   */
  private static boolean isAccident(long[] times, int count, long divisor) {
    long usual = usualMillis(times, count);
    int off = 0;
    for (int i = 1; i < count; i++) {
      if ((times[i] - times[i - 1]) % usual != 0) {
        off++;
      }
    }
    return usual / divisor > MAX_HOLES || (off > 0 && off < MIN_SHARE_OFF * (count - 1));
  }

  private static Optional<TimeGrid> ofMonths(long[] times, int count) {
    LocalDateTime first = Timestamp.toLocal(times[0]);
    boolean sameDay = true;
    boolean lastDays = true;
    for (int i = 0; i < count; i++) {
      LocalDateTime time = Timestamp.toLocal(times[i]);
      boolean tooClose = i > 0 && times[i] - times[i - 1] < MONTH_MILLIS;
      if (tooClose || !time.toLocalTime().equals(first.toLocalTime())) {
        return Optional.empty();
      }
      sameDay &= time.getDayOfMonth() == first.getDayOfMonth();
      lastDays &= time.getDayOfMonth() == YearMonth.from(time).lengthOfMonth();
    }
    return sameDay || lastDays
        ? Optional.of(ofMonthsAlone(months(times, count)))
        : Optional.empty();
  }

  private static long greatestCommonDivisor(long a, long b) {
    long x = a;
    long y = b;
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }
}
