package io.tiktoktoe.series.anomaly;

/**
 * First-order autocorrelation of residuals: how much of one is left in the next. Sums of values
 * that persist go farther by chance. What an alarm did is left out.
 */
final class Persistence {

  private static final double GREATEST = .99;

  private double products;
  private double squares;
  private double newProducts;
  private double newSquares;
  private double before;
  private int values;

  /**
   * By how much less than for independent values the chance of a sum falls with its height: the
   * ratio of their long-run variances. One standard error more persistence is taken for granted.
   */
  double fading() {
    double persistence = squares > 0 ? products / squares : 0;
    double cautious = Math.clamp(persistence + 1 / Math.sqrt(Math.max(1, values)), 0, GREATEST);
    return (1 - cautious) / (1 + cautious);
  }

  /**
   * Takes a residual in.
   *
   * @param over whether what it belongs to is over
   * @param alarm whether that was an alarm
   */
  void learn(double residual, boolean over, boolean alarm) {
    newProducts += residual * before;
    newSquares += residual * residual;
    before = residual;
    values++;
    if (over) {
      products += alarm ? 0 : newProducts;
      squares += alarm ? 0 : newSquares;
      newProducts = 0;
      newSquares = 0;
    }
  }
}
