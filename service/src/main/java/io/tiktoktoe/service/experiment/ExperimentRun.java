package io.tiktoktoe.service.experiment;

import io.tiktoktoe.event.KeyedHash;
import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.PriceAllocation;
import io.tiktoktoe.pricing.insight.PriceTestLedger;
import io.tiktoktoe.pricing.insight.PriceTestState;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.experiment.AssignedOffer;
import io.tiktoktoe.service.model.experiment.OutcomeRow;
import io.tiktoktoe.store.ExperimentLog;
import io.tiktoktoe.store.model.StoredTest;
import io.tiktoktoe.store.model.TestEntry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * One price test that is open: assignments and outcomes, each in the journal before it is answered.
 * Thread safe. An assignment costs some microseconds; one in twenty or fewer begins a step, which
 * costs about a millisecond while a test has few persons; later steps are drawn beside the calls.
 *
 * <p>An answer survives the end of the process, kill -9 too; a loss of power only once {@link
 * #force} returned (see {@link ExperimentLog}).
 */
public final class ExperimentRun {

  /** Longest id of a fan, as for events. */
  private static final int LONGEST_FAN = 256;

  private final ExperimentLog log;
  private final ExperimentState state;
  private final KeyedHash hash;
  private final long seed;
  private final Map<Long, AssignedOffer> promised;
  private PriceAllocation allocation = new PriceAllocation(List.of(), List.of());
  private int step = -1;
  private int stepEnds;

  /** When the next step's chances are drawn beside the calls, and these. */
  private OptionalInt middle = OptionalInt.empty();

  private Optional<CompletableFuture<PriceAllocation>> ahead = Optional.empty();

  /**
   * A test whose log was read.
   *
   * @param promised what earlier tests of the product promised, by person
   */
  ExperimentRun(
      ExperimentLog log, ExperimentState state, String salt, Map<Long, AssignedOffer> promised) {
    this.log = log;
    this.state = state;
    this.hash = KeyedHash.withSalt(salt);
    this.seed = hash.id(KeyedHash.Kind.EVENT, "price test " + state.test().number());
    this.promised = promised;
    int steps = state.ledger().steps();
    if (steps > 0) {
      // The chances that stood before a restart stand on, so that a step is one.
      step = steps - 1;
      allocation = new PriceAllocation(state.ledger().propensities(step), List.of());
      stepEnds = showsRemoved() ? 0 : state.ledger().size() + Allocating.LEAST_STEP;
    }
  }

  /** Whether an arm was removed after the last step. */
  private boolean showsRemoved() {
    boolean shows = false;
    boolean[] removed = state.removed();
    for (int arm = 0; arm < removed.length; arm++) {
      shows |= removed[arm] && allocation.propensities().get(arm) > 0;
    }
    return shows;
  }

  /** The offer of a fan, the same for ever; drawn where there is none yet. */
  public synchronized AssignedOffer assign(String fan, Instant now) {
    long id = fanId(fan);
    OptionalInt place = state.find(id);
    if (place.isPresent()) {
      return known(fan, place.getAsInt());
    }
    AssignedOffer kept = promised.get(state.person(id));
    if (kept != null) {
      return ShownOffers.of(fan, kept);
    }
    if (!state.isRunning()) {
      return offer(fan, state.charged(), 1, AssignedOffer.State.CHARGED);
    }
    Instant time = state.notBefore(now);
    List<TestEntry> entries = new ArrayList<>();
    beginStep(time, entries);
    String person = Long.toString(state.person(id));
    double at = DynamicPricingEngine.placeOf(hash, state.test().name(), person);
    int arm = allocation.armAt(at);
    double chance = allocation.propensities().get(arm);
    long number = state.number() + entries.size() + 1;
    entries.add(
        TestEntry.assigned(state.test().number(), number, time, id, fan, step, arm, chance));
    write(entries);
    drawAhead(time);
    return offer(fan, arm, chance, AssignedOffer.State.DRAWN);
  }

  /** In the middle of a long step the next one is drawn beside the calls, so that none waits. */
  private void drawAhead(Instant time) {
    PriceTestLedger ledger = state.ledger();
    if (middle.isPresent() && ledger.size() == middle.getAsInt()) {
      PriceTestState seen = ledger.state(time);
      boolean[] removed = state.removed();
      long drawn = seed + ledger.steps();
      middle = OptionalInt.empty();
      ahead =
          Optional.of(
              CompletableFuture.supplyAsync(
                  () -> Allocating.draw(state.plan(), seen, removed, drawn)));
    }
  }

  /**
   * Waits until a loss of power takes nothing of what {@link #assign} and {@link #record} answered
   * before. Threads that wait at a time share one wait for the disk: call it before a fan is told.
   */
  public void force() {
    log.force();
  }

  private AssignedOffer known(String fan, int place) {
    PriceTestLedger ledger = state.ledger();
    int arm = ledger.arm(place);
    if (!state.isRunning() && !ledger.brought(place).holds()) {
      return offer(fan, state.charged(), 1, AssignedOffer.State.CHARGED);
    }
    double chance = ledger.propensities(ledger.stepOf(place)).get(arm);
    return offer(
        fan,
        arm,
        chance,
        state.isRunning() ? AssignedOffer.State.KEPT : AssignedOffer.State.PROMISED);
  }

  private AssignedOffer offer(String fan, int arm, double chance, AssignedOffer.State why) {
    return ShownOffers.of(fan, state.test(), arm, chance, why);
  }

  private long fanId(String fan) {
    if (fan.isBlank()) {
      throw new ServiceException.UnusableInput("{fan} is empty. Give the id of a fan.");
    }
    if (fan.length() > LONGEST_FAN) {
      throw new ServiceException.UnusableInput(
          "{fan} has %d characters, at most %d are taken. Send a shorter id.",
          fan.length(), LONGEST_FAN);
    }
    return hash.id(KeyedHash.Kind.FAN, fan);
  }

  /** Draws the posterior anew where a step is over; what it decides stands before assignments. */
  private void beginStep(Instant time, List<TestEntry> entries) {
    if (step >= 0 && state.ledger().size() < stepEnds) {
      return;
    }
    PriceTestState seen = state.ledger().state(time);
    boolean[] removed = state.removed();
    if (overBudget(seen)) {
      for (int arm = 0; arm < removed.length; arm++) {
        if (arm != state.plan().control() && !removed[arm]) {
          removed[arm] = true;
          entries.add(decided(entries.size(), time, TestEntry.Kind.REMOVED, arm, "budget"));
        }
      }
    }
    Optional<CompletableFuture<PriceAllocation>> drawn =
        entries.isEmpty() ? ahead : Optional.empty();
    forgetAhead();
    step = state.ledger().steps();
    allocation =
        drawn
            .map(CompletableFuture::join)
            .orElseGet(() -> Allocating.draw(state.plan(), seen, removed, seed + step));
    int size = state.ledger().size();
    stepEnds = Allocating.end(size);
    middle = Allocating.middle(size);
    entries.add(
        TestEntry.step(
            state.test().number(),
            state.number() + entries.size() + 1,
            time,
            step,
            drawn.isPresent() ? Allocating.AHEAD_RULE : Allocating.RULE,
            ExperimentState.text(allocation.propensities())));
  }

  private void forgetAhead() {
    middle = OptionalInt.empty();
    ahead = Optional.empty();
  }

  private TestEntry decided(int ahead, Instant time, TestEntry.Kind kind, int arm, String detail) {
    return TestEntry.decided(
        state.test().number(), state.number() + ahead + 1, time, kind, arm, detail);
  }

  private boolean overBudget(PriceTestState seen) {
    double budget = state.settings().budget();
    return budget > 0 && ShownOffers.estimatedLoss(state.plan(), seen) > budget;
  }

  private void write(List<TestEntry> entries) {
    try {
      log.write(entries);
    } catch (RuntimeException e) {
      // What was not logged did not happen: the next call begins the step again.
      step = -1;
      forgetAhead();
      throw e;
    }
    entries.forEach(state::apply);
  }

  /**
   * Credits an outcome to the fan's arm.
   *
   * @return whether it is new; the same id with the same content counts once
   * @throws ServiceException.UnusableInput saying what is wrong with it
   */
  public synchronized boolean record(OutcomeRow row, Instant now) {
    StoredTest test = state.test();
    long fan = fanId(row.fan());
    int place = state.find(fan).orElseThrow(() -> neverShown(row.fan(), fan));
    Outcomes.Read read = Outcomes.read(row, test, state.notBefore(now), state.ledger().time(place));
    ByteBuffer digest =
        ByteBuffer.wrap(hash.digest(KeyedHash.Kind.EVENT, test.number() + "/" + row.id()));
    UUID id = new UUID(digest.getLong(), digest.getLong());
    Optional<Boolean> known = state.knows(id, read.kind(), state.person(fan), read.amount());
    if (known.isPresent()) {
      if (!known.get()) {
        throw new ServiceException.UnusableInput(
            "{id} (%s) was recorded with another fan, kind or amount. Give a new outcome an id of"
                + " its own.",
            row.id());
      }
      return false;
    }
    write(
        List.of(
            TestEntry.outcome(
                test.number(),
                state.number() + 1,
                state.notBefore(now),
                read.kind(),
                fan,
                id.getMostSignificantBits(),
                id.getLeastSignificantBits(),
                read.amount())));
    return true;
  }

  /** Assigning helps only while the test runs, and only who holds no price of an earlier one. */
  private ServiceException neverShown(String name, long fan) {
    String test = state.test().name();
    if (!state.isRunning()) {
      return new ServiceException.UnusableInput(
          "{fan} (%s) was never shown an arm of %s, which is over: what they buy now tells nothing"
              + " of it. Leave it out.",
          name, test);
    }
    if (promised.containsKey(state.person(fan))) {
      return new ServiceException.UnusableInput(
          "{fan} (%s) keeps the price of an earlier test and is not in %s. Record it there.",
          name, test);
    }
    return new ServiceException.UnusableInput(
        "{fan} (%s) was never shown an arm of %s. Assign first.", name, test);
  }

  /** Shows an arm to nobody new; who was shown it keeps it. */
  public synchronized void remove(String name, Instant now) {
    requireRunning();
    int arm = arm(name);
    if (arm == state.plan().control()) {
      throw new ServiceException.UnusableInput(
          "{arm} (%s) is charged today, everything is compared with it. Stop the whole test.",
          name);
    }
    if (!state.removed()[arm]) {
      write(List.of(decided(0, state.notBefore(now), TestEntry.Kind.REMOVED, arm, "creator")));
      stepEnds = 0;
      forgetAhead();
    }
  }

  /** Ends the test; from now on everybody without a promise is charged this arm. */
  synchronized void end(TestEntry.Kind kind, int arm, Instant now) {
    boolean already = state.charged() == arm && state.status().name().equals(kind.name());
    if (!already) {
      write(List.of(decided(0, state.notBefore(now), kind, arm, "creator")));
    }
  }

  int arm(String name) {
    return arm("arm", name);
  }

  /** The place of an arm that stands in this field of the request. */
  synchronized int arm(String field, String name) {
    List<StoredTest.Offer> offers = state.test().offers();
    for (int arm = 0; arm < offers.size(); arm++) {
      if (offers.get(arm).name().equals(name)) {
        return arm;
      }
    }
    throw new ServiceException.UnusableInput(
        "{" + field + "} (%s) is no arm of %s. Name one of %s.",
        name,
        state.test().name(),
        String.join(", ", offers.stream().map(StoredTest.Offer::name).toList()));
  }

  void requireRunning() {
    if (!state.isRunning()) {
      throw new ServiceException.UnusableInput(
          "price test %s is over. Make a new one.", state.test().name());
    }
  }

  /** What is known now; the state must not be kept. */
  synchronized <T> T look(Function<ExperimentState, T> reading) {
    return reading.apply(state);
  }

  /** From which, and the number of a step, its posterior is drawn. */
  long seed() {
    return seed;
  }

  /** Chances for the next person. */
  synchronized PriceAllocation outlook(Instant now) {
    return Allocating.draw(
        state.plan(),
        state.ledger().state(state.notBefore(now)),
        state.removed(),
        seed + state.ledger().steps());
  }
}
