package io.tiktoktoe.revenue.change;

import io.tiktoktoe.revenue.insight.BridgeLine;
import io.tiktoktoe.revenue.insight.ChangeDrivers;
import java.util.Arrays;

/**
 * Volume-price-mix decomposition (Bennet 1920) of a change of gross income.
 *
 * <p>With N sales, G gross, n and g of each group, and a = g / n: going from 0 to 1, volume is (N1
 * - N0) G0 / N0, mix is the sum of (n1 - N1 n0 / N0) a0, price the sum of n1 (a1 - a0), where a
 * group without sales before counts at the average amount. The same is done from 1 to 0 and both
 * are averaged (Bennet 1920), so that neither period is preferred. Rounded to minor units, with
 * what rounding leaves added to the largest part: the parts add up to the change exactly.
 */
public final class Drivers {

  private Drivers() {}

  /** Sales and gross of each group of one stream in one part. */
  record Sales(long[] counts, long[] gross) {

    long count() {
      return Arrays.stream(counts).reduce(0, Math::addExact);
    }

    long total() {
      return Arrays.stream(gross).reduce(0, Math::addExact);
    }
  }

  /**
   * What drove one stream from one bridge line to another.
   *
   * @param uncountedBefore gross of the part before that came without a count of sales
   * @param uncountedAfter the same of the part after
   */
  static ChangeDrivers of(
      Sales before,
      Sales after,
      long uncountedBefore,
      long uncountedAfter,
      BridgeLine then,
      BridgeLine now) {
    long[] parts = volumePriceMix(before, after);
    return new ChangeDrivers(
        parts[0],
        parts[1],
        parts[2],
        Math.subtractExact(uncountedAfter, uncountedBefore),
        Math.subtractExact(then.fees(), now.fees()),
        Math.subtractExact(then.tax(), now.tax()),
        Math.subtractExact(then.refunds(), now.refunds()),
        Math.subtractExact(then.chargebacks(), now.chargebacks()));
  }

  private static long[] volumePriceMix(Sales before, Sales after) {
    long change = Math.subtractExact(after.total(), before.total());
    if (before.count() == 0 || after.count() == 0) {
      return new long[] {change, 0, 0};
    }
    double[] forward = oneWay(before, after);
    double[] backward = oneWay(after, before);
    double[] parts = new double[3];
    for (int part = 0; part < 3; part++) {
      parts[part] = (forward[part] - backward[part]) / 2;
    }
    return exact(parts, change);
  }

  private static double[] oneWay(Sales from, Sales to) {
    double n0 = from.count();
    double n1 = to.count();
    double average = from.total() / n0;
    double volume = (n1 - n0) * average;
    double mix = 0;
    double price = 0;
    for (int group = 0; group < from.counts.length; group++) {
      double sold = from.counts[group];
      double sells = to.counts[group];
      double amount = sold > 0 ? from.gross[group] / sold : average;
      mix += (sells - n1 * sold / n0) * amount;
      price += to.gross[group] - sells * amount;
    }
    return new double[] {volume, price, mix};
  }

  /** Rounds parts to whole numbers that add up to the sum. */
  private static long[] exact(double[] parts, long sum) {
    long[] rounded = new long[parts.length];
    int largest = 0;
    long rest = sum;
    for (int part = 0; part < parts.length; part++) {
      rounded[part] = Math.round(parts[part]);
      rest = Math.subtractExact(rest, rounded[part]);
      if (Math.abs(parts[part]) > Math.abs(parts[largest])) {
        largest = part;
      }
    }
    rounded[largest] = Math.addExact(rounded[largest], rest);
    return rounded;
  }
}
