package io.tiktoktoe.audience.lifetime;

import java.util.Arrays;

/** Recency and frequency of each customer of a log up to a day. */
final class Summarised {

  /** Days of the unit of time: weeks, as the literature has them. */
  static final double UNIT_DAYS = 7;

  private final PurchaseLog log;
  private final int until;
  private final int[] x;
  private final double[] recency;
  private final double[] age;
  private final double[] logGaps;
  private final double[] spend;
  private final int[] priced;
  private final double[] first;

  private Summarised(PurchaseLog log, int until) {
    int n = log.customers();
    this.log = log;
    this.until = until;
    this.x = new int[n];
    this.recency = new double[n];
    this.age = new double[n];
    this.logGaps = new double[n];
    this.spend = new double[log.priced() ? n : 0];
    this.priced = new int[spend.length];
    this.first = new double[spend.length];
    Arrays.fill(age, Double.NaN);
    Arrays.fill(spend, Double.NaN);
    Arrays.fill(first, Double.NaN);
  }

  static PurchaseSummaries of(PurchaseLog log, int until) {
    Summarised all = new Summarised(log, until);
    for (int one = 0; one < log.customers(); one++) {
      all.sum(one);
    }
    return new PurchaseSummaries(
        all.x, all.recency, all.age, all.logGaps, all.spend, all.priced, all.first);
  }

  private void sum(int one) {
    int end = log.end(one, until);
    int place = log.start(one);
    while (place < end && !log.isPurchase(place)) {
      place++;
    }
    if (place == end) {
      return;
    }
    int began = log.day(place);
    int last = began;
    double paid = 0;
    for (int at = place + 1; at < end; at++) {
      paid += log.amount(at);
      if (log.isPurchase(at)) {
        x[one]++;
        logGaps[one] += Math.log((log.day(at) - last) / UNIT_DAYS);
        last = log.day(at);
      }
    }
    recency[one] = (last - began) / UNIT_DAYS;
    age[one] = ((double) until - began) / UNIT_DAYS;
    if (log.priced()) {
      first[one] = log.amount(place);
      if (x[one] > 0 && paid > 0) {
        spend[one] = paid / x[one];
        priced[one] = x[one];
      }
    }
  }
}
