package io.tiktoktoe.series.anomaly;

import java.util.Arrays;

/**
 * Excursion theory of a CUSUM, learned: how often a sum that returns to nothing was as high.
 *
 * <p>A sum stays high for long once it is high, so points are not independent: a height is judged
 * both against all past heights and against the peaks of past excursions, and the milder verdict
 * counts. An excursion does not judge itself: it is learned when it is over, and once when it was
 * an alarm.
 */
final class Excursions {

  /** An excursion whose peak is as rare as this is an alarm. */
  private static final double ALARM = 1e-3;

  /** A sum that stays high for longer is usual. */
  private static final int LONGEST = 500;

  private final double narrowest;
  private final Tail heights;
  private final Tail peaks;

  /** Heights of the sum since it was last nothing, and how many. */
  private double[] current = new double[16];

  private int lasting;
  private double peak;

  /**
   * Has seen none.
   *
   * @param narrowest scale of heights where all known are one; 0 when nothing is known of it
   */
  Excursions(int memory, double narrowest) {
    this.narrowest = narrowest;
    heights = Tail.light(memory);
    peaks = Tail.peaks(memory);
  }

  /** The chance of a height; 1 while too little is known. */
  double pValue(double height) {
    if (height <= 0) {
      return 1;
    }
    double ofAll = heights.pValue(height, narrowest);
    // Where all was quiet there are no peaks to compare with.
    boolean quiet = narrowest > 0 && !peaks.ready();
    return quiet ? ofAll : Math.max(ofAll, peaks.pValue(height, narrowest));
  }

  /** How many steps the sum has been above nothing. */
  int lasting() {
    return lasting;
  }

  /** Learns the height that the sum has now. */
  void learn(double height) {
    if (height > 0) {
      if (lasting == current.length) {
        current = Arrays.copyOf(current, 2 * lasting);
      }
      current[lasting++] = height;
      peak = Math.max(peak, height);
    }
    if (lasting == LONGEST || (height == 0 && lasting > 0)) {
      end();
    }
    if (height == 0) {
      heights.add(height, narrowest);
    }
  }

  private void end() {
    boolean alarm = pValue(peak) <= ALARM;
    if (alarm) {
      heights.add(peak, narrowest);
    }
    for (int i = 0; i < lasting && !alarm; i++) {
      heights.add(current[i], narrowest);
    }
    peaks.add(peak, narrowest);
    lasting = 0;
    peak = 0;
  }
}
