package io.tiktoktoe.audience.lifetime.base;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/** Differences of gamma and digamma functions that do not cancel. */
public final class Gammas {

  /** Up to here a difference is summed. */
  private static final int SUMMED = 12;

  /** Beyond here the logarithm is a series. */
  private static final double LARGE = 1e6;

  private Gammas() {}

  /** log Γ(a + n) - log Γ(a), for {@code a > 0}: the rising factorial. */
  public static double logRising(double a, double n) {
    if (n == Math.rint(n) && n <= SUMMED) {
      double product = 1;
      for (int i = 0; i < n; i++) {
        product *= a + i;
        if (product > 1e250 || product < 1e-250) {
          return LogGamma.value(a + n) - LogGamma.value(a);
        }
      }
      return Math.log(product);
    }
    return a > LARGE ? largeRising(a, n) : LogGamma.value(a + n) - LogGamma.value(a);
  }

  /** Stirling's series, in which the large terms cancel by hand. */
  private static double largeRising(double a, double n) {
    return (a + n - .5) * Math.log1p(n / a) + n * (Math.log(a) - 1) + (1 / (a + n) - 1 / a) / 12;
  }

  /** ψ(a + n) - ψ(a). */
  public static double digammaRise(double a, double n) {
    if (n == Math.rint(n) && n <= SUMMED) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += 1 / (a + i);
      }
      return sum;
    }
    return Digamma.value(a + n) - Digamma.value(a);
  }
}
