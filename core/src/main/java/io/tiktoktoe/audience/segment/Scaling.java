package io.tiktoktoe.audience.segment;

/** Feature scaling: how values of different units are made comparable. */
public enum Scaling {
  /**
   * Counts and amounts that are skewed to the right as log(1 + value), then each column less its
   * median, over the range from the 5th to the 95th percentile in standard deviations of a normal
   * distribution; where that is none, over the standard deviation.
   */
  ROBUST,
  /** As they are. */
  NONE
}
