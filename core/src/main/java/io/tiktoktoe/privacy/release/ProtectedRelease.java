package io.tiktoktoe.privacy.release;

import java.util.List;

/** A release that may be seen. Only this package makes it. */
public final class ProtectedRelease {

  private final ReleasePlan plan;
  private final List<ProtectedStatistic> statistics;
  private final boolean repeated;

  ProtectedRelease(ReleasePlan plan, List<ProtectedStatistic> statistics, boolean repeated) {
    this.plan = plan;
    this.statistics = List.copyOf(statistics);
    this.repeated = repeated;
  }

  /** The question and how its budget was spent. */
  public ReleasePlan plan() {
    return plan;
  }

  /** All of them, in the order of the question. */
  public List<ProtectedStatistic> statistics() {
    return statistics;
  }

  /** Whether this is an earlier answer again, at no cost. */
  public boolean isRepeated() {
    return repeated;
  }

  /**
   * The statistic of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public ProtectedStatistic statistic(String name) {
    return statistics.stream()
        .filter(one -> one.statistic().name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("statistic (%s) was not asked.".formatted(name)));
  }
}
