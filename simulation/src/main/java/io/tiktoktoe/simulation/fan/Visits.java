package io.tiktoktoe.simulation.fan;

import java.util.Arrays;

/** What the fans of one creator want to do on one day, in order of time. */
public final class Visits {

  /** Bits of a sort key that number the visits; the rest holds the millisecond of the day. */
  private static final int NUMBER_BITS = 24;

  private long[] order = new long[16];
  private long[] moments = new long[16];
  private long[] keys = new long[16];
  private Fan[] fans = new Fan[16];
  private boolean[] tips = new boolean[16];
  private int count;

  public void clear() {
    Arrays.fill(fans, 0, count, null);
    count = 0;
  }

  /** Adds one that is to be done with the random numbers of {@code key}. */
  public void add(long start, long at, Fan fan, boolean tip, long key) {
    if (count == fans.length) {
      int size = 2 * count;
      order = Arrays.copyOf(order, size);
      moments = Arrays.copyOf(moments, size);
      keys = Arrays.copyOf(keys, size);
      fans = Arrays.copyOf(fans, size);
      tips = Arrays.copyOf(tips, size);
    }
    order[count] = at - start << NUMBER_BITS | count;
    moments[count] = at;
    keys[count] = key;
    fans[count] = fan;
    tips[count++] = tip;
  }

  /** Takes one visit. */
  @FunctionalInterface
  public interface Taker {
    void take(Fan fan, long at, boolean tip, long key);
  }

  /** Gives all in order of time. */
  public void forEach(Taker taker) {
    Arrays.sort(order, 0, count);
    for (int i = 0; i < count; i++) {
      int number = (int) (order[i] & (1L << NUMBER_BITS) - 1);
      taker.take(fans[number], moments[number], tips[number], keys[number]);
    }
  }
}
