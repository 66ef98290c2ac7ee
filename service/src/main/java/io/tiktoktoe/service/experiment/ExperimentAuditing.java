package io.tiktoktoe.service.experiment;

import io.tiktoktoe.pricing.insight.PriceAllocation;
import io.tiktoktoe.service.model.experiment.ExperimentAudit;
import io.tiktoktoe.store.model.TestEntry;
import java.util.HashMap;
import java.util.Map;

/** Computes every posterior of a price test again, each from the log before it. */
final class ExperimentAuditing {

  private final ExperimentState again;
  private final long seed;
  private final Map<Long, Integer> arms = new HashMap<>();
  private long outcomes;
  private long steps;
  private long otherRule;
  private long differing;
  private long twoArms;

  /**
   * From nothing.
   *
   * @param again an empty state
   * @param seed of the run
   */
  ExperimentAuditing(ExperimentState again, long seed) {
    this.again = again;
    this.seed = seed;
  }

  /** Takes the next entry of the log. */
  void take(TestEntry entry) {
    switch (entry.kind()) {
      case STEP -> {
        steps++;
        if (entry.arm() != Allocating.RULE) {
          otherRule++;
        } else {
          differing += comesAgain(entry) ? 0 : 1;
        }
      }
      case ASSIGNED -> {
        Integer before = arms.putIfAbsent(again.person(entry.fan()), entry.arm());
        twoArms += before != null && before != entry.arm() ? 1 : 0;
      }
      case PURCHASE, RENEWAL, REFUND, CHURN -> outcomes++;
      case REMOVED, STOPPED, ROLLED_BACK -> {
        // Decisions of people and of the budget, not of the posterior.
      }
    }
    again.apply(entry);
  }

  private boolean comesAgain(TestEntry entry) {
    PriceAllocation drawn =
        Allocating.draw(
            again.plan(), again.ledger().state(entry.time()), again.removed(), seed + entry.step());
    return ExperimentState.text(drawn.propensities()).equals(entry.detail());
  }

  /** What was found; {@code held} is what the run has in memory. */
  ExperimentAudit found(ExperimentState held) {
    boolean same =
        held.number() == again.number()
            && held.status() == again.status()
            && held.ledger()
                .state(held.notBefore(again.notBefore(held.test().created())))
                .equals(again.ledger().state(held.notBefore(held.test().created())));
    return new ExperimentAudit(
        again.number(),
        again.ledger().size(),
        outcomes,
        steps,
        otherRule,
        differing,
        twoArms,
        same);
  }
}
