package io.tiktoktoe.forecast.sparse;

/**
 * How often something was sold at the same time of earlier years (or of another long season), as
 * far as that has foretold sales better than their chance of late. Immutable.
 */
final class SalesOfYear {

  /**
   * Steps on either side that count as the same time, at least one because of leap days: the one
   * that foretells best is taken.
   */
  private static final int[] WIDTHS = {1, 3, 7};

  /** A long season of so many days is a year, whose mean length this is. */
  private static final int DAYS = 365;

  private static final double MEAN_DAYS = 365.2425;

  /** Neighbouring days tell much the same: evidence counts by the week. */
  private static final double ALIKE = 7;

  /** Evidence (log) that is asked for before a year is believed in. */
  private static final double DOUBT = 3;

  private final int[] sales;
  private final int[] known;
  private final double length;
  private final int width;
  private final double weight;

  private SalesOfYear(int[] sales, int[] known, double length, int width, double weight) {
    this.sales = sales;
    this.known = known;
    this.length = length;
    this.width = width;
    this.weight = weight;
  }

  /**
   * From the first {@code end} values.
   *
   * @param longSeason in steps; 1 for none
   * @param common the chance of a sale of late, at each step
   */
  static SalesOfYear of(double[] observed, int end, int longSeason, double[] common) {
    if (longSeason <= 1 || end <= longSeason) {
      return new SalesOfYear(new int[1], new int[1], 1, 0, 0);
    }
    int[] sales = new int[end + 1];
    int[] known = new int[end + 1];
    for (int t = 0; t < end; t++) {
      boolean seen = !Double.isNaN(observed[t]);
      sales[t + 1] = sales[t] + (seen && observed[t] > 0 ? 1 : 0);
      known[t + 1] = known[t] + (seen ? 1 : 0);
    }
    double length = longSeason == DAYS ? MEAN_DAYS : longSeason;
    SalesOfYear best = new SalesOfYear(sales, known, length, 0, 0);
    double most = Double.NEGATIVE_INFINITY;
    for (int width : WIDTHS) {
      SalesOfYear tried = new SalesOfYear(sales, known, length, width, 1);
      double gain = 0;
      for (int t = longSeason; t < end; t++) {
        if (!Double.isNaN(observed[t])) {
          double foretold = tried.seen(t);
          gain += observed[t] > 0 ? log(foretold, common[t]) : log(1 - foretold, 1 - common[t]);
        }
      }
      if (gain > most) {
        most = gain;
        double weight = 1 / (1 + Math.exp(DOUBT - gain / ALIKE));
        best = new SalesOfYear(sales, known, length, width, weight);
      }
    }
    return best;
  }

  private static double log(double chance, double other) {
    return Math.log(Math.max(1e-9, chance)) - Math.log(Math.max(1e-9, other));
  }

  /** The chance at a step, given the one without the year. */
  double chance(int step, double without) {
    return weight == 0 ? without : (1 - weight) * without + weight * seen(step);
  }

  /** Share of sales at this time of the years before, one value's belief in that of all. */
  private double seen(int step) {
    int end = sales.length - 1;
    double sold = (double) sales[end] / Math.max(1, known[end]);
    double count = 1;
    for (int years = 1; years * length <= step + width; years++) {
      int middle = step - (int) Math.round(years * length);
      int from = Math.clamp(middle - width, 0, end);
      int to = Math.clamp(middle + width + 1, 0, Math.min(end, step));
      if (to > from) {
        sold += sales[to] - sales[from];
        count += known[to] - known[from];
      }
    }
    return sold / count;
  }
}
