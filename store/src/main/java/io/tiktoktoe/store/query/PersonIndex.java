package io.tiktoktoe.store.query;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers fans from 0 in the order in which they are met; ids that are linked are one fan, known by
 * the smallest of them (union-find over the links, open addressing over the ids).
 */
final class PersonIndex {

  private static final int FREE = -1;

  private final Map<Long, Long> parents = new HashMap<>();
  private final Map<Pair, Boolean> links = new HashMap<>();
  private final Map<Long, Integer> members = new HashMap<>();
  private long[] keys = new long[1_024];
  private int[] places = filled(1_024);
  private long[] ids = new long[512];
  private int size;

  private record Pair(long a, long b) {}

  /** Takes a word on two ids; the last word on a pair holds. Before any fan is asked for. */
  void link(long a, long b, boolean linked) {
    links.put(new Pair(Math.min(a, b), Math.max(a, b)), linked);
  }

  /** Joins what is still linked. */
  void join() {
    links.forEach(
        (pair, linked) -> {
          if (linked) {
            long a = root(pair.a());
            long b = root(pair.b());
            parents.put(Math.max(a, b), Math.min(a, b));
            parents.put(Math.min(a, b), Math.min(a, b));
          }
        });
    parents.keySet().forEach(id -> members.merge(root(id), 1, Integer::sum));
  }

  private long root(long id) {
    long at = id;
    for (Long up = parents.get(at); up != null && up != at; up = parents.get(at)) {
      at = up;
    }
    long top = at;
    // Long chains are made short for whoever asks next.
    for (Long up = parents.get(id); up != null && up != top; up = parents.get(id)) {
      parents.put(id, top);
      id = up;
    }
    return top;
  }

  /** The smallest of the ids that are linked with this one. */
  long person(long id) {
    return parents.isEmpty() ? id : root(id);
  }

  /** The number of the fan of this id. */
  int of(long id) {
    long person = person(id);
    int slot = slot(person);
    if (places[slot] != FREE) {
      return places[slot];
    }
    if (2 * (size + 1) > keys.length) {
      grow();
      slot = slot(person);
    }
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
    }
    keys[slot] = person;
    places[slot] = size;
    ids[size] = person;
    return size++;
  }

  /** The number of the fan of this id, or -1 if nobody met them. */
  int find(long id) {
    return places[slot(parents.isEmpty() ? id : root(id))];
  }

  /** Whether the fan of this id has other ids, too. */
  boolean isShared(long id) {
    return parents.containsKey(id);
  }

  private int slot(long person) {
    int mask = keys.length - 1;
    int at = (int) (person * 0x9E3779B97F4A7C15L >>> 32) & mask;
    while (places[at] != FREE && keys[at] != person) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    int larger = 2 * keys.length;
    keys = new long[larger];
    places = filled(larger);
    for (int place = 0; place < size; place++) {
      int slot = slot(ids[place]);
      keys[slot] = ids[place];
      places[slot] = place;
    }
  }

  private static int[] filled(int length) {
    int[] free = new int[length];
    Arrays.fill(free, FREE);
    return free;
  }

  int size() {
    return size;
  }

  /** Each fan's smallest id. */
  long[] ids() {
    return Arrays.copyOf(ids, size);
  }

  /** How many ids are each fan's. */
  int[] accounts() {
    int[] accounts = new int[size];
    for (int fan = 0; fan < size; fan++) {
      accounts[fan] = members.getOrDefault(ids[fan], 1);
    }
    return accounts;
  }
}
