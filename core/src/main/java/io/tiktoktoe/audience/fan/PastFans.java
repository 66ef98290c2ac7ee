package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.FanCount;
import io.tiktoktoe.audience.insight.FanDay;
import io.tiktoktoe.audience.insight.FanRate;
import io.tiktoktoe.audience.insight.FanTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The audience as it was known at the start of each of the last periods (person-period data), with
 * what became of it: whoever was active in the {@value #PERIOD} days before, or a sample of {@value
 * #SAMPLE} of them.
 */
public final class PastFans {

  /** Days of a period. */
  public static final int PERIOD = 30;

  /** Fans of one period that are kept at most. */
  static final int SAMPLE = 50_000;

  private static final int MOST_PERIODS = 12;

  private final FanColumns columns;
  private final List<Period> periods = new ArrayList<>();
  private int reached;
  private int reachedMoney;

  PastFans(FanColumns columns, int end) {
    this.columns = columns;
    for (int back = MOST_PERIODS; back >= 1; back--) {
      periods.add(new Period(end - back * PERIOD));
    }
    periods.add(new Period(end));
  }

  /**
   * One period and who was at risk at its start.
   *
   * <p>Columns by row: who, and what was known of them before {@link #start}.
   */
  public static final class Period {
    private final int start;
    private int atRisk;
    private int left;
    int[] fan = {};
    float[] recency = {};
    float[] tenure = {};
    float[] rate = {};
    float[] recent = {};
    float[] interactions = {};
    float[] activeDays = {};
    float[] purchases = {};
    boolean[] stayed = {};

    Period(int start) {
      this.start = start;
    }

    /** First day of the period, days since 1970. */
    public int start() {
      return start;
    }

    /** Who was active in the days before. */
    public int atRisk() {
      return atRisk;
    }

    /** Who of them did nothing in the period. */
    public int left() {
      return left;
    }

    int rows() {
      return fan.length;
    }
  }

  /** Tells that all rows of activity before a day were taken. */
  void reach(int day) {
    while (reached < periods.size() && periods.get(reached).start <= day) {
      close(periods.get(reached));
      reached++;
    }
  }

  /** Tells that all rows of money before a day were taken. */
  void reachMoney(int day) {
    while (reachedMoney < periods.size() && periods.get(reachedMoney).start <= day) {
      reach(Integer.MAX_VALUE);
      Period one = periods.get(reachedMoney++);
      for (int row = 0; row < one.rows(); row++) {
        one.purchases[row] = columns.counts[FanCount.PURCHASE_DAYS.ordinal()][one.fan[row]];
      }
    }
  }

  void finish() {
    reach(Integer.MAX_VALUE);
    reachMoney(Integer.MAX_VALUE);
  }

  private void close(Period one) {
    if (reached > 0) {
      judge(periods.get(reached - 1));
    }
    int[] last = columns.days[FanDay.LAST_ACTIVE.ordinal()];
    for (int fan = 0; fan < columns.size(); fan++) {
      one.atRisk += isAtRisk(last[fan], one.start) ? 1 : 0;
    }
    int every = Math.ceilDiv(Math.max(1, one.atRisk), SAMPLE);
    int kept = 0;
    int[] fans = new int[Math.min(one.atRisk, columns.size())];
    for (int fan = 0; fan < columns.size(); fan++) {
      if (isAtRisk(last[fan], one.start) && Math.floorMod(Integer.hashCode(fan * 0x9E3779B1), every) == 0) {
        fans[kept++] = fan;
      }
    }
    fill(one, fans, kept);
  }

  private static boolean isAtRisk(int lastActive, int start) {
    return lastActive != FanTable.NEVER && lastActive >= start - PERIOD;
  }

  private void fill(Period one, int[] fans, int rows) {
    one.fan = Arrays.copyOf(fans, rows);
    one.recency = new float[rows];
    one.tenure = new float[rows];
    one.rate = new float[rows];
    one.recent = new float[rows];
    one.interactions = new float[rows];
    one.activeDays = new float[rows];
    one.purchases = new float[rows];
    one.stayed = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      int fan = one.fan[row];
      int day = one.start - 1;
      one.recency[row] = day - columns.day(FanDay.LAST_ACTIVE, fan);
      one.tenure[row] = day - columns.day(FanDay.FIRST_ACTIVE, fan);
      one.rate[row] = (float) columns.rate(FanRate.ACTIVE_DAYS, fan, day);
      one.recent[row] = (float) columns.rate(FanRate.RECENT_DAYS, fan, day);
      one.interactions[row] = (float) columns.rate(FanRate.INTERACTIONS, fan, day);
      one.activeDays[row] = columns.counts[FanCount.ACTIVE_DAYS.ordinal()][fan];
    }
  }

  /** Says who of an earlier period has been seen since. */
  private void judge(Period one) {
    int[] last = columns.days[FanDay.LAST_ACTIVE.ordinal()];
    for (int row = 0; row < one.rows(); row++) {
      one.stayed[row] = last[one.fan[row]] >= one.start;
    }
    for (int fan = 0; fan < columns.size(); fan++) {
      one.left += isAtRisk(last[fan], one.start) && last[fan] < one.start ? 1 : 0;
    }
  }

  /** The periods before the end, oldest first, without those in which nobody was at risk. */
  public List<Period> over() {
    return periods.subList(0, periods.size() - 1).stream()
        .filter(period -> period.atRisk > 0)
        .toList();
  }

  /** Those who are at risk now. */
  public Period now() {
    return periods.getLast();
  }
}
