package io.tiktoktoe.content.act;

import io.tiktoktoe.content.insight.ContentActs;
import java.util.HashMap;
import java.util.Map;

/**
 * Bot filtering: views that no person can have made, because one account views one content, or all
 * of them together, more often in a day than anybody can.
 */
public final class MachineViews {

  private static final long DAY_SECONDS = 86_400;

  private MachineViews() {}

  /**
   * Which rows are a machine's: all that an account did on a day on which it passed a limit. O(n).
   */
  public static boolean[] of(ContentActs acts) {
    boolean[] machine = new boolean[acts.size()];
    Map<Long, Integer> ofOne = new HashMap<>();
    Map<Integer, Integer> ofAll = new HashMap<>();
    int first = 0;
    while (first < acts.size()) {
      int end = endOfDay(acts, first);
      ofOne.clear();
      ofAll.clear();
      count(acts, first, end, ofOne, ofAll);
      for (int i = first; i < end; i++) {
        machine[i] =
            acts.fan()[i] >= 0
                && (ofAll.getOrDefault(acts.fan()[i], 0) > ContentActs.MOST_OF_ALL
                    || ofOne.getOrDefault(key(acts, i), 0) > ContentActs.MOST_OF_ONE);
      }
      first = end;
    }
    return machine;
  }

  private static int endOfDay(ContentActs acts, int first) {
    long day = Math.floorDiv(acts.seconds()[first], DAY_SECONDS);
    int end = first;
    while (end < acts.size() && Math.floorDiv(acts.seconds()[end], DAY_SECONDS) == day) {
      end++;
    }
    return end;
  }

  private static void count(
      ContentActs acts, int first, int end, Map<Long, Integer> ofOne, Map<Integer, Integer> ofAll) {
    for (int i = first; i < end; i++) {
      if (acts.fan()[i] >= 0 && acts.kind()[i] == ContentActs.Kind.VIEW.ordinal()) {
        ofAll.merge(acts.fan()[i], acts.quantity()[i], MachineViews::sum);
        ofOne.merge(key(acts, i), acts.quantity()[i], MachineViews::sum);
      }
    }
  }

  private static int sum(int a, int b) {
    return (int) Math.min(Integer.MAX_VALUE, (long) a + b);
  }

  private static long key(ContentActs acts, int row) {
    return ((long) acts.fan()[row] << 32) | acts.content()[row];
  }
}
