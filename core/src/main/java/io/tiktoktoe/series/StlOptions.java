package io.tiktoktoe.series;

/**
 * How {@link Stl} decomposes. Defaults are those of R's {@code stats::stl}; R has none for the
 * seasonal window, there 7 stands as in statsmodels.
 *
 * @param period steps in a season, at least 2
 * @param robust whether outliers are given less weight; decides the default iterations
 * @param seasonalWindow steps of the loess over one phase of the season, in seasons; odd, at least
 *     3, even values are raised by one, or {@link #PERIODIC}; default 7
 * @param trendWindow loess window of the trend in steps, or {@link #AUTO}: the next odd number from
 *     1.5 period / (1 - 1.5 / seasonalWindow)
 * @param lowpassWindow loess window of the low-pass filter, or {@link #AUTO}: the next odd number
 *     from the period
 * @param seasonalDegree 0 (default) or 1
 * @param trendDegree 0 or 1 (default)
 * @param lowpassDegree 0 or 1 (default)
 * @param seasonalJump evaluates every so many steps and interpolates between, or {@link #AUTO}: a
 *     tenth of the window, rounded up
 * @param trendJump as {@code seasonalJump}, for the trend
 * @param lowpassJump as {@code seasonalJump}, for the low-pass filter
 * @param inner passes that update season and trend, or {@link #AUTO}: 2, robust 1
 * @param outer passes that update the robustness weights, or {@link #AUTO}: 0, robust 15
 */
public record StlOptions(
    int period,
    boolean robust,
    int seasonalWindow,
    int trendWindow,
    int lowpassWindow,
    int seasonalDegree,
    int trendDegree,
    int lowpassDegree,
    int seasonalJump,
    int trendJump,
    int lowpassJump,
    int inner,
    int outer) {

  /** Chosen from the other options. */
  public static final int AUTO = -1;

  /** Seasonal window of a season that never changes: its phases are averaged over all seasons. */
  public static final int PERIODIC = -2;

  private static final int STATSMODELS_SEASONAL_WINDOW = 7;

  public StlOptions {
    require(period >= 2, "period", period, "at least 2 steps. Maybe there is no season to remove");
    requireWindow("seasonalWindow", seasonalWindow, PERIODIC);
    requireWindow("trendWindow", trendWindow, AUTO);
    requireWindow("lowpassWindow", lowpassWindow, AUTO);
    requireDegree("seasonalDegree", seasonalDegree);
    requireDegree("trendDegree", trendDegree);
    requireDegree("lowpassDegree", lowpassDegree);
    requireCount("seasonalJump", seasonalJump, 1);
    requireCount("trendJump", trendJump, 1);
    requireCount("lowpassJump", lowpassJump, 1);
    requireCount("inner", inner, 1);
    requireCount("outer", outer, 0);
  }

  /** The defaults for a season of {@code period} steps. */
  public static StlOptions defaults(int period) {
    return new StlOptions(
        period,
        false,
        STATSMODELS_SEASONAL_WINDOW,
        AUTO,
        AUTO,
        0,
        1,
        1,
        AUTO,
        AUTO,
        AUTO,
        AUTO,
        AUTO);
  }

  /** These options for another period. */
  public StlOptions withPeriod(int steps) {
    return new StlOptions(
        steps,
        robust,
        seasonalWindow,
        trendWindow,
        lowpassWindow,
        seasonalDegree,
        trendDegree,
        lowpassDegree,
        seasonalJump,
        trendJump,
        lowpassJump,
        inner,
        outer);
  }

  /** These options with or without weights against outliers. */
  public StlOptions withRobust(boolean against) {
    return new StlOptions(
        period,
        against,
        seasonalWindow,
        trendWindow,
        lowpassWindow,
        seasonalDegree,
        trendDegree,
        lowpassDegree,
        seasonalJump,
        trendJump,
        lowpassJump,
        inner,
        outer);
  }

  /**
   * These options with other windows: seasonal (or PERIODIC), trend (or AUTO), low-pass (or AUTO).
   */
  public StlOptions withWindows(int seasonal, int trend, int lowpass) {
    return new StlOptions(
        period,
        robust,
        seasonal,
        trend,
        lowpass,
        seasonalDegree,
        trendDegree,
        lowpassDegree,
        seasonalJump,
        trendJump,
        lowpassJump,
        inner,
        outer);
  }

  /** These options with another seasonal window. */
  public StlOptions withSeasonalWindow(int seasons) {
    return withWindows(seasons, trendWindow, lowpassWindow);
  }

  /** These options with a season that never changes. */
  public StlOptions withPeriodicSeason() {
    return withSeasonalWindow(PERIODIC);
  }

  /** These options with another trend window. */
  public StlOptions withTrendWindow(int steps) {
    return withWindows(seasonalWindow, steps, lowpassWindow);
  }

  /** These options with another low-pass window. */
  public StlOptions withLowpassWindow(int steps) {
    return withWindows(seasonalWindow, trendWindow, steps);
  }

  /** These options with other loess degrees, each 0 or 1. */
  public StlOptions withDegrees(int seasonal, int trend, int lowpass) {
    return new StlOptions(
        period,
        robust,
        seasonalWindow,
        trendWindow,
        lowpassWindow,
        seasonal,
        trend,
        lowpass,
        seasonalJump,
        trendJump,
        lowpassJump,
        inner,
        outer);
  }

  /** These options with other jumps, each at least 1 or AUTO. */
  public StlOptions withJumps(int seasonal, int trend, int lowpass) {
    return new StlOptions(
        period,
        robust,
        seasonalWindow,
        trendWindow,
        lowpassWindow,
        seasonalDegree,
        trendDegree,
        lowpassDegree,
        seasonal,
        trend,
        lowpass,
        inner,
        outer);
  }

  /** These options with other numbers of passes, or AUTO. */
  public StlOptions withIterations(int innerPasses, int outerPasses) {
    return new StlOptions(
        period,
        robust,
        seasonalWindow,
        trendWindow,
        lowpassWindow,
        seasonalDegree,
        trendDegree,
        lowpassDegree,
        seasonalJump,
        trendJump,
        lowpassJump,
        innerPasses,
        outerPasses);
  }

  private static void requireWindow(String name, int value, int special) {
    require(
        value == special || value >= 3,
        name,
        value,
        "at least 3" + (special == AUTO ? ", or AUTO" : ", or PERIODIC"));
  }

  private static void requireDegree(String name, int value) {
    require(value == 0 || value == 1, name, value, "0 or 1");
  }

  private static void requireCount(String name, int value, int least) {
    require(value == AUTO || value >= least, name, value, "at least " + least + ", or AUTO");
  }

  private static void require(boolean holds, String name, int value, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("%s (%d) must be %s.".formatted(name, value, rule));
    }
  }
}
