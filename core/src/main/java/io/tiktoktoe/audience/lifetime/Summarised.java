package io.tiktoktoe.audience.lifetime;

import java.util.Arrays;

/** Recency and frequency of each customer of a log up to a day. */
final class Summarised {

  /** Days of the unit of time: weeks, as the literature has them. */
  static final double UNIT_DAYS = 7;

  private Summarised() {}

  static PurchaseSummaries of(PurchaseLog log, int until) {
    int n = log.customers();
    int[] x = new int[n];
    double[] recency = new double[n];
    double[] age = new double[n];
    double[] gaps = new double[n];
    double[] spend = new double[log.priced() ? n : 0];
    int[] priced = new int[spend.length];
    Arrays.fill(age, Double.NaN);
    Arrays.fill(spend, Double.NaN);
    for (int one = 0; one < n; one++) {
      int start = log.start(one);
      int end = log.end(one, until);
      if (end == start) {
        continue;
      }
      x[one] = end - start - 1;
      recency[one] = (log.day(end - 1) - log.day(start)) / UNIT_DAYS;
      age[one] = ((double) until - log.day(start)) / UNIT_DAYS;
      for (int at = start + 1; at < end; at++) {
        gaps[one] += Math.log((log.day(at) - log.day(at - 1)) / UNIT_DAYS);
      }
      if (log.priced()) {
        spend(log, one, start, end, spend, priced);
      }
    }
    return new PurchaseSummaries(x, recency, age, gaps, spend, priced);
  }

  /** The mean of the repeats, net of what went back; unknown when nothing is left. */
  private static void spend(
      PurchaseLog log, int one, int start, int end, double[] spend, int[] priced) {
    double sum = 0;
    int count = 0;
    for (int at = start + 1; at < end; at++) {
      sum += log.amount(at) - log.refund(at);
      count++;
    }
    if (count > 0 && sum > 0) {
      spend[one] = sum / count;
      priced[one] = count;
    }
  }
}
