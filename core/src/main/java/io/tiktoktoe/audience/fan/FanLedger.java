package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.ActivityRows;
import io.tiktoktoe.audience.insight.AudienceFacts;
import io.tiktoktoe.audience.insight.AudienceFacts.FailedRenewal;
import io.tiktoktoe.audience.insight.AudienceFacts.Referrals;
import io.tiktoktoe.audience.insight.AudienceFacts.SubscriptionSpell;
import io.tiktoktoe.audience.insight.AudienceSegments;
import io.tiktoktoe.audience.insight.FanCount;
import io.tiktoktoe.audience.insight.FanDay;
import io.tiktoktoe.audience.insight.FanRate;
import io.tiktoktoe.audience.insight.FanSink;
import io.tiktoktoe.audience.insight.FanTable;
import io.tiktoktoe.audience.insight.MoneyRows;
import io.tiktoktoe.audience.insight.PastPeriod;
import io.tiktoktoe.metric.Stream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * Builds the features of an audience (recency, frequency, monetary value and more) from rows in
 * order of days, in one pass: some 400 bytes a fan, however many events there are. On the way it
 * keeps what was known on earlier days ({@link PastFans}), from which models learn without looking
 * ahead.
 */
public final class FanLedger implements FanSink {

  /** Days after which a day counts half. */
  public static final double HALF_LIFE = 28;

  private static final double MS_PER_MINUTE = 60_000;

  private final LocalDate through;
  private final int end;
  private final FanColumns columns = new FanColumns(HALF_LIFE);
  private final PastFans past;
  private int monthDay = FanTable.NEVER;
  private int monthBack;
  private final PurchaseRows purchases = new PurchaseRows();
  private long nobodyNet;

  /** Begins for an audience up to this day. */
  public FanLedger(LocalDate through) {
    this.through = through;
    this.end = Math.toIntExact(through.toEpochDay() + 1);
    this.past = new PastFans(columns, end);
  }

  @Override
  public void activity(ActivityRows rows) {
    for (int row = 0; row < rows.size(); row++) {
      int day = rows.day()[row];
      past.reach(day);
      int fan = rows.fan()[row];
      columns.meet(fan);
      columns.platforms[fan] |= 1L << Math.min(rows.platform()[row], Long.SIZE - 1);
      for (int count = 0; count < FanCount.OF_ACTIVITY; count++) {
        columns.counts[count][fan] += rows.counts()[count][row];
      }
      if (rows.counts()[FanCount.ACTIONS.ordinal()][row] > 0) {
        act(rows, row, fan, day);
      }
    }
  }

  private void act(ActivityRows rows, int row, int fan, int day) {
    if (columns.day(FanDay.FIRST_ACTIVE, fan) == FanTable.NEVER) {
      columns.set(FanDay.FIRST_ACTIVE, fan, day);
    }
    // The first day is certain to have an action: what comes after it tells how often.
    boolean first = columns.day(FanDay.FIRST_ACTIVE, fan) == day;
    columns.age(fan, day);
    if (columns.day(FanDay.LAST_ACTIVE, fan) != day) {
      columns.set(FanDay.LAST_ACTIVE, fan, day);
      columns.add(FanCount.ACTIVE_DAYS, fan, 1);
      columns.activeMonths[fan] |= 1L << monthsBack(day);
      if (!first) {
        columns.add(FanRate.ACTIVE_DAYS, fan, 1);
        columns.add(FanRate.RECENT_DAYS, fan, 1);
      }
    }
    if (!first) {
      long[][] counts = rows.counts();
      columns.add(
          FanRate.INTERACTIONS,
          fan,
          counts[FanCount.LIKES.ordinal()][row]
              + counts[FanCount.COMMENTS.ordinal()][row]
              + counts[FanCount.SHARES.ordinal()][row]);
      columns.add(FanRate.VIEWS, fan, counts[FanCount.VIEWS.ordinal()][row]);
      columns.add(
          FanRate.WATCH_MINUTES, fan, counts[FanCount.WATCH_MS.ordinal()][row] / MS_PER_MINUTE);
    }
  }

  private int monthsBack(int day) {
    if (day != monthDay) {
      LocalDate date = LocalDate.ofEpochDay(day);
      long months = ChronoUnit.MONTHS.between(YearMonth.from(date), YearMonth.from(through));
      monthDay = day;
      monthBack = (int) Math.min(months, Long.SIZE - 1);
    }
    return monthBack;
  }

  @Override
  public void money(MoneyRows rows) {
    for (int row = 0; row < rows.size(); row++) {
      past.reachMoney(rows.day()[row]);
      int fan = rows.fan()[row];
      if (fan == MoneyRows.NOBODY) {
        nobodyNet = Math.addExact(nobodyNet, rows.net()[row]);
      } else {
        columns.meet(fan);
        pay(rows, row, fan);
      }
    }
  }

  private void pay(MoneyRows rows, int row, int fan) {
    int day = rows.day()[row];
    int stream = rows.stream()[row];
    long net = rows.net()[row];
    columns.platforms[fan] |= 1L << Math.min(rows.platform()[row], Long.SIZE - 1);
    columns.add(FanCount.SALES, fan, rows.sales()[row]);
    columns.add(FanCount.REVERSALS, fan, rows.reversals()[row]);
    columns.add(FanCount.GROSS, fan, rows.gross()[row]);
    columns.add(FanCount.NET, fan, net);
    boolean sale = rows.sales()[row] > 0;
    if (sale && columns.day(FanDay.FIRST_SALE, fan) == FanTable.NEVER) {
      columns.set(FanDay.FIRST_SALE, fan, day);
      columns.firstStream[fan] = stream;
    }
    if (sale && stream >= 0) {
      columns.streams[fan] |= 1L << stream;
    }
    if (stream == Stream.SUBSCRIPTIONS.ordinal()) {
      columns.add(FanCount.SUBSCRIPTION_NET, fan, net);
    } else {
      purchase(fan, day, sale, net);
    }
  }

  private void purchase(int fan, int day, boolean sale, long net) {
    columns.add(FanCount.PURCHASE_NET, fan, net);
    purchases.add(fan, day, net);
    if (sale && columns.day(FanDay.FIRST_PURCHASE, fan) == FanTable.NEVER) {
      columns.set(FanDay.FIRST_PURCHASE, fan, day);
    }
    if (columns.day(FanDay.FIRST_PURCHASE, fan) == day) {
      columns.add(FanCount.FIRST_PURCHASE_NET, fan, net);
    }
    if (sale && columns.day(FanDay.LAST_PURCHASE, fan) != day) {
      columns.set(FanDay.LAST_PURCHASE, fan, day);
      columns.add(FanCount.PURCHASE_DAYS, fan, 1);
    }
  }

  /**
   * The audience as it was on its last day, once all rows were taken. Called once.
   *
   * @param facts what is known beside
   */
  public AudienceSegments audience(AudienceFacts facts) {
    List<PastPeriod> periods = past.closed();
    return new AudienceSegments(table(facts), facts, periods, purchases.log(), nobodyNet);
  }

  private FanTable table(AudienceFacts facts) {
    int fans = facts.ids().length;
    if (fans > 0) {
      columns.meet(fans - 1);
    }
    int[] referrer = new int[fans];
    Arrays.fill(referrer, -1);
    for (int fan = 0; fan < fans; fan++) {
      columns.set(FanDay.FIRST_SEEN, fan, facts.firstDay()[fan]);
      columns.add(FanCount.ACCOUNTS, fan, facts.accounts()[fan]);
      columns.add(FanCount.PLATFORMS, fan, Long.bitCount(columns.platforms[fan]));
      columns.add(FanCount.STREAMS, fan, Long.bitCount(columns.streams[fan]));
    }
    refer(facts.referrals(), referrer);
    subscribe(facts);
    return new FanTable(
        through,
        facts.ids(),
        cut(columns.days, fans),
        cut(columns.counts, fans),
        columns.ratesOn(end - 1, fans),
        Arrays.copyOf(columns.activeMonths, fans),
        Arrays.copyOf(columns.firstStream, fans),
        facts.firstPlatform(),
        facts.firstContent(),
        referrer);
  }

  private void refer(Referrals referrals, int[] referrer) {
    for (int edge = 0; edge < referrals.size(); edge++) {
      int fan = referrals.fan()[edge];
      int by = referrals.referrer()[edge];
      if (referrer[fan] < 0 && fan != by) {
        referrer[fan] = by;
        columns.add(FanCount.REFERRALS, by, 1);
        columns.add(
            FanCount.REFERRED_NET, by, Math.max(0, columns.counts[FanCount.NET.ordinal()][fan]));
      }
    }
  }

  private void subscribe(AudienceFacts facts) {
    for (SubscriptionSpell spell : facts.spells()) {
      if (!spell.gifted() && spell.end() == FanTable.NEVER) {
        columns.add(FanCount.SUBSCRIPTIONS, spell.fan(), 1);
        columns.add(FanCount.MONTHLY, spell.fan(), spell.monthly());
      }
    }
    for (FailedRenewal failure : facts.failures()) {
      columns.add(FanCount.FAILED_PAYMENTS, failure.fan(), 1);
      columns.add(FanCount.OPEN_FAILURES, failure.fan(), failure.open() ? 1 : 0);
    }
  }

  private static int[][] cut(int[][] columns, int size) {
    return Arrays.stream(columns).map(column -> Arrays.copyOf(column, size)).toArray(int[][]::new);
  }

  private static long[][] cut(long[][] columns, int size) {
    return Arrays.stream(columns).map(column -> Arrays.copyOf(column, size)).toArray(long[][]::new);
  }
}
