package io.tiktoktoe.audience.lifetime.base;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Customers with equal recency and frequency, taken together: a likelihood costs as much as there
 * are different ones. Values that many groups share are numbered, so that what depends on one of
 * them only is computed once.
 */
public final class GroupedSummaries {

  private static final int NONE = -1;

  public final int groups;
  final double[] weight;
  final int[] xAt;
  final int[] recencyAt;
  final int[] ageAt;
  final int[] xs;
  final double[] recencies;
  final double[] ages;

  /** The group of each customer; negative for those who had not bought. */
  public final int[] groupOf;

  /** Known customers. */
  final int customers;

  /** Sum of the logarithms of all gaps; NaN when they are not known. */
  public final double logGaps;

  private GroupedSummaries(
      long[] keys,
      double[] weight,
      int[] xs,
      double[] recencies,
      double[] ages,
      int[] groupOf,
      double logGaps) {
    this.groups = weight.length;
    this.weight = weight;
    this.xs = xs;
    this.recencies = recencies;
    this.ages = ages;
    this.groupOf = groupOf;
    this.logGaps = logGaps;
    this.customers = (int) Math.min(Integer.MAX_VALUE, Math.round(Arrays.stream(weight).sum()));
    this.xAt = new int[groups];
    this.recencyAt = new int[groups];
    this.ageAt = new int[groups];
    for (int g = 0; g < groups; g++) {
      recencyAt[g] = (int) (keys[g] % recencies.length);
      long rest = keys[g] / recencies.length;
      ageAt[g] = (int) (rest % ages.length);
      xAt[g] = (int) (rest / ages.length);
    }
  }

  /**
   * Groups customers.
   *
   * @param x repeat purchases of each
   * @param recency weeks from the first purchase to the last
   * @param age weeks from the first purchase to the end; NaN for one who had not bought
   * @param logGaps sums of the logarithms of the times between; empty when not known
   */
  public static GroupedSummaries of(int[] x, double[] recency, double[] age, double[] logGaps) {
    int[] places = IntStream.range(0, x.length).filter(i -> !Double.isNaN(age[i])).toArray();
    int[] xs = distinct(IntStream.of(places).map(i -> x[i]).toArray());
    double[] recencies = distinct(IntStream.of(places).mapToDouble(i -> recency[i]));
    double[] ages = distinct(IntStream.of(places).mapToDouble(i -> age[i]));
    long[] keyOf = new long[places.length];
    double gaps = logGaps.length == 0 ? Double.NaN : 0;
    for (int at = 0; at < places.length; at++) {
      int i = places[at];
      long number = Arrays.binarySearch(xs, x[i]);
      keyOf[at] =
          (number * ages.length + Arrays.binarySearch(ages, age[i] + 0.0)) * recencies.length
              + Arrays.binarySearch(recencies, recency[i] + 0.0);
      gaps += logGaps.length == 0 ? 0 : logGaps[i];
    }
    long[] sorted = keyOf.clone();
    Arrays.parallelSort(sorted);
    long[] keys = distinctSorted(sorted);
    double[] weight = new double[keys.length];
    int[] groupOf = new int[x.length];
    Arrays.fill(groupOf, NONE);
    for (int at = 0; at < places.length; at++) {
      int group = Arrays.binarySearch(keys, keyOf[at]);
      groupOf[places[at]] = group;
      weight[group]++;
    }
    return new GroupedSummaries(keys, weight, xs, recencies, ages, groupOf, gaps);
  }

  /** Every {@code stride}-th group, which stands for its neighbours. */
  public GroupedSummaries sample(int stride) {
    if (stride == 1) {
      return this;
    }
    int count = (groups + stride - 1) / stride;
    long[] keys = new long[count];
    double[] weights = new double[count];
    for (int at = 0; at < count; at++) {
      int g = at * stride;
      keys[at] = ((long) xAt[g] * ages.length + ageAt[g]) * recencies.length + recencyAt[g];
      weights[at] = weight[g];
    }
    double share = Arrays.stream(weights).sum() / Arrays.stream(weight).sum();
    return new GroupedSummaries(keys, weights, xs, recencies, ages, new int[0], logGaps * share);
  }

  /** By hand: streams box what they make distinct. */
  private static double[] distinct(DoubleStream values) {
    double[] sorted = values.map(value -> value + 0.0).toArray();
    Arrays.parallelSort(sorted);
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  private static int[] distinct(int[] values) {
    Arrays.parallelSort(values);
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (i == 0 || values[i] != values[i - 1]) {
        values[count++] = values[i];
      }
    }
    return Arrays.copyOf(values, count);
  }

  private static long[] distinctSorted(long[] sorted) {
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  public int x(int group) {
    return xs[xAt[group]];
  }

  public double recency(int group) {
    return recencies[recencyAt[group]];
  }

  public double age(int group) {
    return ages[ageAt[group]];
  }

  /** Weighted sum over the groups of repeat purchases. */
  double purchases() {
    double sum = 0;
    for (int g = 0; g < groups; g++) {
      sum += weight[g] * x(g);
    }
    return sum;
  }

  /** Customers who bought again. */
  public double repeaters() {
    double sum = 0;
    for (int g = 0; g < groups; g++) {
      sum += x(g) > 0 ? weight[g] : 0;
    }
    return sum;
  }

  /** Weeks that all customers were seen. */
  double exposure() {
    double sum = 0;
    for (int g = 0; g < groups; g++) {
      sum += weight[g] * age(g);
    }
    return sum;
  }
}
