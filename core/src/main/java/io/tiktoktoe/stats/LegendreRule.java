package io.tiktoktoe.stats;

/** Gauss-Legendre quadrature on (0, 1): nodes by Newton's method on Legendre polynomials. */
public final class LegendreRule {

  private LegendreRule() {}

  /** Nodes and weights of the rule with {@code n} nodes, exact for polynomials below degree 2n. */
  public static double[][] of(int n) {
    double[] nodes = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      double z = Math.cos(Math.PI * (i + .75) / (n + .5));
      double slope = 1;
      for (int step = 0; step < 100; step++) {
        double[] legendre = legendre(n, z);
        slope = n * (z * legendre[0] - legendre[1]) / (z * z - 1);
        double move = legendre[0] / slope;
        z -= move;
        if (Math.abs(move) < 1e-15) {
          break;
        }
      }
      nodes[i] = (1 - z) / 2;
      weights[i] = 1 / ((1 - z * z) * slope * slope);
    }
    return new double[][] {nodes, weights};
  }

  /** The polynomials of degree n and n - 1. */
  private static double[] legendre(int n, double z) {
    double now = 1;
    double before = 0;
    for (int k = 0; k < n; k++) {
      double next = ((2 * k + 1) * z * now - k * before) / (k + 1);
      before = now;
      now = next;
    }
    return new double[] {now, before};
  }
}
