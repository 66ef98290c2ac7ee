package io.tiktoktoe.pricing.test;

import io.tiktoktoe.event.KeyedHash;

/**
 * Deterministic assignment: a fan's place between 0 and 1 in an experiment, by a salted hash, so
 * that a restart, another thread or another platform of the same fan changes nothing, and places in
 * two experiments have nothing to do with each other. O(length of the names).
 */
public final class StickyPlace {

  private static final double BITS = 0x1p-53;

  /** A double holds 53 of the 63 bits. */
  private static final int UNUSED = 10;

  private StickyPlace() {}

  /** The place of a fan. */
  public static double of(KeyedHash salt, String experiment, String fan) {
    return (salt.id(KeyedHash.Kind.FAN, experiment.length() + ":" + experiment + fan) >>> UNUSED)
        * BITS;
  }
}
