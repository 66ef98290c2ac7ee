package io.tiktoktoe.pipeline.insight;

import io.tiktoktoe.privacy.release.ProtectedNumber;

/**
 * A protected number as answers carry it.
 *
 * @param label what it counts
 * @param value with its noise; may lie below 0
 * @param standardError of the noise, in its unit, above 0
 * @param halfWidth95 the true number lies this near with 95%
 */
public record NoisyNumber(String label, double value, double standardError, double halfWidth95) {

  /** What may be seen of a protected number. */
  public static NoisyNumber of(ProtectedNumber number) {
    return new NoisyNumber(
        number.label(),
        number.value(),
        number.error().standardError(),
        number.error().halfWidth95());
  }

  /** Its variance by noise. */
  public double variance() {
    return standardError * standardError;
  }
}
