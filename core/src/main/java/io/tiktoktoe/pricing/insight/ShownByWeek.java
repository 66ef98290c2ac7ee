package io.tiktoktoe.pricing.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Weekly counts of a price test, and what was charged before each week: from them is seen whether
 * demand answers the prices that were shown (a rival follows them, fans remember them). Not thread
 * safe. O(1) for each count, O(weeks arms) for {@link #weeks}.
 */
public final class ShownByWeek {

  /** How far a memory of prices moves to those of one week. */
  private static final double MEMORY = .5;

  private final PriceTestPlan plan;
  private final NavigableMap<Long, long[][]> counts = new TreeMap<>();

  /** Nothing was shown yet. */
  public ShownByWeek(PriceTestPlan plan) {
    this.plan = plan;
  }

  private long[][] of(long week) {
    return counts.computeIfAbsent(week, ignored -> new long[3][plan.arms().size()]);
  }

  /** One more person was shown an arm in this week of the test. */
  public void assigned(long week, int arm) {
    of(week)[0][arm]++;
  }

  /**
   * It is now known whether so many more persons who were shown an arm in this week bought.
   *
   * @param persons how many; below 0 takes them back
   */
  public void settled(long week, int arm, boolean bought, int persons) {
    long[][] one = of(week);
    one[1][arm] += persons;
    one[2][arm] += bought ? persons : 0;
  }

  /** The weeks in which anybody was shown anything, oldest first. */
  public List<PriceTestState.Week> weeks() {
    double before = plan.arms().get(plan.control()).price();
    List<PriceTestState.Week> weeks = new ArrayList<>();
    for (long[][] one : counts.values()) {
      weeks.add(new PriceTestState.Week(before, list(one[1]), list(one[2])));
      double sum = 0;
      for (int arm = 0; arm < one[0].length; arm++) {
        sum += one[0][arm] * plan.arms().get(arm).price();
      }
      long all = Arrays.stream(one[0]).sum();
      before += all > 0 ? MEMORY * (sum / all - before) : 0;
    }
    return weeks;
  }

  private static List<Long> list(long[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
