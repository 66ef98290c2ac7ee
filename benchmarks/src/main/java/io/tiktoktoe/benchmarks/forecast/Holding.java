package io.tiktoktoe.benchmarks.forecast;

import java.util.Map;
import java.util.TreeMap;

/**
 * How often bands hold, by sparsity class and part of the horizon. Outcomes to which the forecast
 * gives a chance of their own, zero above all, are counted by randomised coverage (see {@link
 * Tie}): a forecast of exactly the true law then holds as often as it says, however many zeros
 * there are.
 */
final class Holding {

  /** Below what horizon in days a step or sum is counted. */
  static final int[] HORIZONS = {1, 7, 30, 90};

  private static final double TOLERANCE = 0.03;
  private static final double[] CONFIDENCES = {0.68, 0.95};

  private final Map<String, Cell[]> cells = new TreeMap<>();

  /** Shares of one series at a time, so that the error of the mean is between series. */
  private static final class Cell {
    private int series;
    private final double[] sum = new double[CONFIDENCES.length];
    private final double[] squares = new double[CONFIDENCES.length];

    void add(double[] shares) {
      series++;
      for (int c = 0; c < shares.length; c++) {
        sum[c] += shares[c];
        squares[c] += shares[c] * shares[c];
      }
    }

    String text(int c) {
      return "%.3f±%.3f%-2s"
          .formatted(sum[c] / series, error(c), near(c) ? "" : surelyFar(c) ? "**" : "*");
    }

    private double error(int c) {
      double mean = sum[c] / series;
      return Math.sqrt(Math.max(0, squares[c] / series - mean * mean) / series);
    }

    private double away(int c) {
      return Math.abs(sum[c] / series - CONFIDENCES[c]);
    }

    boolean near(int c) {
      return away(c) <= TOLERANCE;
    }

    /** Whether chance between series does not explain that the share is not near. */
    boolean surelyFar(int c) {
      return away(c) > TOLERANCE + 2 * error(c);
    }
  }

  /**
   * Shares in which one series' bands of 68% and 95% held at the horizon numbered from 0.
   *
   * @param group under which the series is counted; groups are printed in their order
   */
  void add(String group, int horizon, double share68, double share95) {
    Cell[] row =
        cells.computeIfAbsent(
            group, _ -> java.util.stream.Stream.generate(Cell::new).limit(4).toArray(Cell[]::new));
    row[horizon].add(new double[] {share68, share95});
  }

  /**
   * Prints the table; a star marks a share farther than .03 from what the band says, two stars one
   * farther than that by more than two standard errors.
   */
  void print(String what) {
    System.out.printf("%s: share held by bands of 68%% | 95%%, ± its standard error%n", what);
    System.out.printf(
        "  %-36s %6s %40s %40s%n", "class", "series", "68%: 1, 7, 30, 90 days", "95%");
    int good = 0;
    int surelyFar = 0;
    int all = 0;
    for (Map.Entry<String, Cell[]> entry : cells.entrySet()) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < CONFIDENCES.length; c++) {
        for (Cell cell : entry.getValue()) {
          line.append(' ').append(cell.text(c));
          good += cell.near(c) ? 1 : 0;
          surelyFar += cell.surelyFar(c) ? 1 : 0;
          all++;
        }
        line.append("  |");
      }
      System.out.printf("  %-36s %6d %s%n", entry.getKey(), entry.getValue()[0].series, line);
    }
    System.out.printf(
        "  within %.2f: %d of %d; beyond it by more than two standard errors: %d%n",
        TOLERANCE, good, all, surelyFar);
  }
}
