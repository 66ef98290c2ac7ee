package io.tiktoktoe.privacy;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Rényi differential privacy: divergences of a fixed set of orders add up over releases, and the
 * best order gives an epsilon. Simple and always right, but above the privacy loss distribution's.
 * Sources: Mironov, "Rényi Differential Privacy", CSF 2017; for the step to epsilon Canonne, Kamath
 * and Steinke 2020, proposition 12, and Balle et al. 2020, theorem 21.
 */
final class RenyiDivergence {

  /**
   * The orders that are customary, so that figures can be compared: 1.1 to 10.9, 11 to 63, more.
   */
  private static final double[] ORDERS =
      DoubleStream.concat(
              DoubleStream.concat(
                  java.util.stream.IntStream.rangeClosed(11, 109).mapToDouble(i -> i / 10.0),
                  java.util.stream.IntStream.rangeClosed(11, 63).mapToDouble(i -> i)),
              DoubleStream.of(128, 256, 512, 1024))
          .toArray();

  private RenyiDivergence() {}

  /** The least epsilon over all orders; never below the truth. */
  static double epsilon(List<Mechanism> mechanisms, double delta) {
    double best = Double.POSITIVE_INFINITY;
    for (double order : ORDERS) {
      double divergence = 0;
      for (Mechanism mechanism : mechanisms) {
        divergence += mechanism.count() * divergence(mechanism, order);
      }
      // Divergences grow with the order, and the epsilon lies above them in the limit.
      if (divergence + Math.log1p(-1 / order) > best) {
        break;
      }
      best = Math.min(best, epsilon(divergence, order, delta));
    }
    return best;
  }

  private static double epsilon(double divergence, double order, double delta) {
    // Of total variation at most root(1 - exp(-KL)), which a small divergence bounds by delta.
    if (delta * delta + Math.expm1(-divergence) > 0) {
      return 0;
    }
    return Math.max(0, divergence + Math.log1p(-1 / order) - Math.log(delta * order) / (order - 1));
  }

  /** The larger of the divergences of both directions. */
  private static double divergence(Mechanism mechanism, double order) {
    OutputPair pair = OutputPair.of(mechanism);
    double removed = new SampledPair(pair, mechanism.sampling(), false).logMoment(order - 1);
    if (mechanism.isWhole()) {
      return removed / (order - 1);
    }
    double added = new SampledPair(pair, mechanism.sampling(), true).logMoment(order - 1);
    return Math.max(removed, added) / (order - 1);
  }
}
