package io.tiktoktoe.audience.lifetime;

import io.tiktoktoe.audience.lifetime.base.GroupedSummaries;

/**
 * Recency and frequency of customers (the customer-by-sufficient-statistic matrix), in weeks: what
 * every customer-base model needs of a log. Arrays are taken over and must not be changed.
 *
 * @param x repeat purchases up to the end of observation: days with one, without the first
 * @param recency t_x: weeks from the first purchase to the last; 0 when {@code x} is 0
 * @param age T: weeks from the first purchase to the end of observation; NaN for a customer who had
 *     not bought by then
 * @param logGaps sum of the logarithms of the weeks between purchases; empty when not known: models
 *     of regular timing are left out then
 * @param spend mean amount of the repeat purchases with a price; NaN where there are none; empty
 *     when amounts are not known
 * @param priced number of repeat purchases with a price; empty when amounts are not known
 * @param first amount of the first purchase, which stands in where nobody bought again; empty when
 *     not known
 */
public record PurchaseSummaries(
    int[] x,
    double[] recency,
    double[] age,
    double[] logGaps,
    double[] spend,
    int[] priced,
    double[] first) {

  /** Refuses what no log can give. */
  public PurchaseSummaries {
    requireLength("recency", recency.length, x.length);
    requireLength("age", age.length, x.length);
    requireLengthOrNone("logGaps", logGaps.length, x.length);
    requireLengthOrNone("spend", spend.length, x.length);
    requireLength("priced", priced.length, spend.length);
    requireLengthOrNone("first", first.length, x.length);
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(age[i])
          && !(x[i] >= 0 && recency[i] >= 0 && recency[i] <= age[i] && age[i] < 1e6)) {
        throw new IllegalArgumentException(
            ("customer %d has x (%d), recency (%s) and age (%s) weeks. Count repeats from 0 and let"
                    + " 0 <= recency <= age.")
                .formatted(i, x[i], recency[i], age[i]));
      }
    }
  }

  /** Without spend and times between purchases. */
  public static PurchaseSummaries of(int[] x, double[] recency, double[] age) {
    return new PurchaseSummaries(
        x, recency, age, new double[0], new double[0], new int[0], new double[0]);
  }

  /** Without times between purchases; every repeat purchase has a price. */
  public static PurchaseSummaries of(int[] x, double[] recency, double[] age, double[] spend) {
    return new PurchaseSummaries(x, recency, age, new double[0], spend, x, new double[0]);
  }

  /** Of a log up to a day; later purchases do not count. */
  public static PurchaseSummaries of(PurchaseLog log, int until) {
    return Summarised.of(log, until);
  }

  /** How many customers, also those who had not bought. */
  public int customers() {
    return x.length;
  }

  /** Whether customer {@code one} had bought at all. */
  public boolean known(int one) {
    return !Double.isNaN(age[one]);
  }

  /** Whether amounts are known. */
  public boolean hasSpend() {
    return spend.length > 0;
  }

  /** Customers alike together. */
  GroupedSummaries grouped() {
    return GroupedSummaries.of(x, recency, age, logGaps);
  }

  private static void requireLength(String name, int length, int wanted) {
    if (length != wanted) {
      throw new IllegalArgumentException(
          "%s (%d values) must have one value a customer (%d).".formatted(name, length, wanted));
    }
  }

  private static void requireLengthOrNone(String name, int length, int wanted) {
    if (length != 0) {
      requireLength(name, length, wanted);
    }
  }
}
