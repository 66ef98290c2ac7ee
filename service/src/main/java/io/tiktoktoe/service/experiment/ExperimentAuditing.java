package io.tiktoktoe.service.experiment;

import io.tiktoktoe.pricing.insight.PriceAllocation;
import io.tiktoktoe.pricing.insight.PriceTestState;
import io.tiktoktoe.service.model.experiment.ExperimentAudit;
import io.tiktoktoe.store.model.TestEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Computes every posterior of a price test again, each from the log before it. */
final class ExperimentAuditing {

  private final ExperimentState again;
  private final long seed;
  private final Map<Long, Integer> arms = new HashMap<>();

  /** What the step after the present one is drawn from if that is done ahead, and when. */
  private OptionalInt middle = OptionalInt.empty();

  private Optional<Supplier<PriceAllocation>> ahead = Optional.empty();
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
        if (Math.abs(entry.arm()) != Allocating.RULE) {
          otherRule++;
        } else {
          differing += comesAgain(entry) ? 0 : 1;
        }
        middle = Allocating.middle(again.ledger().size());
        ahead = Optional.empty();
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
    if (middle.isPresent() && again.ledger().size() == middle.getAsInt()) {
      middle = OptionalInt.empty();
      ahead = Optional.of(drawing(entry, again.ledger().steps()));
    }
  }

  private boolean comesAgain(TestEntry entry) {
    return Optional.of(entry)
        .filter(one -> one.arm() == Allocating.RULE)
        .map(one -> drawing(one, one.step()))
        .or(() -> ahead)
        .map(drawn -> ExperimentState.text(drawn.get().propensities()).equals(entry.detail()))
        .orElse(false);
  }

  /** A step from what is in the log up to now. */
  private Supplier<PriceAllocation> drawing(TestEntry last, int step) {
    PriceTestState seen = again.ledger().state(last.time());
    boolean[] removed = again.removed();
    return () -> Allocating.draw(again.plan(), seen, removed, seed + step);
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
