package io.tiktoktoe.benchmarks.simulation;

import io.tiktoktoe.stats.NelderMead;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.special.Gamma;

/**
 * BG/NBD as published (Fader, Hardie, Lee 2005), small and slow: only to see how far its
 * assumptions hold in a simulated world.
 *
 * @param r shape of the purchase rates
 * @param alpha scale of the purchase rates
 * @param a first parameter of the dropout probability
 * @param b second parameter of the dropout probability
 */
record BetaGeometric(double r, double alpha, double a, double b) {

  private static final int EVALUATIONS = 1_500;
  private static final int SERIES_TERMS = 5_000;

  /**
   * What is known of a customer.
   *
   * @param repeats purchases after the first one
   * @param last time from the first to the last
   * @param age time from the first to now
   */
  record Customer(int repeats, double last, double age) {}

  static BetaGeometric fit(List<Customer> customers) {
    double[] start = {-0.5, 3, -0.5, 0.7};
    double[] low = {-5, -2, -5, -3};
    double[] high = {4, 9, 5, 7};
    double[] found =
        new NelderMead(start, low, high, EVALUATIONS)
            .minimise(logs -> -of(logs).logLikelihood(customers));
    return of(found);
  }

  private static BetaGeometric of(double[] logs) {
    double[] p = Arrays.stream(logs).map(log -> Math.exp(Math.clamp(log, -9, 12))).toArray();
    return new BetaGeometric(p[0], p[1], p[2], p[3]);
  }

  private double logLikelihood(List<Customer> customers) {
    double sum = 0;
    for (Customer one : customers) {
      double x = one.repeats;
      double common =
          Gamma.logGamma(r + x)
              - Gamma.logGamma(r)
              + r * Math.log(alpha)
              + Gamma.logGamma(a + b)
              + Gamma.logGamma(b + x)
              - Gamma.logGamma(b)
              - Gamma.logGamma(a + b + x);
      double alive = -(r + x) * Math.log(alpha + one.age);
      double total = alive;
      if (x > 0) {
        double gone = Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + one.last);
        double larger = Math.max(alive, gone);
        total = larger + Math.log(Math.exp(alive - larger) + Math.exp(gone - larger));
      }
      sum += common + total;
    }
    return sum;
  }

  /** Expected purchases of a customer within {@code ahead}. */
  double expected(Customer one, double ahead) {
    double x = one.repeats;
    double now = alpha + one.age;
    double series = hypergeometric(r + x, b + x, a + b + x - 1, ahead / (now + ahead));
    double left = 1 - Math.pow(now / (now + ahead), r + x) * series;
    double alive = x == 0 ? 1 : 1 + a / (b + x - 1) * Math.pow(now / (alpha + one.last), r + x);
    return (a + b + x - 1) / (a - 1) * left / alive;
  }

  private static double hypergeometric(double a, double b, double c, double z) {
    double term = 1;
    double sum = 1;
    for (int n = 0; n < SERIES_TERMS && Math.abs(term) > 1e-12 * Math.abs(sum); n++) {
      term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
      sum += term;
    }
    return sum;
  }
}
