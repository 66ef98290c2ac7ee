package io.tiktoktoe.privacy.noise;

import java.util.SplittableRandom;

/** Bits of a seed, for tests alone: main code has no way to seed noise. */
public final class SeededBits implements BitSource {

  private final SplittableRandom random;

  public SeededBits(long seed) {
    this.random = new SplittableRandom(seed);
  }

  @Override
  public long next() {
    return random.nextLong();
  }
}
