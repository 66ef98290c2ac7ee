package io.tiktoktoe.simulation.fan;

import io.tiktoktoe.simulation.draw.Draws;
import java.util.Arrays;

/** The people whom one creator has met: open addressing, 8 bytes or less each. */
public final class PersonSet {

  private static final int EMPTY = -1;

  private int[] table = new int[16];
  private int count;

  public PersonSet() {
    Arrays.fill(table, EMPTY);
  }

  /** Whether they were not in it before. */
  boolean add(int person) {
    if (2 * (count + 1) > table.length) {
      grow();
    }
    boolean isNew = put(table, person);
    count += isNew ? 1 : 0;
    return isNew;
  }

  private void grow() {
    int[] larger = new int[2 * table.length];
    Arrays.fill(larger, EMPTY);
    for (int person : table) {
      if (person != EMPTY) {
        put(larger, person);
      }
    }
    table = larger;
  }

  private static boolean put(int[] into, int person) {
    int mask = into.length - 1;
    int at = (int) Draws.mix(person) & mask;
    while (into[at] != EMPTY) {
      if (into[at] == person) {
        return false;
      }
      at = (at + 1) & mask;
    }
    into[at] = person;
    return true;
  }
}
