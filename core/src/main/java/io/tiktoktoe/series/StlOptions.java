package io.tiktoktoe.series;

/**
 * How {@link Stl} decomposes. Defaults are those of R's {@code stats::stl}; R has none for the
 * seasonal window, there 7 stands as in statsmodels.
 *
 * @param period steps in a season, at least 2
 * @param robust whether outliers are given less weight; decides the default iterations
 * @param seasonal the loess over one phase of the season: window in seasons, odd, at least 3, even
 *     values are raised by one, or {@link #PERIODIC}; default 7, degree 0
 * @param trend the loess of the trend: window in steps, or {@link #AUTO}: the next odd number from
 *     1.5 period / (1 - 1.5 / seasonal window); default degree 1
 * @param lowpass the loess of the low-pass filter: window in steps, or {@link #AUTO}: the next odd
 *     number from the period; default degree 1
 * @param inner passes that update season and trend, or {@link #AUTO}: 2, robust 1
 * @param outer passes that update the robustness weights, or {@link #AUTO}: 0, robust 15
 */
public record StlOptions(
    int period,
    boolean robust,
    Smoother seasonal,
    Smoother trend,
    Smoother lowpass,
    int inner,
    int outer) {

  /** Chosen from the other options. */
  public static final int AUTO = -1;

  /** Seasonal window of a season that never changes: its phases are averaged over all seasons. */
  public static final int PERIODIC = -2;

  private static final int STATSMODELS_SEASONAL_WINDOW = 7;

  /**
   * One loess.
   *
   * @param window width
   * @param degree of the local polynomial, 0 or 1
   * @param jump evaluates every so many steps and interpolates between, or {@link #AUTO}: a tenth
   *     of the window, rounded up
   */
  public record Smoother(int window, int degree, int jump) {

    Smoother withWindow(int other) {
      return new Smoother(other, degree, jump);
    }

    Smoother withDegree(int other) {
      return new Smoother(window, other, jump);
    }

    Smoother withJump(int other) {
      return new Smoother(window, degree, other);
    }

    private void require(String name, int specialWindow) {
      StlOptions.require(
          window == specialWindow || window >= 3,
          name + "Window",
          window,
          "at least 3" + (specialWindow == AUTO ? ", or AUTO" : ", or PERIODIC"));
      StlOptions.require(degree == 0 || degree == 1, name + "Degree", degree, "0 or 1");
      requireCount(name + "Jump", jump, 1);
    }
  }

  public StlOptions {
    require(period >= 2, "period", period, "at least 2 steps. Maybe there is no season to remove");
    seasonal.require("seasonal", PERIODIC);
    trend.require("trend", AUTO);
    lowpass.require("lowpass", AUTO);
    requireCount("inner", inner, 1);
    requireCount("outer", outer, 0);
  }

  /** The defaults for a season of {@code period} steps. */
  public static StlOptions defaults(int period) {
    return new StlOptions(
        period,
        false,
        new Smoother(STATSMODELS_SEASONAL_WINDOW, 0, AUTO),
        new Smoother(AUTO, 1, AUTO),
        new Smoother(AUTO, 1, AUTO),
        AUTO,
        AUTO);
  }

  /** These options for another period. */
  public StlOptions withPeriod(int steps) {
    return new StlOptions(steps, robust, seasonal, trend, lowpass, inner, outer);
  }

  /** These options with or without weights against outliers. */
  public StlOptions withRobust(boolean against) {
    return new StlOptions(period, against, seasonal, trend, lowpass, inner, outer);
  }

  private StlOptions with(Smoother ofSeason, Smoother ofTrend, Smoother ofLowpass) {
    return new StlOptions(period, robust, ofSeason, ofTrend, ofLowpass, inner, outer);
  }

  /**
   * These options with other windows: seasonal (or PERIODIC), trend (or AUTO), low-pass (or AUTO).
   */
  public StlOptions withWindows(int ofSeason, int ofTrend, int ofLowpass) {
    return with(
        seasonal.withWindow(ofSeason), trend.withWindow(ofTrend), lowpass.withWindow(ofLowpass));
  }

  /** These options with another seasonal window. */
  public StlOptions withSeasonalWindow(int seasons) {
    return with(seasonal.withWindow(seasons), trend, lowpass);
  }

  /** These options with a season that never changes. */
  public StlOptions withPeriodicSeason() {
    return withSeasonalWindow(PERIODIC);
  }

  /** These options with another trend window. */
  public StlOptions withTrendWindow(int steps) {
    return with(seasonal, trend.withWindow(steps), lowpass);
  }

  /** These options with another low-pass window. */
  public StlOptions withLowpassWindow(int steps) {
    return with(seasonal, trend, lowpass.withWindow(steps));
  }

  /** These options with other loess degrees, each 0 or 1. */
  public StlOptions withDegrees(int ofSeason, int ofTrend, int ofLowpass) {
    return with(
        seasonal.withDegree(ofSeason), trend.withDegree(ofTrend), lowpass.withDegree(ofLowpass));
  }

  /** These options with other jumps, each at least 1 or AUTO. */
  public StlOptions withJumps(int ofSeason, int ofTrend, int ofLowpass) {
    return with(seasonal.withJump(ofSeason), trend.withJump(ofTrend), lowpass.withJump(ofLowpass));
  }

  /** These options with other numbers of passes, or AUTO. */
  public StlOptions withIterations(int innerPasses, int outerPasses) {
    return new StlOptions(period, robust, seasonal, trend, lowpass, innerPasses, outerPasses);
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
