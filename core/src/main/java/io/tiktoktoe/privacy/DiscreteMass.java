package io.tiktoktoe.privacy;

/**
 * Probability mass function of discrete Laplace and discrete Gaussian noise on the whole numbers.
 *
 * <p>The Gaussian's normaliser is summed; that takes time with sigma.
 */
public final class DiscreteMass {

  /** What lies further out has a logarithm of mass below this. */
  static final double LEAST = -700;

  private final NoiseKind kind;
  private final double parameter;
  private final double logNormaliser;

  private DiscreteMass(NoiseKind kind, double parameter, double logNormaliser) {
    this.kind = kind;
    this.parameter = parameter;
    this.logNormaliser = logNormaliser;
  }

  /**
   * The masses of a kind.
   *
   * @param kind discrete Laplace or discrete Gaussian
   * @param parameter scale or sigma, above 0
   * @throws IllegalArgumentException if the kind is continuous
   */
  public static DiscreteMass of(NoiseKind kind, double parameter) {
    return switch (kind) {
      case DISCRETE_LAPLACE ->
          // The sum of q^|x| is (1 + q) / (1 - q) with q = exp(-1 / scale).
          new DiscreteMass(
              kind,
              parameter,
              Math.log1p(Math.exp(-1 / parameter)) - Math.log(-Math.expm1(-1 / parameter)));
      case DISCRETE_GAUSSIAN -> new DiscreteMass(kind, parameter, logSum(parameter));
      case LAPLACE, GAUSSIAN ->
          throw new IllegalArgumentException(
              "%s noise has no masses. Use discrete_%s.".formatted(kind.label(), kind.label()));
    };
  }

  private static double logSum(double sigma) {
    double reach = reach(sigma);
    double sum = 1;
    for (double x = reach; x > 0; x--) {
      sum += 2 * Math.exp(-x * x / (2 * sigma * sigma));
    }
    return Math.log(sum);
  }

  /** Beyond this Gaussian masses are left out. */
  static double reach(double sigma) {
    return Math.ceil(sigma * Math.sqrt(-2 * LEAST));
  }

  /** Natural logarithm of the mass of a whole number. */
  public double logMass(double x) {
    double size = Math.abs(x) / parameter;
    return (kind == NoiseKind.DISCRETE_LAPLACE ? -size : -size * size / 2) - logNormaliser;
  }

  /** The mass of a whole number. */
  public double mass(double x) {
    return Math.exp(logMass(x));
  }
}
