package io.tiktoktoe.audience.insight;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * An audience as of one day in columns (a column store): one row is one fan, whose ids on several
 * platforms are joined. Arrays are those that were given; nobody may change them.
 *
 * @param through the last day that counts
 * @param ids the store's number of each fan
 * @param days days since 1970 by {@link FanDay}, then by fan; {@link #NEVER} where there is none
 * @param counts by {@link FanCount}, then by fan
 * @param rates decayed counts by {@link FanRate}, then by fan
 * @param activeMonths by fan: bit 0 for an action in the month (UTC) of the last day, bit 1 in the
 *     month before, and so on
 * @param stream ordinal of the first stream paid through, -1 without
 * @param platform where first seen, by its place in {@link AudienceFacts#platforms}
 * @param content first content, by its place in {@link AudienceFacts#contents}, -1 without
 * @param referrer who brought the fan, by number, -1 without
 */
public record FanTable(
    LocalDate through,
    long[] ids,
    int[][] days,
    long[][] counts,
    double[][] rates,
    long[] activeMonths,
    int[] stream,
    int[] platform,
    int[] content,
    int[] referrer) {

  /** No such day. */
  public static final int NEVER = Integer.MIN_VALUE;

  public FanTable {
    if (days.length != FanDay.values().length
        || counts.length != FanCount.values().length
        || rates.length != FanRate.values().length) {
      throw new IllegalArgumentException(
          "days (%d), counts (%d) and rates (%d) need one column for each kind."
              .formatted(days.length, counts.length, rates.length));
    }
  }

  /** How many fans. */
  public int size() {
    return ids.length;
  }

  /** The first day that does not count any more, days since 1970. */
  public int end() {
    return Math.toIntExact(through.toEpochDay() + 1);
  }

  /** A day of a fan, days since 1970, or {@link #NEVER}. */
  public int day(FanDay which, int fan) {
    return days[which.ordinal()][fan];
  }

  /** A count of a fan. */
  public long count(FanCount which, int fan) {
    return counts[which.ordinal()][fan];
  }

  /** A decayed count of a fan. */
  public double rate(FanRate which, int fan) {
    return rates[which.ordinal()][fan];
  }

  /** The sum over all fans. */
  public long total(FanCount which) {
    return Arrays.stream(counts[which.ordinal()]).reduce(0, Math::addExact);
  }

  /** Whole days since the fan was last active; since they were first seen if they never were. */
  public int recency(int fan) {
    int last = day(FanDay.LAST_ACTIVE, fan);
    return end() - 1 - (last == NEVER ? day(FanDay.FIRST_SEEN, fan) : last);
  }

  /** Whole days since the fan was first seen. */
  public int tenure(int fan) {
    return end() - 1 - day(FanDay.FIRST_SEEN, fan);
  }
}
