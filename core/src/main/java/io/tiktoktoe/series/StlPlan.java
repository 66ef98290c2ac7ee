package io.tiktoktoe.series;

/** The options with every AUTO replaced by its number. */
record StlPlan(
    int period,
    boolean periodic,
    Smoother seasonal,
    Smoother trend,
    Smoother lowpass,
    int inner,
    int outer) {

  /** One loess: odd window, degree and jump. */
  record Smoother(int window, int degree, int jump) {}

  /** R's stand-in for an endless window: more than this many times the series' length. */
  private static final int PERIODIC_LENGTHS = 10;

  static StlPlan of(StlOptions options, int length) {
    boolean periodic = options.seasonalWindow() == StlOptions.PERIODIC;
    int seasonal = periodic ? PERIODIC_LENGTHS * length + 1 : odd(options.seasonalWindow());
    int trend = options.trendWindow();
    if (trend == StlOptions.AUTO) {
      trend = (int) Math.ceil(1.5 * options.period() / (1 - 1.5 / seasonal));
    }
    trend = odd(trend);
    int lowpass =
        options.lowpassWindow() == StlOptions.AUTO ? options.period() : options.lowpassWindow();
    lowpass = odd(Math.max(3, lowpass));
    return new StlPlan(
        options.period(),
        periodic,
        smoother(seasonal, periodic ? 0 : options.seasonalDegree(), options.seasonalJump()),
        smoother(trend, options.trendDegree(), options.trendJump()),
        smoother(lowpass, options.lowpassDegree(), options.lowpassJump()),
        passes(options.inner(), options.robust() ? 1 : 2),
        passes(options.outer(), options.robust() ? 15 : 0));
  }

  private static Smoother smoother(int window, int degree, int jump) {
    return new Smoother(window, degree, jump == StlOptions.AUTO ? (window + 9) / 10 : jump);
  }

  private static int passes(int asked, int otherwise) {
    return asked == StlOptions.AUTO ? otherwise : asked;
  }

  private static int odd(int window) {
    return window % 2 == 0 ? window + 1 : window;
  }
}
