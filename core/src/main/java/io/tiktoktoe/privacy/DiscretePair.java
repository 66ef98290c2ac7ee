package io.tiktoktoe.privacy;

/** Mechanisms on the whole numbers (discrete Gaussian and Laplace): every outcome is an atom. */
final class DiscretePair implements OutputPair {

  /** So many outcomes are told apart; more need the continuous twin, which is as good then. */
  private static final double MOST_OUTCOMES = 1 << 24;

  private final double[] losses;
  private final double[] logMasses;
  private final double highest;

  private DiscretePair(double[] losses, double[] logMasses, double highest) {
    this.losses = losses;
    this.logMasses = logMasses;
    this.highest = highest;
  }

  static DiscretePair of(Mechanism mechanism) {
    return mechanism.kind() == NoiseKind.DISCRETE_LAPLACE
        ? laplace(mechanism)
        : gaussian(mechanism);
  }

  /** Left of 0 and right of the sensitivity the loss is the same: two atoms hold these. */
  private static DiscretePair laplace(Mechanism mechanism) {
    int shift = outcomes(mechanism, mechanism.sensitivity());
    double rate = 1 / mechanism.parameter();
    // Masses are (1 - q) / (1 + q) q^|x| with q = exp(-rate).
    double logCentre = Math.log(-Math.expm1(-rate)) - Math.log1p(Math.exp(-rate));
    double logTail = -Math.log1p(Math.exp(-rate));
    double[] losses = new double[shift + 1];
    double[] logMasses = new double[shift + 1];
    for (int x = 0; x <= shift; x++) {
      losses[x] = rate * (2.0 * x - shift);
      logMasses[x] = (x == 0 || x == shift ? logTail : logCentre) - rate * x;
    }
    return new DiscretePair(losses, logMasses, rate * shift);
  }

  private static DiscretePair gaussian(Mechanism mechanism) {
    double sigma = mechanism.parameter();
    double shift = mechanism.sensitivity();
    double reach = DiscreteMass.reach(sigma) + shift;
    int count = outcomes(mechanism, 2 * reach + 1);
    DiscreteMass masses = DiscreteMass.of(NoiseKind.DISCRETE_GAUSSIAN, sigma);
    double[] losses = new double[count];
    double[] logMasses = new double[count];
    for (int i = 0; i < count; i++) {
      double x = i - reach;
      losses[i] = shift * (2 * x - shift) / (2 * sigma * sigma);
      logMasses[i] = masses.logMass(x);
    }
    return new DiscretePair(losses, logMasses, Double.POSITIVE_INFINITY);
  }

  private static int outcomes(Mechanism mechanism, double count) {
    if (count > MOST_OUTCOMES) {
      throw new IllegalArgumentException(
          "%s noise of parameter %s and sensitivity %s has too many outcomes. Use %s, which is as good then."
              .formatted(
                  mechanism.kind().label(),
                  mechanism.parameter(),
                  mechanism.sensitivity(),
                  mechanism.kind().label().replace("discrete_", "")));
    }
    return (int) count;
  }

  @Override
  public double highest() {
    return highest;
  }

  @Override
  public double logMoment(double s) {
    LogSum sum = new LogSum();
    nodes(1, (logMass, loss) -> sum.add(logMass + (s + 1) * loss));
    return sum.value();
  }

  @Override
  public void nodes(double order, Nodes nodes) {
    for (int i = 0; i < losses.length; i++) {
      nodes.add(logMasses[i], losses[i]);
    }
  }

  @Override
  public int atoms() {
    return losses.length;
  }

  @Override
  public double loss(int atom) {
    return losses[atom];
  }

  @Override
  public double mass(int atom) {
    return Math.exp(logMasses[atom]);
  }

  @Override
  public double outcome(double loss) {
    return 0;
  }

  @Override
  public double massP(double from, double to) {
    return 0;
  }

  @Override
  public double massQ(double from, double to) {
    return 0;
  }
}
