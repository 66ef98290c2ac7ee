package io.tiktoktoe.series.anomaly;

import java.util.Arrays;

/**
 * Empirical recurrence of unusual episodes: how often a series has been as unusual as now. What the
 * methods think rare is not rarer than it has been; an episode of many unusual steps counts once.
 */
final class Episodes {

  /** An episode lasts as long as p-values are below this. */
  private static final double UNUSUAL = .05;

  /** What was seen once may come by chance again. */
  private static final int ONCE = 1;

  /** Most episodes that are remembered. */
  private static final int MOST = 8_192;

  private double[] lowest = new double[16];
  private int count;
  private double current = 1;
  private int steps;

  /** The p-value, not below the share of steps that began an episode as unusual; then learns it. */
  double atLeast(double pValue) {
    int at = Arrays.binarySearch(lowest, 0, count, pValue);
    int asLow = at < 0 ? -at - 1 : at + 1;
    steps++;
    double rate = (double) Math.max(0, asLow - ONCE) / steps;
    if (pValue < UNUSUAL) {
      current = Math.min(current, pValue);
    } else if (current < 1) {
      keep();
      current = 1;
    }
    return Math.max(pValue, rate);
  }

  private void keep() {
    if (count == MOST) {
      return;
    }
    if (count == lowest.length) {
      lowest = Arrays.copyOf(lowest, 2 * count);
    }
    int at = Arrays.binarySearch(lowest, 0, count, current);
    at = at < 0 ? -at - 1 : at;
    System.arraycopy(lowest, at, lowest, at + 1, count - at);
    lowest[at] = current;
    count++;
  }
}
