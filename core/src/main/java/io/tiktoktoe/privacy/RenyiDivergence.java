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

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /** Until nothing of a bracket of 60 is left. */
  private static final int SECTIONS = 80;

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

  /** The least epsilon over all orders above 1 of a divergence of {@code rho} times the order. */
  static double concentrated(double rho, double delta) {
    // Golden section over log(order - 1), in which the epsilon first falls, then rises.
    double low = -20;
    double high = 40;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    for (int i = 0; i < SECTIONS; i++) {
      if (concentrated(rho, delta, left) < concentrated(rho, delta, right)) {
        high = right;
      } else {
        low = left;
      }
      left = high - GOLDEN * (high - low);
      right = low + GOLDEN * (high - low);
    }
    return Math.max(0, concentrated(rho, delta, (low + high) / 2));
  }

  private static double concentrated(double rho, double delta, double logExcess) {
    double excess = Math.exp(logExcess);
    double order = 1 + excess;
    return rho * order + Math.log(excess / order) - Math.log(delta * order) / excess;
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
