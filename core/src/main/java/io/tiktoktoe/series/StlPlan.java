package io.tiktoktoe.series;

/** The options with every AUTO replaced by its number and every window odd. */
record StlPlan(
    int period,
    boolean periodic,
    StlOptions.Smoother seasonal,
    StlOptions.Smoother trend,
    StlOptions.Smoother lowpass,
    int inner,
    int outer) {

  /** R's stand-in for an endless window: more than this many times the series' length. */
  private static final int PERIODIC_LENGTHS = 10;

  static StlPlan of(StlOptions options, int length) {
    boolean periodic = options.seasonal().window() == StlOptions.PERIODIC;
    int seasonal = periodic ? PERIODIC_LENGTHS * length + 1 : odd(options.seasonal().window());
    int trend = options.trend().window();
    if (trend == StlOptions.AUTO) {
      trend = (int) Math.ceil(1.5 * options.period() / (1 - 1.5 / seasonal));
    }
    trend = odd(trend);
    int lowpass =
        options.lowpass().window() == StlOptions.AUTO
            ? options.period()
            : options.lowpass().window();
    lowpass = odd(Math.max(3, lowpass));
    return new StlPlan(
        options.period(),
        periodic,
        smoother(seasonal, periodic ? 0 : options.seasonal().degree(), options.seasonal().jump()),
        smoother(trend, options.trend().degree(), options.trend().jump()),
        smoother(lowpass, options.lowpass().degree(), options.lowpass().jump()),
        passes(options.inner(), options.robust() ? 1 : 2),
        passes(options.outer(), options.robust() ? 15 : 0));
  }

  private static StlOptions.Smoother smoother(int window, int degree, int jump) {
    return new StlOptions.Smoother(
        window, degree, jump == StlOptions.AUTO ? (window + 9) / 10 : jump);
  }

  private static int passes(int asked, int otherwise) {
    return asked == StlOptions.AUTO ? otherwise : asked;
  }

  private static int odd(int window) {
    return window % 2 == 0 ? window + 1 : window;
  }
}
