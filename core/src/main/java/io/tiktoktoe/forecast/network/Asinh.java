package io.tiktoktoe.forecast.network;

/**
 * The inverse hyperbolic sine to 2e-9, absolute up to a size of 1 and relative beyond: three times
 * as fast as by {@link Math#log}, and it is taken thousands of times a forecast.
 */
final class Asinh {

  private static final double LN_2 = 0.6931471805599453;

  /** From here on {@code size + sqrt(size^2 + 1)} is twice the size, and its square is finite. */
  private static final double LARGE = 1e9;

  private static final long MANTISSA = (1L << 52) - 1;
  private static final long ONE = 1023L << 52;

  private Asinh() {}

  static double of(double z) {
    double size = Math.abs(z);
    double sum = size < LARGE ? size + Math.sqrt(size * size + 1) : 2 * Math.min(size, 1e300);
    return Math.copySign(log(sum), z);
  }

  /** The natural logarithm of a normal number of at least 1, to 2e-9. */
  private static double log(double x) {
    long bits = Double.doubleToRawLongBits(x);
    // Above 1.375 the mantissa is halved, so that it lies within .6875 and 1.375.
    long halve = ((bits >>> 51) | ((bits >>> 50) & (bits >>> 49))) & 1;
    double mantissa = Double.longBitsToDouble(((bits & MANTISSA) | ONE) - (halve << 52));
    double exponent = (bits >>> 52) - 1023 + halve;
    // log m = 2 artanh((m - 1) / (m + 1)); the series' next term is below 2e-9.
    double u = (mantissa - 1) / (mantissa + 1);
    double v = u * u;
    double series = 1 + v * (1.0 / 3 + v * (1.0 / 5 + v * (1.0 / 7 + v * (1.0 / 9))));
    return exponent * LN_2 + 2 * u * series;
  }
}
