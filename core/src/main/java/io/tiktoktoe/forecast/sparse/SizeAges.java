package io.tiktoktoe.forecast.sparse;

import io.tiktoktoe.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Change points of demand sizes: the ages of a history, in each of which sizes are much alike,
 * found from the newest back by likelihood ratio on logs. Immutable.
 */
final class SizeAges {

  /** An age has at least so many sizes: fewer are chance. */
  private static final int FEWEST = 5;

  /** Twice the log-likelihood that a change must gain; chance rarely brings so much. */
  private static final double GAIN = 16;

  /** Relative spread below which sizes are not told apart. */
  private static final double ALIKE = 0.05;

  /** Typical deviations from the middle beyond which a size is no farther. */
  private static final double FARTHEST = 3;

  private final List<Integer> starts;
  private final List<double[]> sizes;

  private SizeAges(List<Integer> starts, List<double[]> sizes) {
    this.starts = List.copyOf(starts);
    this.sizes = List.copyOf(sizes);
  }

  /** Of the sales among the first {@code end} values. */
  static SizeAges of(double[] observed, int end) {
    int[] steps = new int[end];
    int count = 0;
    for (int t = 0; t < end; t++) {
      if (observed[t] > 0) {
        steps[count++] = t;
      }
    }
    double[] sums = new double[count + 1];
    double[] squares = new double[count + 1];
    double[] logs = bounded(Arrays.stream(steps, 0, count).mapToDouble(t -> observed[t]).toArray());
    for (int i = 0; i < count; i++) {
      double log = logs[i];
      sums[i + 1] = sums[i] + log;
      squares[i + 1] = squares[i] + log * log;
    }
    List<Integer> starts = new ArrayList<>();
    List<double[]> sizes = new ArrayList<>();
    int from = 0;
    do {
      int to = change(sums, squares, from);
      starts.add(from == 0 ? 0 : steps[from]);
      sizes.add(Arrays.stream(steps, from, to).mapToDouble(t -> observed[t]).sorted().toArray());
      from = to;
    } while (from < count);
    return new SizeAges(starts, sizes);
  }

  /** Logs, moved to within a few typical deviations of their middle: one odd size is no age. */
  private static double[] bounded(double[] sizes) {
    double[] logs = Arrays.stream(sizes).map(Math::log).toArray();
    if (logs.length == 0) {
      return logs;
    }
    double middle = Quantiles.median(logs);
    double typical =
        Quantiles.median(Arrays.stream(logs).map(log -> Math.abs(log - middle)).toArray());
    double bound = FARTHEST * Math.max(ALIKE, typical);
    return Arrays.stream(logs)
        .map(log -> Math.clamp(log, middle - bound, middle + bound))
        .toArray();
  }

  /** Where the age that starts at a sale ends: the surest change; the last sale without one. */
  private static int change(double[] sums, double[] squares, int from) {
    int count = sums.length - 1;
    int all = count - from;
    double whole = rest(sums, squares, from, count) + all * ALIKE * ALIKE;
    double most = GAIN;
    int found = count;
    for (int at = from + FEWEST; at <= count - FEWEST; at++) {
      double parts =
          rest(sums, squares, from, at) + rest(sums, squares, at, count) + all * ALIKE * ALIKE;
      double gain = all * Math.log(whole / parts);
      if (gain > most) {
        most = gain;
        found = at;
      }
    }
    return found;
  }

  /** Sum of squared deviations from the mean. */
  private static double rest(double[] sums, double[] squares, int from, int to) {
    double sum = sums[to] - sums[from];
    return Math.max(0, squares[to] - squares[from] - sum * sum / Math.max(1, to - from));
  }

  /** The sizes since the last change, ascending; none without sales. */
  double[] newest() {
    return sizes.getLast();
  }

  /** The sizes of the age that a step lies in, ascending. */
  double[] at(int step) {
    int age = starts.size() - 1;
    while (age > 0 && starts.get(age) > step) {
      age--;
    }
    return sizes.get(age);
  }
}
