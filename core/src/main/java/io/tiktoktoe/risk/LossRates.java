package io.tiktoktoe.risk;

import io.tiktoktoe.stats.CountTests;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Resampling;
import io.tiktoktoe.stats.Resampling.Blocks;
import java.util.ArrayList;
import java.util.List;

/**
 * Loss ratios, the shares of gross income that go back, with the delete-one-week jackknife interval
 * of a ratio (days when there are less than four weeks). When nothing came back, the upper end is
 * what n equal sales without a reversal still allow at 95%: 1 - 0.05^(1/n).
 */
final class LossRates {

  private LossRates() {}

  /** Refunds and chargebacks of the days from inclusive to exclusive; empty without gross. */
  static List<LossRate> of(IncomeHistory.Reversals amounts, int from, int to) {
    List<LossRate> rates = new ArrayList<>();
    long gross = sum(amounts.gross(), from, to);
    if (gross > 0) {
      long sales = sum(amounts.sales(), from, to);
      rates.add(rate("refunds", amounts.refunds(), amounts.gross(), sales, from, to));
      rates.add(rate("chargebacks", amounts.chargebacks(), amounts.gross(), sales, from, to));
    }
    return rates;
  }

  private static LossRate rate(
      String kind, long[] back, long[] gross, long sales, int from, int to) {
    long amount = sum(back, from, to);
    long of = sum(gross, from, to);
    double rate = amount / (double) of;
    Interval interval;
    if (amount == 0) {
      double most = CountTests.mostWithoutSuccess(Math.max(1, sales), Interval.WIDE);
      interval = new Interval(0, most, Interval.WIDE);
    } else {
      interval = jackknife(rate, back, gross, from, to);
    }
    return new LossRate(kind, amount, of, rate, interval);
  }

  private static Interval jackknife(double rate, long[] back, long[] gross, int from, int to) {
    Blocks weeks = Resampling.weeks(from, to);
    if (weeks.count() < 2) {
      return new Interval(Math.min(0, rate), Math.max(1, rate), Interval.WIDE);
    }
    double allBack = sum(back, from, to);
    double allGross = sum(gross, from, to);
    Interval interval =
        Resampling.jackknife(
                weeks.count(),
                rate,
                left -> {
                  // The days left over before the first week go with it.
                  int start = left == 0 ? from : weeks.first(left);
                  int end = weeks.first(left + 1);
                  double otherGross = allGross - sum(gross, start, end);
                  return otherGross > 0 ? (allBack - sum(back, start, end)) / otherGross : rate;
                })
            .interval(Interval.WIDE);
    return new Interval(
        Math.max(Math.min(0, rate), interval.lo()), interval.hi(), interval.confidence());
  }

  private static long sum(long[] values, int from, int to) {
    long sum = 0;
    for (int at = from; at < to; at++) {
      sum = Math.addExact(sum, values[at]);
    }
    return sum;
  }
}
