package io.tiktoktoe.forecast.member;

/**
 * The seasonal naive forecast, which repeats the last season: the floor that every method has to
 * beat.
 */
record SeasonalNaive(int period) implements Expert {

  @Override
  public String name() {
    return period == 1 ? "naive" : "seasonal naive " + period;
  }

  @Override
  public Fitter fitter(double[] values) {
    FittedExpert repeating = this::repeat;
    return end -> repeating;
  }

  private double[][] repeat(double[] values, int[] origins, int horizon) {
    double[][] forecasts = new double[origins.length][horizon];
    for (int o = 0; o < origins.length; o++) {
      int used = Math.min(period, origins[o]);
      for (int h = 0; h < horizon; h++) {
        forecasts[o][h] = values[origins[o] - used + h % used];
      }
    }
    return forecasts;
  }
}
