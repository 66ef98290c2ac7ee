package io.tiktoktoe.stats;

import java.util.SplittableRandom;

/**
 * Independent substreams of random numbers (Steele, Lea and Flood 2014), one for each use of a seed
 * and each draw within it.
 *
 * <p>A {@link SplittableRandom} steps its seed by a constant: seeds that are a multiple of it apart
 * give one sequence, some places later, and the same seed in two places gives the same numbers. So
 * seed, use and index are mixed one after the other, and what comes out is split: the result has a
 * step of its own.
 */
public final class Substreams {

  private Substreams() {}

  /**
   * The generator of one draw; the same for the same arguments, whoever asks and in whatever order.
   * O(1), about 20 ns.
   *
   * @param use what is drawn, such as {@code "rare payments"}; other uses have unrelated numbers
   * @param index which of the draws
   */
  public static SplittableRandom of(long seed, String use, long index) {
    long family = mixed(mixed(seed) + use.hashCode());
    return new SplittableRandom(family ^ mixed(index)).split();
  }

  private static long mixed(long value) {
    return new SplittableRandom(value).nextLong();
  }
}
