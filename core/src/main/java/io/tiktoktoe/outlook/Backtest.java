package io.tiktoktoe.outlook;

/**
 * Rolling-origin evaluation: how the same method did on the past it had not seen.
 *
 * @param origins how many past days were forecast from; 0 when the history is too short
 * @param steps how many forecast steps were compared with what came
 * @param mase mean absolute error relative to the in-sample seasonal naive; NaN without origins
 * @param seasonalNaiveMase the same of repeating the last season; NaN without origins
 * @param pinball mean quantile loss relative to the series' mean level; NaN without origins
 * @param coverage68 share of outcomes inside the 68% band; NaN without origins
 * @param coverage95 share of outcomes inside the 95% band; NaN without origins
 * @param betweenWindows by how much windows of the past differed for all series together that were
 *     forecast at once: standard deviation of the log of the width that 68% bands needed; NaN for
 *     a series alone or fewer than two windows
 */
public record Backtest(
    int origins,
    int steps,
    double mase,
    double seasonalNaiveMase,
    double pinball,
    double coverage68,
    double coverage95,
    double betweenWindows) {

  /** The history is too short to look back. */
  public static final Backtest NONE =
      new Backtest(0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** The same, with how much windows differed for all series together. */
  public Backtest withBetweenWindows(double deviation) {
    return new Backtest(
        origins, steps, mase, seasonalNaiveMase, pinball, coverage68, coverage95, deviation);
  }
}
