package io.tiktoktoe.risk;

import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

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
      interval = new Interval(0, 1 - Math.pow(0.05, 1.0 / Math.max(1, sales)), 0.95);
    } else {
      interval = jackknife(rate, back, gross, from, to);
    }
    return new LossRate(kind, amount, of, rate, interval);
  }

  private static Interval jackknife(double rate, long[] back, long[] gross, int from, int to) {
    int block = to - from >= 28 ? 7 : 1;
    int blocks = (to - from + block - 1) / block;
    double allBack = sum(back, from, to);
    double allGross = sum(gross, from, to);
    if (blocks < 2) {
      return new Interval(Math.min(0, rate), Math.max(1, rate), 0.95);
    }
    double squares = 0;
    for (int left = 0; left < blocks; left++) {
      int start = from + left * block;
      int end = Math.min(to, start + block);
      double otherGross = allGross - sum(gross, start, end);
      double other = otherGross > 0 ? (allBack - sum(back, start, end)) / otherGross : rate;
      squares += (other - rate) * (other - rate);
    }
    double error = Math.sqrt(squares * (blocks - 1) / blocks);
    double reach = error * TDistribution.of(blocks - 1).inverseSurvivalProbability(0.025);
    return new Interval(Math.max(Math.min(0, rate), rate - reach), rate + reach, 0.95);
  }

  private static long sum(long[] values, int from, int to) {
    long sum = 0;
    for (int at = from; at < to; at++) {
      sum = Math.addExact(sum, values[at]);
    }
    return sum;
  }
}
