package io.tiktoktoe.benchmarks.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Coverage of sums by class and horizon: what 68% and 95% held, how often what was sure to 99%
 * failed, and where outcomes lay on the scale of normal scores (mean 0 and spread 1 when
 * calibrated).
 */
final class SumTable {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final Map<String, List<Cell>> cells = new TreeMap<>();

  /** One class and horizon. */
  private static final class Cell {
    private int count;
    private double in68;
    private double in95;
    private double fails;
    private double scores;
    private double squares;
    private double actuals;
    private double means;

    void add(double[] sorted, double mean, double actual, double size) {
      count++;
      Tie tie = sorted.length == 0 ? nothing(actual) : Tie.in(sorted, actual);
      in68 += tie.inside(0.68);
      in95 += tie.inside(0.95);
      fails +=
          tie.below() < 0.01
              ? Math.min(
                  1, Math.max(0, 0.01 - tie.below()) / Math.max(1e-9, tie.through() - tie.below()))
              : 0;
      double middle = Math.clamp((tie.below() + tie.through()) / 2, 0.0005, 0.9995);
      double score = NORMAL.inverseCumulativeProbability(middle);
      scores += score;
      squares += score * score;
      // Creators of all sizes count alike.
      actuals += actual / size;
      means += mean / size;
    }

    /** An answer of nothing is a sum that is surely zero. */
    private static Tie nothing(double actual) {
      return actual > 0 ? new Tie(1, 1) : actual < 0 ? new Tie(0, 0) : new Tie(0, 1);
    }

    boolean held() {
      return in68 / count >= 0.64
          && in68 / count <= 0.72
          && in95 / count >= 0.93
          && in95 / count <= 0.97
          && fails / count <= 0.02;
    }

    String line() {
      double mean = scores / count;
      return "%5d  %.3f %s %.3f %s  %.3f %s  %6.2f %5.2f  %5.2f"
          .formatted(
              count,
              in68 / count,
              mark(in68 / count, 0.64, 0.72),
              in95 / count,
              mark(in95 / count, 0.93, 0.97),
              fails / count,
              mark(fails / count, 0, 0.02),
              mean,
              Math.sqrt(Math.max(0, squares / count - mean * mean)),
              actuals / Math.max(1e-9, means));
    }

    private static String mark(double share, double low, double high) {
      return share < low ? "-" : share > high ? "+" : " ";
    }
  }

  /**
   * One sum that was forecast.
   *
   * @param horizon numbered from the shortest
   * @param sorted draws of the sum, ascending
   * @param size what the past makes usual, in which outcomes and means are compared
   */
  void add(String group, int horizon, double[] sorted, double mean, double actual, double size) {
    cells
        .computeIfAbsent(
            group,
            _ -> new ArrayList<>(Arrays.asList(new Cell(), new Cell(), new Cell(), new Cell())))
        .get(horizon)
        .add(sorted, mean, actual, size);
  }

  /** Prints the table. */
  void print() {
    System.out.printf(
        "%-40s %4s %5s  %-7s %-7s  %-8s %6s %5s  %5s%n",
        "class", "days", "sums", "68%", "95%", "99% fails", "score", "sd", "ratio");
    int good = 0;
    int all = 0;
    for (Map.Entry<String, List<Cell>> entry : cells.entrySet()) {
      for (int i = 0; i < Holding.HORIZONS.length; i++) {
        Cell cell = entry.getValue().get(i);
        System.out.printf("%-40s %4d %s%n", entry.getKey(), Holding.HORIZONS[i], cell.line());
        good += cell.held() ? 1 : 0;
        all++;
      }
    }
    System.out.printf("cells that hold all three: %d of %d%n", good, all);
  }
}
