package io.tiktoktoe.audience.lifetime;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Orders customers by what was expected of them. */
final class Deciles {

  private static final int GROUPS = 10;

  private Deciles() {}

  static DecileChart of(double[] expected, double[] actual) {
    int n = expected.length;
    int[] order = order(expected);
    int groups = Math.min(GROUPS, n);
    double[] means = new double[groups];
    double[] came = new double[groups];
    int[] counts = new int[groups];
    for (int at = 0; at < n; at++) {
      int group = (int) ((long) at * groups / n);
      counts[group]++;
      means[group] += expected[order[at]];
      came[group] += actual[order[at]];
    }
    for (int group = 0; group < groups; group++) {
      means[group] /= counts[group];
      came[group] /= counts[group];
    }
    return new DecileChart(means, came, counts, gini(expected, actual) / gini(actual, actual));
  }

  /** From the highest to the lowest; equal ones as they came. */
  private static int[] order(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -values[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Area between the concentration curve and the diagonal; equal ranks share what they brought. */
  private static double gini(double[] by, double[] actual) {
    int[] order = order(by);
    double total = Arrays.stream(actual).sum();
    double cumulated = 0;
    double area = 0;
    for (int at = 0; at < order.length; ) {
      int end = at;
      double sum = 0;
      while (end < order.length && by[order[end]] == by[order[at]]) {
        sum += actual[order[end++]];
      }
      area += (end - at) * (cumulated + sum / 2);
      cumulated += sum;
      at = end;
    }
    return total == 0 ? Double.NaN : area / (total * order.length) - .5;
  }
}
