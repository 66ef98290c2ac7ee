package io.tiktoktoe.privacy.release;

import java.util.Arrays;

/** Puts rows of the same person side by side, in one pass with a hash table. O(rows). */
final class PersonOrder {

  private long[] keys = new long[1 << 12];
  private int[] numbers = new int[1 << 12];
  private int persons;

  private PersonOrder() {}

  /**
   * Groups rows whose cell is asked for (0 or above).
   *
   * @param rows receives the rows' numbers
   * @return where each person's rows begin, and the end of the last
   */
  static int[] group(Contributions raw, int[] cells, int[] rows) {
    PersonOrder order = new PersonOrder();
    int[] person = new int[raw.size()];
    int[] counts = new int[1024];
    for (int row = 0; row < person.length; row++) {
      person[row] = cells[raw.partitionOf(row)] < 0 ? -1 : order.number(raw.person(row));
      if (person[row] >= counts.length) {
        counts = Arrays.copyOf(counts, 2 * counts.length);
      }
      if (person[row] >= 0) {
        counts[person[row]]++;
      }
    }
    int[] starts = new int[order.persons + 1];
    for (int i = 0; i < order.persons; i++) {
      starts[i + 1] = starts[i] + counts[i];
    }
    int[] next = Arrays.copyOf(starts, order.persons);
    for (int row = 0; row < person.length; row++) {
      if (person[row] >= 0) {
        rows[next[person[row]]++] = row;
      }
    }
    return starts;
  }

  private int number(long key) {
    int slot = slot(key, keys.length);
    while (numbers[slot] != 0) {
      if (keys[slot] == key) {
        return numbers[slot] - 1;
      }
      slot = slot + 1 & keys.length - 1;
    }
    keys[slot] = key;
    numbers[slot] = ++persons;
    if (2 * persons > keys.length) {
      grow();
    }
    return persons - 1;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[2 * oldKeys.length];
    numbers = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNumbers[i] != 0) {
        int slot = slot(oldKeys[i], keys.length);
        while (numbers[slot] != 0) {
          slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = oldKeys[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }

  private static int slot(long key, int size) {
    long mixed = key * 0x9e3779b97f4a7c15L;
    return (int) (mixed ^ mixed >>> 32) & size - 1;
  }
}
