package io.tiktoktoe.stats.allocate;

import java.util.List;

/** What came of an allocation: a choice, or which limits keep every choice from being allowed. */
public sealed interface AllocationOutcome permits Allocation, AllocationOutcome.Infeasible {

  /**
   * No choice keeps all limits.
   *
   * @param together limits that give way together, each as little as it must beside those before it
   * @param alone for each limit that can do it alone, by how much it has to change if no other does
   */
  record Infeasible(List<Relaxation> together, List<Relaxation> alone)
      implements AllocationOutcome {

    public Infeasible {
      together = List.copyOf(together);
      alone = List.copyOf(alone);
    }
  }

  /**
   * How a limit must be relaxed.
   *
   * @param limit its name
   * @param bound what it is now
   * @param needed what it must be
   */
  record Relaxation(String limit, double bound, double needed) {}
}
