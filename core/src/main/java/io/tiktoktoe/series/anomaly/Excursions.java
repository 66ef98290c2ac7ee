package io.tiktoktoe.series.anomaly;

/**
 * Excursion theory of a CUSUM, learned: how often a sum that returns to nothing was as high.
 *
 * <p>A sum stays high for long once it is high, so points are not independent: a height is judged
 * both against all past heights and against the peaks of past excursions, and the milder verdict
 * counts. An excursion does not judge itself: it is learned when it is over, and once when it was
 * an alarm. Source of the bound while few are known, exp(-height): Lorden, "Procedures for Reacting
 * to a Change in Distribution", Annals of Mathematical Statistics 42 (1971).
 */
final class Excursions {

  /** An excursion whose peak is as rare as this is an alarm. */
  private static final double ALARM = 1e-3;

  /** Steps that a sum remembers; one that stays high for longer is usual. */
  private static final int LONGEST = 50;

  private final double narrowest;
  private final Tail heights;
  private final Tail peaks;

  /** Heights of the sum since it was last nothing, and how many. */
  private final double[] current = new double[LONGEST];

  private int lasting;
  private double peak;
  private boolean alarm;

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
    return pValue(height, 1);
  }

  /**
   * The same.
   *
   * @param fading of the chance by height while few peaks are known: 1 for independent values
   */
  double pValue(double height, double fading) {
    if (height <= 0) {
      return 1;
    }
    // Where all was quiet there are no peaks to compare with: theory stands in for them.
    double ofPeaks = peaks.ready() ? peaks.pValue(height, narrowest) : Math.exp(-fading * height);
    return Math.max(heights.pValue(height, narrowest), ofPeaks);
  }

  /** How many steps the sum has been above nothing. */
  int lasting() {
    return lasting;
  }

  /** Whether the last excursion that ended was an alarm. */
  boolean wasAlarm() {
    return alarm;
  }

  /** Learns the height that the sum has now. */
  void learn(double height) {
    if (height > 0) {
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
    alarm = pValue(peak) <= ALARM;
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
