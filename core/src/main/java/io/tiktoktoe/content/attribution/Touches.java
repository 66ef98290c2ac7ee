package io.tiktoktoe.content.attribution;

import io.tiktoktoe.content.insight.ContentActs;

/**
 * Touch points by fan, oldest first: a fan watched, liked, answered or shared a content. What one
 * fan does at one content within an hour is one touch, at its beginning.
 */
final class Touches {

  /** Acts within this many seconds of a touch belong to it. */
  static final long ONE_TOUCH_SECONDS = 3_600;

  private final int[] first;
  private final long[] seconds;
  private final int[] content;

  private Touches(int[] first, long[] seconds, int[] content) {
    this.first = first;
    this.seconds = seconds;
    this.content = content;
  }

  /** Collects them. O(n). */
  static Touches of(ContentActs acts, boolean[] machine, int fans, int contents) {
    int[] ends = new int[fans + 1];
    for (int i = 0; i < acts.size(); i++) {
      if (touches(acts, machine, i)) {
        ends[acts.fan()[i] + 1]++;
      }
    }
    for (int fan = 0; fan < fans; fan++) {
      ends[fan + 1] += ends[fan];
    }
    int[] rows = new int[ends[fans]];
    int[] next = ends.clone();
    for (int i = 0; i < acts.size(); i++) {
      if (touches(acts, machine, i)) {
        rows[next[acts.fan()[i]]++] = i;
      }
    }
    return merged(acts, rows, ends, contents);
  }

  private static boolean touches(ContentActs acts, boolean[] machine, int row) {
    return acts.fan()[row] >= 0
        && !machine[row]
        && acts.kind()[row] != ContentActs.Kind.FOLLOW.ordinal();
  }

  private static Touches merged(ContentActs acts, int[] rows, int[] ends, int contents) {
    int fans = ends.length - 1;
    int[] first = new int[fans + 1];
    long[] seconds = new long[rows.length];
    int[] content = new int[rows.length];
    int[] lastFan = new int[contents];
    long[] lastSeconds = new long[contents];
    int size = 0;
    for (int fan = 0; fan < fans; fan++) {
      first[fan] = size;
      for (int i = ends[fan]; i < ends[fan + 1]; i++) {
        int one = acts.content()[rows[i]];
        long at = acts.seconds()[rows[i]];
        if (lastFan[one] != fan + 1 || at - lastSeconds[one] > ONE_TOUCH_SECONDS) {
          lastFan[one] = fan + 1;
          lastSeconds[one] = at;
          seconds[size] = at;
          content[size++] = one;
        }
      }
    }
    first[fans] = size;
    return new Touches(first, seconds, content);
  }

  int fans() {
    return first.length - 1;
  }

  int size() {
    return first[first.length - 1];
  }

  /** Place of a fan's first touch; that of the next fan's is where the fan's end. */
  int first(int fan) {
    return first[fan];
  }

  long seconds(int touch) {
    return seconds[touch];
  }

  int content(int touch) {
    return content[touch];
  }

  /** The first touch of a fan at or after a time; the end of the fan's where there is none. */
  int firstFrom(int fan, long time) {
    int low = first[fan];
    int high = first[fan + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (seconds[middle] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
