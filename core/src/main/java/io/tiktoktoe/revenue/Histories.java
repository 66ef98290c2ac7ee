package io.tiktoktoe.revenue;

import io.tiktoktoe.answer.AmountUnit;
import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.revenue.cells.Cells;
import io.tiktoktoe.revenue.cells.LocalSeries;
import io.tiktoktoe.revenue.insight.Dimension;
import io.tiktoktoe.risk.IncomeHistory;
import io.tiktoktoe.series.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Daily income series: the whole days before the present, as forecasting and risk take them. */
final class Histories {

  private Histories() {}

  /**
   * Daily net income of each stream from the first income on, minor units: what every forecast of a
   * creator's income is made of. A day on which more went back than came in is set off against the
   * days after it, as platforms do with payouts: sums stay, and a forecast need not fall below
   * zero. Only a stream that loses money in all keeps its signs. Newest days that are {@linkplain
   * UnreportedDays not reported yet} are NaN.
   *
   * @param endDay first local day that is not over, days since 1970-01-01
   */
  static HistoricalMetrics forForecast(Cells cells, int endDay, CreatorProfile creator) {
    int first = firstDay(cells, endDay);
    List<Series> series = new ArrayList<>();
    boolean nonNegative = true;
    for (Stream stream : Stream.values()) {
      LocalSeries days =
          LocalSeries.days(cells, stream.label(), stream.ordinal(), first, endDay, creator.zone());
      double[] settled = setOff(days.series().toArray());
      nonNegative &= Arrays.stream(settled).allMatch(value -> value >= 0);
      series.add(Series.of(stream.label(), UnreportedDays.unknown(settled)));
    }
    return new HistoricalMetrics(
            LocalDate.ofEpochDay(first).atStartOfDay(), Granularity.DAY, series, nonNegative)
        .in(AmountUnit.minorOf(creator.currency()));
  }

  /** Carries what is below zero on to later days, and what is left at the end back. */
  static double[] setOff(double[] days) {
    double[] settled = days.clone();
    if (Arrays.stream(days).sum() < 0) {
      return settled;
    }
    double owed = 0;
    for (int day = 0; day < settled.length; day++) {
      double left = settled[day] + owed;
      settled[day] = Math.max(0, left);
      owed = Math.min(0, left);
    }
    for (int day = settled.length - 1; day >= 0 && owed < 0; day--) {
      double left = settled[day] + owed;
      settled[day] = Math.max(0, left);
      owed = Math.min(0, left);
    }
    return settled;
  }

  /**
   * Daily net income by platform and stream, and what went back.
   *
   * @param endDay first local day that is not over, days since 1970-01-01
   */
  static IncomeHistory forRisk(Cells cells, int endDay) {
    int first = firstDay(cells, endDay);
    int days = endDay - first;
    int platforms = cells.groups(Dimension.PLATFORM);
    long[][] byPlatform = new long[platforms][days];
    long[][] byStream = new long[Stream.values().length][days];
    IncomeHistory.Reversals reversals =
        new IncomeHistory.Reversals(new long[days], new long[days], new long[days], new long[days]);
    for (int at = 0; at < cells.size && cells.day[at] < endDay; at++) {
      int day = cells.day[at] - first;
      add(byPlatform[cells.code(Dimension.PLATFORM, at)], day, cells.net[at]);
      add(byStream[cells.stream(at)], day, cells.net[at]);
      add(reversals.gross(), day, cells.gross[at]);
      add(reversals.refunds(), day, cells.refunds[at]);
      add(reversals.chargebacks(), day, cells.chargebacks[at]);
      add(reversals.sales(), day, cells.count[at]);
    }
    List<String> names = new ArrayList<>();
    for (int platform = 0; platform < platforms; platform++) {
      names.add(cells.name(Dimension.PLATFORM, platform));
    }
    List<String> streams = Arrays.stream(Stream.values()).map(Stream::label).toList();
    return IncomeHistory.of(
        LocalDate.ofEpochDay(first), names, streams, byPlatform, byStream, reversals);
  }

  private static int firstDay(Cells cells, int endDay) {
    return cells.size == 0 ? endDay : Math.min(cells.day[0], endDay);
  }

  private static void add(long[] into, int at, long amount) {
    into[at] = Math.addExact(into[at], amount);
  }
}
