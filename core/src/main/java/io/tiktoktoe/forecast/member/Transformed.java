package io.tiktoktoe.forecast.member;

/**
 * Another expert under a variance-stabilising transformation, the inverse hyperbolic sine, where
 * proportional movements of large values are equal steps and zero stays zero. Medians pass through
 * the transformation unchanged.
 */
record Transformed(Expert expert) implements Expert {

  /** Values of typical size 1 are ten times the size at which asinh turns from linear to log. */
  private static final double SHARPNESS = 10;

  /** Largest transformed value that is turned back: beyond it a trend has run away. */
  private static final double HIGHEST = 12;

  @Override
  public String name() {
    return expert.name() + " (asinh)";
  }

  @Override
  public Fitter fitter(double[] values) {
    Fitter fitter = expert.fitter(transformed(values));
    return end -> {
      FittedExpert fitted = fitter.fit(end);
      return (all, origins, horizon) -> back(fitted.forecast(transformed(all), origins, horizon));
    };
  }

  private static double[] transformed(double[] values) {
    double[] transformed = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      double x = SHARPNESS * values[t];
      transformed[t] = Math.copySign(Math.log(Math.abs(x) + Math.sqrt(x * x + 1)), x);
    }
    return transformed;
  }

  private static double[][] back(double[][] forecasts) {
    for (double[] forecast : forecasts) {
      for (int h = 0; h < forecast.length; h++) {
        double bounded = Math.clamp(forecast[h], -HIGHEST, HIGHEST);
        forecast[h] = Math.sinh(bounded) / SHARPNESS;
      }
    }
    return forecasts;
  }
}
