package io.tiktoktoe.audience.segment;

/** Feature scaling: how values of different units are made comparable. */
public enum Scaling {
  /**
   * Counts and amounts that are skewed to the right as log(1 + value), then each column less its
   * median, over its interquartile range.
   */
  ROBUST,
  /** As they are. */
  NONE
}
