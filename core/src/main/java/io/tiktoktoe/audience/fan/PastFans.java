package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.FanCount;
import io.tiktoktoe.audience.insight.FanDay;
import io.tiktoktoe.audience.insight.FanRate;
import io.tiktoktoe.audience.insight.FanTable;
import io.tiktoktoe.audience.insight.PastPeriod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps the audience as it was known at the start of each of the last periods, with what became of
 * it: whoever was active in the period before, or a sample of {@value #SAMPLE} of them.
 */
final class PastFans {

  /** Fans of one period that are kept at most. */
  static final int SAMPLE = 25_000;

  private static final int MOST_PERIODS = 12;
  private static final int SPREAD = 0x9E3779B1;

  private final FanColumns columns;
  private final List<Open> periods = new ArrayList<>();
  private int reached;
  private int reachedMoney;

  PastFans(FanColumns columns, int end) {
    this.columns = columns;
    for (int back = MOST_PERIODS; back >= 0; back--) {
      periods.add(new Open(end - back * PastPeriod.DAYS));
    }
  }

  /** A period whose end was not reached yet. */
  private static final class Open {
    private final int start;
    private int atRisk;
    private int left;
    private int[] fan = {};
    private float[][] known = {};
    private boolean[] stayed = {};

    Open(int start) {
      this.start = start;
    }

    PastPeriod closed() {
      return new PastPeriod(
          start, atRisk, left, fan, known[0], known[1], known[2], known[3], known[4], known[5],
          known[6], stayed);
    }
  }

  /** Tells that all rows of activity before a day were taken. */
  void reach(int day) {
    while (reached < periods.size() && periods.get(reached).start <= day) {
      if (reached > 0) {
        judge(periods.get(reached - 1));
      }
      begin(periods.get(reached));
      reached++;
    }
  }

  /** Tells that all rows of money before a day were taken. */
  void reachMoney(int day) {
    while (reachedMoney < periods.size() && periods.get(reachedMoney).start <= day) {
      reach(Integer.MAX_VALUE);
      Open one = periods.get(reachedMoney++);
      for (int row = 0; row < one.fan.length; row++) {
        one.known[6][row] = columns.counts[FanCount.PURCHASE_DAYS.ordinal()][one.fan[row]];
      }
    }
  }

  private void begin(Open one) {
    int[] last = columns.days[FanDay.LAST_ACTIVE.ordinal()];
    for (int fan = 0; fan < columns.size(); fan++) {
      one.atRisk += isAtRisk(last[fan], one.start) ? 1 : 0;
    }
    int every = Math.ceilDiv(Math.max(1, one.atRisk), SAMPLE);
    int kept = 0;
    int[] fans = new int[one.atRisk];
    for (int fan = 0; fan < columns.size(); fan++) {
      if (isAtRisk(last[fan], one.start) && Math.floorMod(fan * SPREAD >>> 8, every) == 0) {
        fans[kept++] = fan;
      }
    }
    one.fan = Arrays.copyOf(fans, kept);
    one.stayed = new boolean[kept];
    one.known = new float[7][kept];
    int day = one.start - 1;
    for (int row = 0; row < kept; row++) {
      int fan = one.fan[row];
      one.known[0][row] = day - columns.day(FanDay.LAST_ACTIVE, fan);
      one.known[1][row] = day - columns.day(FanDay.FIRST_ACTIVE, fan);
      one.known[2][row] = (float) columns.rate(FanRate.ACTIVE_DAYS, fan, day);
      one.known[3][row] = (float) columns.rate(FanRate.RECENT_DAYS, fan, day);
      one.known[4][row] = (float) columns.rate(FanRate.INTERACTIONS, fan, day);
      one.known[5][row] = columns.counts[FanCount.ACTIVE_DAYS.ordinal()][fan];
    }
  }

  private static boolean isAtRisk(int lastActive, int start) {
    return lastActive != FanTable.NEVER && lastActive >= start - PastPeriod.DAYS;
  }

  /** Says who of an earlier period has been seen since. */
  private void judge(Open one) {
    int[] last = columns.days[FanDay.LAST_ACTIVE.ordinal()];
    for (int row = 0; row < one.fan.length; row++) {
      one.stayed[row] = last[one.fan[row]] >= one.start;
    }
    for (int fan = 0; fan < columns.size(); fan++) {
      one.left += isAtRisk(last[fan], one.start) && last[fan] < one.start ? 1 : 0;
    }
  }

  /** Once all rows were taken: the periods before the end, without those where nobody was there. */
  List<PastPeriod> closed() {
    reach(Integer.MAX_VALUE);
    reachMoney(Integer.MAX_VALUE);
    return periods.subList(0, periods.size() - 1).stream()
        .filter(period -> period.atRisk > 0)
        .map(Open::closed)
        .toList();
  }
}
