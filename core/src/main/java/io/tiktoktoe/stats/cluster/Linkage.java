package io.tiktoktoe.stats.cluster;

import java.util.Locale;

/**
 * Linkage: how far two clusters are from each other, from the Euclidean distances of their rows.
 */
public enum Linkage {
  /**
   * The growth of the within-cluster sum of squares by joining them, as a distance: the square root
   * of twice the growth, ward.D2 of R.
   */
  WARD,
  /** The mean distance of their rows. */
  AVERAGE,
  /** The greatest distance of their rows. */
  COMPLETE,
  /** The smallest distance of their rows. */
  SINGLE;

  /** As people write it, such as {@code ward}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
