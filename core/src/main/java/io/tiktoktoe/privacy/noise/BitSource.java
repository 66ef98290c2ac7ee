package io.tiktoktoe.privacy.noise;

/**
 * A source of uniform random bits. Outside of tests there is one: the secure one, whose next bits
 * nobody can tell from all that went before. Not thread safe.
 */
public interface BitSource {

  /** The next 64 bits, each 0 or 1 with equal chance, independent of all others. */
  long next();
}
