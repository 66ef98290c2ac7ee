package io.tiktoktoe.simulation;

/** The fans of one creator who shared lately; some of those who join now were brought by them. */
final class Sharers {

  private final int[] slots = new int[64];
  private int count;

  void add(int slot) {
    slots[count % slots.length] = slot;
    count++;
  }

  /** One of them, or -1 if nobody shared yet. */
  int pick(Draws draws) {
    return count == 0 ? -1 : slots[draws.below(Math.min(count, slots.length))];
  }
}
