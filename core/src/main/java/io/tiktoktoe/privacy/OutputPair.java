package io.tiktoktoe.privacy;

/**
 * Dominating pair of a mechanism: what it releases with one person more (P) and without (Q), before
 * any sampling. Outcomes lie on a line; the privacy loss {@code log(P/Q)} does not fall along it
 * and is symmetric: with P and Q exchanged it is the same with the other sign.
 */
interface OutputPair {

  /** Takes parts of Q: the logarithm of its mass, and the loss there. */
  @FunctionalInterface
  interface Nodes {
    /** Takes one. */
    void add(double logMass, double loss);
  }

  /** The largest loss; may be infinite. The smallest is its opposite. */
  double highest();

  /** Logarithm of the moment {@code E_P[exp(s loss)]}. */
  double logMoment(double s);

  /**
   * Quadrature of Q, good enough for integrals of {@code Q (P/Q)^order} and all lower orders.
   *
   * @param order at least 1
   */
  void nodes(double order, Nodes nodes);

  /** How many outcomes have a mass of their own. */
  int atoms();

  /** The loss of such an outcome. */
  double loss(int atom);

  /** Its mass in Q. */
  double mass(int atom);

  /** The outcome with a loss: the last with a smaller one, where none has just this. */
  double outcome(double loss);

  /** Mass of P between two outcomes, without atoms. */
  double massP(double from, double to);

  /** Mass of Q between two outcomes, without atoms. */
  double massQ(double from, double to);

  /** The pair of a mechanism. */
  static OutputPair of(Mechanism mechanism) {
    double ratio = mechanism.sensitivity() / mechanism.parameter();
    return switch (mechanism.kind()) {
      case GAUSSIAN -> new GaussianPair(ratio);
      case LAPLACE -> new LaplacePair(ratio);
      case DISCRETE_GAUSSIAN, DISCRETE_LAPLACE -> DiscretePair.of(mechanism);
    };
  }
}
