package io.tiktoktoe.privacy.release;

/**
 * A number that may be seen: it went through bounding and noise. Only this package makes it.
 *
 * <p>Counts are not cut at 0, which would make their sums too large.
 */
public final class ProtectedNumber {

  private final String label;
  private final double value;
  private final ErrorStatement error;

  ProtectedNumber(String label, double value, ErrorStatement error) {
    this.label = label;
    this.value = value;
    this.error = error;
  }

  /** Its partition, or the probability of a quantile; of both as {@code partition:probability}. */
  public String label() {
    return label;
  }

  /** The number with its noise. */
  public double value() {
    return value;
  }

  /** How wrong it is. */
  public ErrorStatement error() {
    return error;
  }

  @Override
  public String toString() {
    return "%s %s ± %s".formatted(label, value, error.halfWidth95());
  }
}
