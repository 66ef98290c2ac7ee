package io.tiktoktoe.forecast.sparse;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A renewal process of intermittent demand: sales that come at like distances, such as a monthly
 * grant, whose next one is due rather than as likely on every day. Gaps are those seen of late, a
 * step or two wider; it is believed as far as it has foretold gaps better than a constant chance.
 * Immutable.
 */
final class SaleGaps {

  /** Newest gaps that are used. */
  private static final int RECENT = 24;

  /** Fewer gaps do not tell. */
  private static final int LEAST = 4;

  /** Greatest coefficient of variation of gaps; by chance it is 1. */
  private static final double REGULAR = 0.6;

  /** Kernel of a gap at distances 0, 1, 2: months are of 28 to 31 days. */
  private static final double[] KERNEL = {0.4, 0.2, 0.1};

  /** Share of gaps that are as of a constant chance. */
  private static final double ORDINARY = 0.1;

  /** Evidence (log) that is asked for before gaps are believed in. */
  private static final double DOUBT = 3;

  private final double[] gaps;
  private final double weight;
  private final int age;
  private final double rate;

  private SaleGaps(double[] gaps, double weight, int age, double rate) {
    this.gaps = gaps;
    this.weight = weight;
    this.age = age;
    this.rate = rate;
  }

  /** Of the first {@code end} values, NaN where unknown. */
  static SaleGaps of(double[] observed, int end) {
    int[] sales = new int[end];
    int count = 0;
    for (int t = 0; t < end; t++) {
      if (observed[t] > 0) {
        sales[count++] = t;
      }
    }
    if (count <= LEAST) {
      return new SaleGaps(new double[1], 0, 0, 0);
    }
    int from = Math.max(0, count - 1 - RECENT);
    int used = count - 1 - from;
    double rate = (double) used / (sales[count - 1] - sales[from]);
    int longest = 3;
    for (int i = from + 1; i < count; i++) {
      longest = Math.max(longest, sales[i] - sales[i - 1] + KERNEL.length);
    }
    double[] counts = new double[longest + 1];
    for (int i = from + 1; i < count; i++) {
      add(counts, sales[i] - sales[i - 1], 1);
    }
    if (!regular(sales, from, count)) {
      return new SaleGaps(new double[1], 0, 0, 0);
    }
    double gain = 0;
    for (int i = from + 1; i < count; i++) {
      int gap = sales[i] - sales[i - 1];
      // Each gap is judged by the others.
      add(counts, gap, -1);
      double foretold = mixed(counts[gap] / (used - 1), gap, rate);
      gain += Math.log(foretold) - Math.log(ordinary(gap, rate));
      add(counts, gap, 1);
    }
    double weight = 1 / (1 + Math.exp(DOUBT - gain));
    double[] chances = new double[counts.length];
    Arrays.setAll(chances, gap -> gap == 0 ? 0 : mixed(counts[gap] / used, gap, rate));
    return new SaleGaps(chances, weight, end - 1 - sales[count - 1], rate);
  }

  /** Whether gaps vary much less than by chance: sales that come in clusters are no renewals. */
  private static boolean regular(int[] sales, int from, int count) {
    double used = count - 1.0 - from;
    double mean = (sales[count - 1] - sales[from]) / used;
    double squares = 0;
    for (int i = from + 1; i < count; i++) {
      double distance = sales[i] - sales[i - 1] - mean;
      squares += distance * distance;
    }
    return Math.sqrt(squares / used) < REGULAR * mean;
  }

  private static void add(double[] counts, int gap, double amount) {
    for (int k = 1 - KERNEL.length; k < KERNEL.length; k++) {
      int at = Math.max(1, gap + k);
      counts[at] += amount * KERNEL[Math.abs(k)];
    }
  }

  private static double mixed(double share, int gap, double rate) {
    return (1 - ORDINARY) * share + ORDINARY * ordinary(gap, rate);
  }

  private static double ordinary(int gap, double rate) {
    return rate * Math.pow(1 - rate, gap - 1.0);
  }

  /** How far it is believed, in [0, 1]: not at all once a sale is long overdue. */
  double weight() {
    return age + 1 >= gaps.length ? 0 : weight;
  }

  /** Chance of a sale so many steps after the last one if it did not come before. */
  private double hazard(int gap) {
    if (gap >= gaps.length) {
      return rate;
    }
    double left = 0;
    for (int later = gap; later < gaps.length; later++) {
      left += gaps[later];
    }
    left += ORDINARY * Math.pow(1 - rate, gaps.length - 1.0);
    return Math.min(1, gaps[gap] / Math.max(1e-12, left));
  }

  /** Chances of a sale at each of the steps ahead. */
  double[] ahead(int steps) {
    double[] hazards = hazards();
    double[] chances = new double[steps];
    // Share of futures in which the last sale was so many steps before.
    double[] ages = new double[gaps.length + steps + 1];
    ages[age] = 1;
    for (int h = 0; h < steps; h++) {
      double sold = 0;
      for (int old = Math.min(ages.length - 2, age + h); old >= 0; old--) {
        double hazard = old + 1 < hazards.length ? hazards[old + 1] : rate;
        sold += ages[old] * hazard;
        ages[old + 1] = ages[old] * (1 - hazard);
      }
      ages[0] = sold;
      chances[h] = sold;
    }
    return chances;
  }

  private double[] hazards() {
    double[] hazards = new double[gaps.length];
    for (int gap = 1; gap < hazards.length; gap++) {
      hazards[gap] = hazard(gap);
    }
    return hazards;
  }

  /** Marks of the steps ahead at which something is sold in one future. */
  boolean[] draw(int steps, SplittableRandom random) {
    boolean[] sold = new boolean[steps];
    int since = age;
    for (int h = 0; h < steps; h++) {
      since++;
      sold[h] = random.nextDouble() < hazard(since);
      since = sold[h] ? 0 : since;
    }
    return sold;
  }
}
