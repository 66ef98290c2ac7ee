package io.tiktoktoe.service.experiment;

import io.tiktoktoe.pricing.insight.PriceArm;
import io.tiktoktoe.pricing.insight.PriceTestLedger;
import io.tiktoktoe.pricing.insight.PriceTestPlan;
import io.tiktoktoe.service.model.experiment.ExperimentSettings;
import io.tiktoktoe.store.model.StoredTest;
import io.tiktoktoe.store.model.TestEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/**
 * State of a price test as a fold over its log: what runs applies each entry once it is logged,
 * what opens applies all of them, so both are the same by construction. Not thread safe.
 */
final class ExperimentState {

  private final StoredTest test;
  private final ExperimentSettings settings;
  private final PriceTestPlan plan;
  private final PriceTestLedger ledger;
  private final LongUnaryOperator persons;
  private final boolean[] removed;
  private final Map<UUID, Credit> credits = new HashMap<>();
  private final List<TestEntry> decisions = new ArrayList<>();
  private final List<Long> fans = new ArrayList<>();
  private int[] outcomes = new int[64];
  private long number;
  private Instant newest = Instant.EPOCH;
  private long linkedLate;
  private Status status = Status.RUNNING;
  private int charged;

  /** How far a test is. */
  enum Status {
    RUNNING,
    STOPPED,
    ROLLED_BACK
  }

  /** An outcome that is known, to tell whether it comes again. */
  private record Credit(TestEntry.Kind kind, long person, long amount) {}

  /**
   * Before anything happened.
   *
   * @param persons the id that stands for all ids of a fan
   */
  ExperimentState(StoredTest test, LongUnaryOperator persons) {
    this.test = test;
    this.settings = ExperimentSettings.of(test.settings());
    this.plan = plan(test, settings);
    this.ledger =
        new PriceTestLedger(
            plan,
            test.currency().getDefaultFractionDigits(),
            settings.window(),
            settings.renewals());
    this.persons = persons;
    this.removed = new boolean[test.offers().size()];
    this.charged = settings.control();
  }

  /**
   * The plan of a test. Its prices are what a buyer pays in all, with the renewals expected: these
   * stand in the same order.
   */
  static PriceTestPlan plan(StoredTest test, ExperimentSettings settings) {
    double unit = Math.pow(10, test.currency().getDefaultFractionDigits());
    List<PriceArm> arms = new ArrayList<>();
    for (StoredTest.Offer offer : test.offers()) {
      arms.add(
          new PriceArm(
              offer.name(),
              offer.price() / unit * (1 + settings.renewals()),
              offer.contribution() / unit));
    }
    PriceTestPlan plan =
        new PriceTestPlan(
            arms,
            settings.control(),
            settings.exploration(),
            settings.alpha(),
            settings.cap(),
            settings.minimumExposure(),
            settings.stopLoss(),
            true);
    return onlyPricesDiffer(test.offers()) ? plan : plan.withoutOrder();
  }

  private static boolean onlyPricesDiffer(List<StoredTest.Offer> offers) {
    return offers.stream()
            .map(
                one ->
                    List.of(one.trialDays(), one.guaranteeDays(), one.yearlyDiscount(), one.tier()))
            .distinct()
            .count()
        == 1;
  }

  /** The same test before anything happened. */
  ExperimentState fresh() {
    return new ExperimentState(test, persons);
  }

  /** Takes the next entry of the log. */
  void apply(TestEntry entry) {
    number = entry.number();
    notBefore(entry.time());
    switch (entry.kind()) {
      case STEP -> ledger.step(chances(entry.detail()));
      case ASSIGNED -> assigned(entry);
      case PURCHASE, RENEWAL, REFUND, CHURN -> credited(entry);
      case REMOVED -> {
        removed[entry.arm()] = true;
        decisions.add(entry);
      }
      case STOPPED -> over(Status.STOPPED, entry);
      case ROLLED_BACK -> over(Status.ROLLED_BACK, entry);
    }
  }

  private void over(Status to, TestEntry entry) {
    status = to;
    charged = entry.arm();
    decisions.add(entry);
  }

  private void assigned(TestEntry entry) {
    long person = persons.applyAsLong(entry.fan());
    if (ledger.find(person).isPresent()) {
      // Two accounts that were linked after both had been shown an arm.
      linkedLate++;
      return;
    }
    ledger.assign(person, entry.step(), entry.arm(), entry.time());
    fans.add(entry.fan());
  }

  private void credited(TestEntry entry) {
    long person = persons.applyAsLong(entry.fan());
    int place = ledger.find(person).orElseThrow();
    credits.put(
        new UUID(entry.idHigh(), entry.idLow()), new Credit(entry.kind(), person, entry.amount()));
    ledger.credit(place, PriceTestLedger.Kind.valueOf(entry.kind().name()), entry.amount());
    if (place >= outcomes.length) {
      outcomes = Arrays.copyOf(outcomes, Math.max(2 * outcomes.length, place + 1));
    }
    outcomes[place]++;
  }

  /** Whether this outcome is known; a different one under its id is refused. */
  Optional<Boolean> knows(UUID id, TestEntry.Kind kind, long person, long amount) {
    Credit known = credits.get(id);
    return known == null
        ? Optional.empty()
        : Optional.of(known.equals(new Credit(kind, person, amount)));
  }

  static String text(List<Double> chances) {
    return chances.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static List<Double> chances(String text) {
    return Arrays.stream(text.split(",")).map(Double::valueOf).toList();
  }

  StoredTest test() {
    return test;
  }

  ExperimentSettings settings() {
    return settings;
  }

  PriceTestPlan plan() {
    return plan;
  }

  PriceTestLedger ledger() {
    return ledger;
  }

  long person(long fan) {
    return persons.applyAsLong(fan);
  }

  /** The place of the person behind a fan's id. */
  OptionalInt find(long fan) {
    return ledger.find(person(fan));
  }

  /** The id under which the person at a place came first. */
  long fanAt(int place) {
    return fans.get(place);
  }

  boolean[] removed() {
    return removed.clone();
  }

  /** What people and guardrails decided, in order. */
  List<TestEntry> decisions() {
    return List.copyOf(decisions);
  }

  long number() {
    return number;
  }

  /**
   * The present; where the clock went back, the newest time of the log or of a look at it, so that
   * what is computed again from the log sees what was seen.
   */
  Instant notBefore(Instant now) {
    newest = now.isBefore(newest) ? newest : now;
    return newest;
  }

  long linkedLate() {
    return linkedLate;
  }

  int mostOutcomes() {
    return Arrays.stream(outcomes).max().orElse(0);
  }

  Status status() {
    return status;
  }

  boolean isRunning() {
    return status == Status.RUNNING;
  }

  /** The arm that everybody is charged when the test is over. */
  int charged() {
    return charged;
  }
}
