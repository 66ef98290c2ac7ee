package io.tiktoktoe.privacy;

/**
 * Additive noise mechanism and how often it is used, on neighbouring data: those that differ by one
 * person more or less.
 *
 * @param kind the noise's distribution
 * @param parameter sigma of (discrete) Gaussian noise, scale b of (discrete) Laplace noise; in the
 *     statistic's unit, above 0
 * @param sensitivity by how much one person moves the statistic at most, above 0; a whole number
 *     for discrete noise
 * @param count how many statistics are released so, at least 1
 * @param sampling chance with which a person is in the data at all (Poisson sampling), above 0 and
 *     at most 1
 */
public record Mechanism(
    NoiseKind kind, double parameter, double sensitivity, long count, double sampling) {

  /** So many statistics stay exact in a double. */
  private static final long MOST = 1L << 40;

  /** Noise that much smaller than what it shall hide hides nothing: a mistake of unit. */
  private static final double MOST_RATIO = 100;

  /** Noise that much larger leaves nothing of a statistic. */
  private static final double LEAST_RATIO = 1e-10;

  /** Checks every number. */
  public Mechanism {
    requirePositive("parameter", parameter);
    requirePositive("sensitivity", sensitivity);
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          "count (%d) must lie between 1 and %d.".formatted(count, MOST));
    }
    if (!(sampling > 0 && sampling <= 1)) {
      throw new IllegalArgumentException(
          "sampling (%s) must lie above 0 and be at most 1.".formatted(sampling));
    }
    if (kind.isDiscrete() && sensitivity != Math.rint(sensitivity)) {
      throw new IllegalArgumentException(
          "sensitivity (%s) of %s noise must be a whole number."
              .formatted(sensitivity, kind.label()));
    }
    double ratio = sensitivity / parameter;
    if (!(ratio <= MOST_RATIO && ratio >= LEAST_RATIO)) {
      throw new IllegalArgumentException(
          "parameter (%s) must lie between a hundredth and 1e10 times the sensitivity (%s)."
              .formatted(parameter, sensitivity));
    }
  }

  /** One statistic of everybody's data. */
  public static Mechanism once(NoiseKind kind, double parameter, double sensitivity) {
    return new Mechanism(kind, parameter, sensitivity, 1, 1);
  }

  /** The same, so often. */
  public Mechanism times(long count) {
    return new Mechanism(kind, parameter, sensitivity, count, sampling);
  }

  /** The same, on a sample. */
  public Mechanism sampled(double sampling) {
    return new Mechanism(kind, parameter, sensitivity, count, sampling);
  }

  /** Whether everybody's data are used. */
  boolean isWhole() {
    return sampling == 1;
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value) || value < Double.MIN_NORMAL) {
      throw new IllegalArgumentException(
          "%s (%s) must be a number above 0.".formatted(name, value));
    }
  }
}
